/**
 * `npm run soak -- [SECONDS] [SEED]`: a long session in the real editor (test/editor/soak.test.ts), 10 minutes unless told
 * otherwise. Prints the seed, the actions and the memory; ends with an error when anything is left behind.
 */
import { join } from 'node:path';
import { build } from './build.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

const [seconds = '600', seed = String(Date.now() % 100_000)] = process.argv.slice(2);
await build();
process.exitCode = await run(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'soak'],
  { env: { ...process.env, ALIGNLENS_SOAK_SECONDS: seconds, ALIGNLENS_SOAK_SEED: seed } },
);
