/**
 * `npm run bench:lint -- CORPORA [--split dev|test] [--pack DIR] [--reverse-pack DIR] [--show]`: makes wrong translations of
 * the corpus' pairs and prints what the lint finds of them; needs a built dist/. `--show` prints every false alarm.
 * `--fit` fits the detector to the dev split instead and writes engine/lint/detector.json.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleEngineProgram } from './lib/engineProgram.mjs';
import { root } from './lib/paths.mjs';

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

const program = await bundleEngineProgram('lintBench');
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
