/**
 * `npm run bench:lint -- CORPORA [--split dev|test] [--pack DIR] [--reverse-pack DIR] [--show]`: makes wrong translations of
 * the corpus' pairs and prints what the lint finds of them; needs a built dist/. `--show` prints every false alarm.
 * `--fit` fits the detector to the dev split instead and writes engine/lint/detector.json.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { build } from './build.mjs';
import { cacheDir, root } from './lib/paths.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    split: { type: 'string', default: 'test' },
    pack: { type: 'string', default: 'models/packs/en-zh' },
    'reverse-pack': { type: 'string' },
    fit: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
  },
});
const corpora = positionals[0] ?? '';
if (corpora === '') throw new Error('Name the folder of the corpora: npm run bench:lint -- CORPORA');

if (!existsSync(join(root, 'dist/worker.node.js'))) await build();

const program = join(cacheDir, 'lintBench.cjs');
await bundle({
  absWorkingDir: root,
  entryPoints: ['engine/cli/lintBench.ts'],
  outfile: program,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});
const settings = {
  dist: join(root, 'dist'),
  corpora,
  // Nothing is ever tuned on test.
  split: values.fit ? 'dev' : values.split,
  pack: values.pack,
  ...(values['reverse-pack'] === undefined ? {} : { reversePack: values['reverse-pack'] }),
  ...(values.fit ? { fit: join(root, 'engine/lint/detector.json') } : {}),
  show: values.show,
};
const { status } = spawnSync(process.execPath, [program, JSON.stringify(settings)], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
