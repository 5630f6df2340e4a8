/** `npm run guide`: takes the pictures of docs/guide.md anew, from what the editor test of a first-time user shows. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { reduced } from './lib/palettePng.mjs';
import { root } from './lib/paths.mjs';
import { runOrThrow } from './lib/run.mjs';

const screenshots = join(root, 'test-results/screenshots');
const pictures = join(root, 'docs/images/guide');

/** What is cut out of each screenshot, in pixels. @type {Readonly<Record<string, import('./lib/palettePng.mjs').Part>>} */
const parts = {
  hover: { x: 348, y: 200, width: 1012, height: 440 },
  only: { x: 348, y: 92, width: 1012, height: 560 },
  below: { x: 348, y: 92, width: 1012, height: 560 },
  preview: { x: 348, y: 36, width: 1012, height: 620 },
  names: { x: 348, y: 0, width: 1012, height: 400 },
  comments: { x: 348, y: 36, width: 1012, height: 820 },
  file: { x: 348, y: 36, width: 1012, height: 820 },
  term: { x: 348, y: 0, width: 1012, height: 400 },
};

/** Enough for text with smooth edges. */
const colours = 48;

if (!process.argv.includes('--cut-only')) {
  await build();
  await runOrThrow(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'editor', 'test/editor/firstUse.test.ts']);
}
await rm(pictures, { recursive: true, force: true });
await mkdir(pictures, { recursive: true });
for (const [name, part] of Object.entries(parts)) {
  const picture = reduced(await readFile(join(screenshots, `guide-${name}.png`)), { part, colours });
  await writeFile(join(pictures, `${name}.png`), picture);
  console.log(`docs/images/guide/${name}.png  ${picture.length} bytes`);
}
