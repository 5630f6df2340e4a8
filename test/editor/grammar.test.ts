/** Comments in the real editor, found by the grammars of its own extensions. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { translateLines } from './cli';
import { createSampleFolder } from './sampleFolder';
import { Workbench } from './workbench';

const staged = join(root, 'test-results/staged-grammar');
const folder = join(root, 'test-results/sample-folder-grammar');

const first = 'Skip the items that are no longer available.';
const second = 'Open the file and close the window.';

/** Each with both comments, and with what only looks like a comment. */
const files: Readonly<Record<string, string>> = {
  'panel.tsx': `export const Panel = () => (\n  <p title="// not this">\n    It's // nor this\n    {/* ${first} */}\n  </p>\n);\n// ${second}\n`,
  'basket.py': `TEXT = """\n# not this\n"""\n\n\ndef clear(basket):\n    """${first}"""\n    basket.write("# nor this")  # ${second}\n`,
  'list.sh': `#!/bin/sh\ncat <<END\n# not this\nEND\necho "\${name#nor this}" # ${first}\n# ${second}\n`,
  'page.html': `<!-- ${first} -->\n<p># not this</p>\n<script>\n  open("// nor this"); // ${second}\n</script>\n`,
  'shop.yaml': `text: |\n  # not this\nother: "# nor this" # ${first}\n# ${second}\n`,
};

let workbench: Workbench;
let translations: string[];

beforeAll(async () => {
  await stageExtension(staged);
  await createSampleFolder(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  translations = translateLines([first, second]).map(({ target }) => target);
  workbench = await Workbench.open(staged, folder);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await workbench.screenshot(`failed: ${task.name}`.replace(/\W+/gu, '-'));
});

afterAll(async () => {
  await workbench.close();
});

test.each(Object.keys(files))('%s: translating the whole file replaces the comments and nothing else', async (name) => {
  const original = files[name]!;
  await workbench.openFile(name);
  await workbench.selectAll();
  await workbench.runCommand('AlignLens: Translate Selection');
  const expected = original.replace(first, translations[0]!).replace(second, translations[1]!);
  expect(await workbench.waitForText((text) => text !== original)).toBe(expected);
  await workbench.screenshot(`grammar-${name}`);
  await workbench.page.keyboard.press('Control+Z');
  expect(await workbench.waitForText((text) => text === original)).toBe(original);
});

test('a hover over a comment between tags', async () => {
  await workbench.openFile('panel.tsx');
  await workbench.goTo({ line: 4, column: 20 });
  await workbench.hover(translations[0]!);
  await workbench.screenshot('grammar-hover');
});
