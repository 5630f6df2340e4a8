/** Bundles a suite that runs inside an extension host. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Editors run suites for an extension in development only: the suite goes into an extension of its own that has nothing
 * else, beside the installed one that it tests.
 *
 * @param {string} folder of the extension that carries the suite; emptied first
 * @param {'node' | 'browser'} platform
 * @param {{ suite?: string, expected?: object }} [options] name of the file in test/editor/; what it reads as
 *   `expected` in the manifest of its extension, alignlens.suite
 * @returns {Promise<string>} the path of the bundle
 */
export async function bundleHostSuite(folder, platform, { suite = 'hostSuite', expected = {} } = {}) {
  const { engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const manifest = { name: 'suite', publisher: 'alignlens', version: '1.0.0', engines: { vscode: engines.vscode }, expected };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  const outfile = join(folder, 'suite.js');
  await bundleSuite(outfile, platform, suite);
  return outfile;
}

/** @param {string} outfile @param {'node' | 'browser'} platform @param {string} suite name of the file in test/editor/ */
export async function bundleSuite(outfile, platform, suite) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(root, `test/editor/${suite}.ts`)],
    outfile,
    bundle: true,
    format: 'cjs',
    platform,
    external: ['vscode'],
    logLevel: 'warning',
  });
}
