/**
 * `npm run bench [-- --pack DIR] [--text FILE] [--long FILE]`: measures the engine in Node with a real pack; needs a built dist/.
 * With --long, how a text of any length fares instead, in three minutes.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { build } from './build.mjs';
import { cacheDir, root } from './lib/paths.mjs';

const { values } = parseArgs({
  options: {
    pack: { type: 'string', default: 'models/packs/en-zh' },
    text: { type: 'string', default: 'test/fixtures/bench.en.txt' },
    long: { type: 'string' },
  },
});

if (!existsSync(join(root, 'dist/worker.node.js'))) await build();

// The program measures single decoder steps too, so that it needs more of the engine than dist/ has.
const program = join(cacheDir, 'bench.cjs');
await bundle({
  absWorkingDir: root,
  entryPoints: ['engine/cli/bench.ts'],
  outfile: program,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  define: { 'import.meta.url': '__moduleUrl' },
  banner: { js: 'const __moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [program, 'dist', values.pack, values.text, ...(values.long === undefined ? [] : [values.long])], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
