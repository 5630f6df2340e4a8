/** Until somebody uses it, the extension starts no worker and reads none of its files but what the editor itself reads. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bundleSuite } from '../../scripts/lib/hostSuite.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { createSampleFolder } from './sampleFolder';
import { runBundledSuite } from './suiteRun';
import { Workbench } from './workbench';

const extensionDir = join(root, 'test-results/staged-activation');
const folder = join(root, 'test-results/sample-folder-activation');
let workbench: Workbench | undefined;

beforeAll(async () => {
  await stageExtension(extensionDir);
  await createSampleFolder(folder);
});

afterAll(async () => {
  await workbench?.close();
});

/** In the web host every file of the extension is a request. */
function filesRead(): Set<string> {
  const paths = workbench!.requests.map((address) => /\/(?:static\/)?devextensions(?:\/staged-activation)?\/(.+?)(?:\?|$)/u.exec(address)?.[1] ?? '');
  return new Set(paths.filter((path) => /^(?:dist|models)\//u.test(path)));
}

test('in the web host it reads its own code and no more, until a text is translated', async () => {
  workbench = await Workbench.open(extensionDir, folder, { host: 'web' });
  await workbench.page.waitForTimeout(3000);
  expect([...filesRead()]).toEqual(['dist/extension.browser.js']);
  await workbench.openFile('billing.ts');
  await workbench.goTo({ line: 9, column: 10 });
  await workbench.runCommand('AlignLens: Show Alignment');
  const used = ['dist/worker.browser.js', 'dist/ort-wasm-simd-threaded.wasm', 'dist/onig.wasm', 'dist/packs.json', 'models/packs/en-zh/encoder.onnx'];
  await vi.waitFor(() => expect([...filesRead()]).toEqual(expect.arrayContaining(used)), { timeout: 60_000, interval: 500 });
});

test('in the Node host it starts no worker until then', async () => {
  const suite = join(extensionDir, 'quietSuite.js');
  // The suite starts the extension itself, to count before and after.
  const manifest = join(extensionDir, 'package.json');
  await writeFile(manifest, JSON.stringify({ ...JSON.parse(await readFile(manifest, 'utf8')) as object, activationEvents: [] }));
  await bundleSuite(suite, 'node', 'quietSuite');
  const { exitCode, lines } = await runBundledSuite('node', { extensionDir, folder, suite });
  expect(exitCode, lines.join('\n')).toBe(0);
  expect(lines).toContain('2 passed, 0 failed');
});
