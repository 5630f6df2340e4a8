/** The extension among callers, texts and file systems that mean no good, in VS Code for the Web (`ALIGNLENS_HOST=node`: in Node). */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleSuite } from '../../scripts/lib/hostSuite.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { commandsWithArgument } from './hostileCommands';
import { defaultHost } from './hosts';
import { runBundledSuite } from './suiteRun';

const staged = join(root, 'test-results/staged-hostile');
const folder = join(root, 'test-results/sample-folder-hostile');

const files: Readonly<Record<string, string>> = {
  'notes.ts': '// Zanzibar keeps the lock until the file is closed.\nexport const items = [];\n',
  'secret.ts': '// Zanzibar is the secret of this file.\nexport const secret = 1;\n',
  'README.md': 'Zanzibar is the secret of this folder.\n',
  '.vscode/settings.json': JSON.stringify({ 'alignlens.targetLanguage': 'zh', 'editor.minimap.enabled': false, 'workbench.startupEditor': 'none' }),
};

test('the suite calls every command that takes an argument', async () => {
  const commands = join(root, 'extension/commands');
  const taking: string[] = [];
  for (const file of await readdir(commands)) {
    if (/: \(\w+\?: unknown\) => /u.test(await readFile(join(commands, file), 'utf8'))) taking.push(file.replace('.ts', ''));
  }
  expect(taking.sort()).toEqual(commandsWithArgument);
});

test('what is called, read or offered by others does no harm', async () => {
  await stageExtension(staged);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, '.vscode'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const suite = join(staged, 'hostileSuite.js');
  const host = defaultHost();
  await bundleSuite(suite, host === 'web' ? 'browser' : 'node', 'hostileSuite');
  const { exitCode, lines, outsideRequests } = await runBundledSuite(host, { extensionDir: staged, folder, suite });
  console.log(lines.filter((line) => /^(?:ok|FAILED|folder|\d+ passed)/u.test(line)).join('\n'));
  expect(exitCode, lines.join('\n')).toBe(0);
  // In the browser the folder is a virtual one.
  expect(lines).toContain(`folder: ${host === 'web' ? 'vscode-test-web' : 'file'}`);
  expect(outsideRequests).toEqual([]);
});
