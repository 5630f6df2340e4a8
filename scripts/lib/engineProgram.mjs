import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { build } from '../build.mjs';
import { cacheDir, root } from './paths.mjs';

/**
 * Bundles engine/cli/NAME.ts, a program that no user runs, and builds dist/ where there is none.
 *
 * @param {string} name
 * @returns {Promise<string>} the bundle's path
 */
export async function bundleEngineProgram(name) {
  if (!existsSync(join(root, 'dist/worker.node.js'))) await build();
  const program = join(cacheDir, `${name}.cjs`);
  await bundle({
    absWorkingDir: root,
    entryPoints: [`engine/cli/${name}.ts`],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return program;
}
