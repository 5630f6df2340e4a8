/**
 * `npm run bench:growth [-- --json] [--pack DIR] [--svg FILE]`: how the engine's cost grows with source, batch and
 * vocabulary, as tables and a picture, and how near a decoder step is to what the machine can do. docs/performance.md
 * explains the tables.
 */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { build, nodeBundle } from './build.mjs';
import { cacheDir, root } from './lib/paths.mjs';
import { lineCharts } from './lib/plot.mjs';
import { ensurePython } from './lib/python.mjs';
import { runOrThrow } from './lib/run.mjs';
import { figure, markdownTable, median, percentile } from './lib/statistics.mjs';

/** @typedef {{ name: string, unit: string, points: { size: number, ms: number[] }[] }} Series */
/** @typedef {{ weightBytes: number, products: number, readCached: number, readMemory: number, productsPerSecond: number }} Roofs */
/**
 * @typedef {object} Steps means over the decoder's steps; of their times, the median
 * @property {number} beamSize @property {number} steps @property {number} rows @property {number} stepMs
 * @property {number} fedBytes @property {number} fetchedBytes @property {number} fedMatrix
 * @property {number} totalMs @property {number} decoderShare @property {number} otherGraphsShare
 */

const vocabularies = [500, 1000, 2000, 4000, 8000, 16_000, 32_000, 65_001];
const megabyte = 2 ** 20;

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    pack: { type: 'string', default: 'models/packs/en-zh' },
    svg: { type: 'string', default: join(cacheDir, 'peers/growth.svg') },
  },
});

const measured = await measure();
await writeFile(options.svg, lineCharts(panels(measured.series)));
console.log(options.json ? JSON.stringify(measured) : report(measured));

/** @returns {Promise<{ series: Series[], roofs: Roofs, steps: Steps[] }>} */
async function measure() {
  await build();
  const graphs = join(cacheDir, 'peers/graphs');
  const python = await ensurePython();
  await runOrThrow(python, ['-m', 'peers.graphs', join(root, options.pack), graphs, ...vocabularies.map(String)], { cwd: join(root, 'models') });
  const program = join(cacheDir, 'peers/benchGrowth.cjs');
  await bundle({
    ...nodeBundle,
    absWorkingDir: root,
    entryPoints: ['engine/cli/benchGrowth.ts'],
    outfile: program,
    bundle: true,
    plugins: [countedRuntime()],
    logLevel: 'warning',
    logOverride: { 'empty-import-meta': 'silent' },
  });
  const settings = { dist: join(root, 'dist'), pack: join(root, options.pack), graphs, text: join(root, 'test/fixtures/bench.en.txt'), vocabularies };
  const { status, stdout } = spawnSync(process.execPath, [program, JSON.stringify(settings)], {
    encoding: 'utf8', maxBuffer: 16 * megabyte, stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error('The measurement failed; its output above says why.');
  return JSON.parse(stdout);
}

/** The engine gets the runtime that counts; that one gets the real runtime. @returns {import('esbuild').Plugin} */
function countedRuntime() {
  const counting = join(import.meta.dirname, 'peers/countingRuntime.mjs');
  return {
    name: 'counted-runtime',
    setup: (setup) => {
      setup.onResolve({ filter: /^onnxruntime-web\/wasm$/ }, ({ importer }) => (importer === counting ? undefined : { path: counting }));
    },
  };
}

/** @param {readonly Series[]} series one panel for each unit */
function panels(series) {
  const units = [...new Set(series.map(({ unit }) => unit))];
  return units.map((unit) => {
    const lines = series.filter((line) => line.unit === unit);
    return {
      title: unit === 'source words' ? 'Translation of a text' : (lines[0]?.name.split(',')[0] ?? ''),
      x: unit,
      y: 'ms',
      lines: lines.map(({ name, points }) => ({ name, points: points.map(({ size, ms }) => ({ x: size, y: median(ms) })) })),
    };
  });
}

/** @param {{ series: readonly Series[], roofs: Roofs, steps: readonly Steps[] }} measured @returns {string} Markdown */
function report({ series, roofs, steps }) {
  const growth = series.map(({ name, unit, points }) =>
    markdownTable(
      [`${name}: ${unit}`, ...points.map(({ size }) => String(size))],
      [
        ['median, ms', ...points.map(({ ms }) => figure(median(ms)))],
        ['80 % of runs, ms', ...points.map(({ ms }) => `${figure(percentile(ms, 0.1))}–${figure(percentile(ms, 0.9))}`)],
        ['× for each doubling', ...points.map(({ size, ms }, place) => growthSince(points[place - 1], size, ms))],
      ],
    ),
  );
  const { readCached, readMemory, productsPerSecond } = roofs;
  return [
    `Reading from WASM: ${figure(readCached / 1e9)} GB/s from a buffer as large as the decoder's weights, ${figure(readMemory / 1e9)} GB/s from one of 256 MB.`,
    `int8 products in ONNX Runtime's WASM at best: ${figure(productsPerSecond / 1e9)} billion multiply-adds/s.\n`,
    stepTable(roofs, steps),
    ...growth,
    `Picture: ${relative(root, options.svg)}`,
  ].join('\n');
}

/** @param {{ size: number, ms: number[] } | undefined} before @param {number} size @param {readonly number[]} ms */
function growthSince(before, size, ms) {
  if (before === undefined) return '';
  return figure((median(ms) / median(before.ms)) ** (1 / Math.log2(size / before.size)));
}

/** @param {Roofs} roofs @param {readonly Steps[]} steps */
function stepTable({ weightBytes, products, readCached, readMemory, productsPerSecond }, steps) {
  const columns = steps.map((step) => {
    const read = weightBytes + step.fedBytes;
    const readMs = (read / readCached) * 1000;
    const computeMs = ((products + step.fedMatrix) * step.rows * 1000) / productsPerSecond;
    return [
      figure(step.rows), figure(weightBytes / megabyte), figure(step.fedBytes / megabyte), figure(step.fetchedBytes / megabyte),
      figure(readMs), figure((read / readMemory) * 1000), figure(computeMs), figure(step.stepMs),
      `${figure(step.stepMs / Math.max(readMs, computeMs))}×`, `${figure(step.decoderShare * 100)} %`, `${figure(step.otherGraphsShare * 100)} %`,
    ];
  });
  const names = [
    'rows of a step', 'matrices of the graph, MB', 'tensors given to it, MB', 'tensors taken from it, MB', 'reading both, from the cache, ms',
    'reading both, from memory, ms', 'multiplying, ms', 'measured step, ms', 'measured ÷ the larger roof', 'of the time of a translation', 'other graphs',
  ];
  return markdownTable(
    ['', ...steps.map(({ beamSize }) => (beamSize === 1 ? 'greedy' : `beam ${beamSize}`))],
    names.map((name, row) => [name, ...columns.map((column) => column[row] ?? '')]),
  );
}
