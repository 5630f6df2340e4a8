/** Hovers, and the translation of what is selected outside the editors, in VS Code for the Web. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleHostSuite } from '../../scripts/lib/hostSuite.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { defaultHost } from './hosts';
import { Workbench } from './workbench';

const staged = join(root, 'test-results/staged-hover-suite');
const folder = join(root, 'test-results/sample-folder-hover-suite');

const catalogue = `msgid ""
msgstr ""
"Language: zh_CN\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "The cart is empty."
msgstr "购物车为空。"

msgid "Close the file before you open the window."
msgstr ""
`;

const files: Readonly<Record<string, string>> = {
  'zh.po': catalogue,
  'billing.ts': '// Skip the items that are no longer available.\nexport const items = [];\n',
  '.vscode/settings.json': JSON.stringify({
    'alignlens.targetLanguage': 'zh',
    'alignlens.lint.enabled': 'off',
    'editor.minimap.enabled': false,
    'workbench.startupEditor': 'none',
    // So many hypotheses that a long paragraph takes longer than a hover waits, on any machine.
    '[markdown]': { 'alignlens.beamSize': 16 },
    '[lua]': { 'alignlens.hover.enabled': false },
    '[javascript]': { 'alignlens.hover.strings': false },
  }),
};

test('hovers translate everything that people read, and nothing else', async () => {
  await stageExtension(staged);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, '.vscode'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const suite = join(staged, 'hoverSuite.js');
  const host = defaultHost();
  await bundleHostSuite(suite, host === 'web' ? 'browser' : 'node', 'hoverSuite');
  const { exitCode, lines } = await Workbench.runSuite({ extensionDir: staged, folder, suite }, host);
  console.log(lines.filter((line) => /^(?:ok|FAILED|hover times|\d+ passed)/u.test(line)).join('\n'));
  expect(exitCode, lines.join('\n')).toBe(0);
});
