/**
 * `npm run fuzz -- [inputs] [seed]`: damaged packs and texts, 10,000 of each unless told otherwise, through the properties of
 * `test/fuzz/`. Ends with a table of what came of them; `npm test` runs the same properties on a few.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

/** @typedef {{ group: string, kind: string, result: string, clock: number, processor: number, rss: number }} Outcome */

const [inputs = '10000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'alignlens-fuzz-'));
const report = join(folder, 'outcomes.jsonl');
console.log(`${inputs} packs and as many texts, seed ${seed}`);
Object.assign(process.env, { ALIGNLENS_FUZZ_RUNS: inputs, ALIGNLENS_FUZZ_SEED: seed, ALIGNLENS_FUZZ_REPORT: report });
process.exitCode = await run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit', '--no-file-parallelism', '--silent=passed-only', 'test/fuzz']);
/** @type {Outcome[]} */
const outcomes = (await readFile(report, 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line));
await rm(folder, { recursive: true, force: true });
for (const group of ['packs', 'texts']) printTable(outcomes.filter((outcome) => outcome.group === group), group);

/** @param {readonly Outcome[]} all @param {string} title */
function printTable(all, title) {
  const results = [...new Set(all.map(({ result }) => result))].sort();
  const kinds = [...new Set(all.map(({ kind }) => kind))].sort();
  /** @type {(name: string, some: readonly Outcome[]) => string} */
  const row = (name, some) => {
    const counts = results.map((result) => some.filter((outcome) => outcome.result === result).length);
    const most = (/** @type {'clock' | 'processor' | 'rss'} */ key) => some.reduce((highest, outcome) => Math.max(highest, outcome[key]), 0);
    const seconds = (/** @type {number} */ milliseconds) => (milliseconds / 1000).toFixed(1);
    return `| ${[name, some.length, ...counts, seconds(most('processor')), seconds(most('clock')), Math.round(most('rss') / 2 ** 20)].join(' | ')} |`;
  };
  console.log(`\n| ${[title, 'inputs', ...results, 'longest, s of processor', 'longest, s of clock', 'memory peak, MiB'].join(' | ')} |`);
  console.log(`|---|${'---:|'.repeat(results.length + 4)}`);
  for (const kind of kinds) console.log(row(kind, all.filter((outcome) => outcome.kind === kind)));
  console.log(row('all', all));
}
