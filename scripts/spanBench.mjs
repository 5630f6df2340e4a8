/**
 * `npm run bench:spans -- CORPORA [--lines 10000] [--pack DIR] [--show]`: whether what is protected comes through the
 * translation exactly once, in lines that no model was trained on; needs a built dist/. Without `--pack` both directions are
 * measured. `--show` prints every line where it does not.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleEngineProgram } from './lib/engineProgram.mjs';
import { root } from './lib/paths.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    lines: { type: 'string', default: '10000' },
    pack: { type: 'string' },
    show: { type: 'boolean', default: false },
  },
});
const corpora = positionals[0] ?? '';
if (corpora === '') throw new Error('Name the folder of the corpora: npm run bench:spans -- CORPORA');

const program = await bundleEngineProgram('spanBench');
for (const pack of values.pack === undefined ? ['models/packs/en-zh', 'models/packs/zh-en'] : [values.pack]) {
  const settings = { dist: join(root, 'dist'), corpora, pack, lines: Number(values.lines), show: values.show };
  const { status } = spawnSync(process.execPath, [program, JSON.stringify(settings)], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
