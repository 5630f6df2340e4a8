/** Hovers, and the translation of what is selected outside the editors, in VS Code for the Web. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installedExtensions } from '../../scripts/lib/installedVsix.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { defaultHost } from './hosts';
import { runSuite } from './suiteRun';

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
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, '.vscode'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const { exitCode, lines } = await runSuite(defaultHost(), { extensionsDir: await installedExtensions(), folder, suite: 'hoverSuite' });
  console.log(lines.filter((line) => /^(?:ok|FAILED|hover times|\d+ passed)/u.test(line)).join('\n'));
  expect(exitCode, lines.join('\n')).toBe(0);
});
