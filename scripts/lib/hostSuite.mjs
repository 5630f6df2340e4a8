/** Bundles a suite that runs inside an extension host. */
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * @param {string} outfile
 * @param {'node' | 'browser'} platform
 * @param {string} suite name of the file in test/editor/
 */
export async function bundleHostSuite(outfile, platform, suite = 'hostSuite') {
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
