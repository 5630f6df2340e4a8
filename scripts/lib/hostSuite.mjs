/** Bundles the suite that runs inside an extension host. */
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * @param {string} outfile
 * @param {'node' | 'browser'} platform
 */
export async function bundleHostSuite(outfile, platform) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(root, 'test/editor/hostSuite.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform,
    external: ['vscode'],
    logLevel: 'warning',
  });
}
