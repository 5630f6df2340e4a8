import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { expect, test } from 'vitest';
import { testedVsix } from '../../scripts/lib/installedVsix.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { packFiles } from '../../scripts/lib/release.mjs';
import { contentProblems, shippedFiles, vsixLimit } from '../../scripts/lib/releaseRules.mjs';
import { vsixFiles } from '../../scripts/lib/vsix.mjs';
import { readZip } from '../../scripts/lib/zip.mjs';

test('the VSIX holds exactly what runs and what a user reads', async () => {
  const files = await vsixFiles();
  expect(contentProblems(files, await packFiles())).toEqual([]);
  const packed = await listFiles({ cwd: root, packageManager: PackageManager.None });
  expect(files.sort()).toEqual(packed.sort());
});

test('a file too many and a file too few are named', () => {
  expect(contentProblems([...shippedFiles.slice(1), 'dist/cli.js.map'], new Map())).toEqual(['dist/cli.js.map does not belong there', 'package.json is missing']);
  expect(contentProblems(shippedFiles, new Map([['de-en', ['encoder.onnx']]]))).toEqual(['models/packs/de-en/encoder.onnx is missing']);
});

test('the packed extension is small enough', async () => {
  const vsix = await readFile(await testedVsix());
  expect(vsix.length).toBeLessThan(vsixLimit);
  const files = readZip(vsix);
  expect(files.get('extension/package.json')).toEqual(await readFile(join(root, 'package.json')));
});
