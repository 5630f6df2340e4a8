/**
 * The program behind `npm run bench:growth`: measures how the engine's cost grows, and what the machine allows a decoder
 * step at best. Prints one line of JSON; scripts/benchGrowth.mjs makes tables and a picture of it.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Engine } from '../engine';
import { runScript } from '../platform/node';
import { runtimeLocation } from '../protocol/workerProtocol';
import { OrtGraph, type GraphSignature } from '../session/ortBackend';
import type { LoadedPack } from '../translate/loadedPack';
import { readBandwidth } from './readBandwidth';
import { median, stepTimes, timed } from './stepTimes';
import { UsageError } from './usage';

interface Settings {
  readonly dist: string;
  readonly pack: string;
  /** Folder of the graphs of models/peers/graphs.py. */
  readonly graphs: string;
  readonly text: string;
  /** Sizes of the output layers in `graphs`. */
  readonly vocabularies: readonly number[];
}

/** Milliseconds, by size; each size is measured once in each sweep over all of them. */
interface Series {
  readonly name: string;
  readonly unit: string;
  readonly points: readonly { readonly size: number; readonly ms: number[] }[];
}

/** A run of one of the pack's graphs, as scripts/peers/countingRuntime.mjs keeps it. */
interface Run {
  readonly output: string;
  readonly rows: number;
  readonly ms: number;
  readonly fedBytes: number;
  readonly fedMatrix: number;
  readonly fetchedBytes: number;
}

const sweeps = 5;
const wordCounts = [10, 25, 50, 100, 200, 400];
const batchSizes = [1, 2, 4, 8, 16, 32, 64];
const sourceLengths = [10, 25, 50, 100, 200, 400];
const stepsPerPoint = 8;
/** Rows of the product that shows the peak: enough that its matrix is read once for many of them. */
const peakRows = 256;
/** Inner size and columns of that product. */
const peakSize = 1024;
/** E of the output layers. */
const outputWidth = 256;

async function measure(settings: Settings): Promise<object> {
  const { dist, pack: location } = settings;
  const engine = new Engine({
    readFile: (folder, file) => readFile(join(folder === runtimeLocation ? dist : folder, file)),
    log: () => undefined,
    runScript,
  });
  const pack = await engine.loadPack(location);
  const lines = (await readFile(settings.text, 'utf8')).split('\n').filter((line) => line !== '');
  const series = await measureSeries(settings, engine, pack, lines);
  return { series, roofs: await measureRoofs(settings), steps: await measuredSteps(engine, location, pack, lines) };
}

async function measureSeries({ pack: location, graphs, vocabularies }: Settings, engine: Engine, pack: LoadedPack, lines: readonly string[]): Promise<Series[]> {
  const words = lines.join(' ').split(/\s+/u);
  const subwords = lines.flatMap((line) => pack.sentences.encode(line)).flatMap(({ pieces }) => pieces.map(({ id }) => id));
  const { bos, eos } = pack.manifest.specialTokens;
  const step = async (sentences: number, length: number, beams: number): Promise<number> => {
    const ids = Array.from({ length: sentences }, (_, n) => [...subwords.slice(n * 7, n * 7 + length - 1), eos]);
    const times = await stepTimes(await pack.session.encode(ids, { shortlistWith: [] }), beams, bos, stepsPerPoint);
    return median(times);
  };
  const text = (size: number, beamSize: number): Promise<number> =>
    timed(() => engine.translate({ pack: location, texts: [words.slice(0, size).join(' ')], options: unknownOptions(pack, beamSize) }));
  const outputs = new Map<number, OrtGraph>();
  for (const size of vocabularies) outputs.set(size, await loadGraph(graphs, `output-${size}.onnx`, outputSignature(size)));
  const plans: readonly [string, string, readonly number[], (size: number) => Promise<number>][] = [
    ['text, beam 4', 'source words', wordCounts, (size) => text(size, 4)],
    ['text, greedy', 'source words', wordCounts, (size) => text(size, 1)],
    ['step, one sentence, beam 4', 'source subwords', sourceLengths, (size) => step(1, size, 4)],
    ['step, sentences of 15 subwords, greedy', 'sentences side by side', batchSizes, (size) => step(size, 15, 1)],
    ['output layer, one row', 'target subwords', vocabularies, (size) => runOutput(outputs.get(size)!, 1)],
    ['output layer, four rows', 'target subwords', vocabularies, (size) => runOutput(outputs.get(size)!, 4)],
  ];
  const series = plans.map(([name, unit, sizes, work]) => ({ name, unit, work, points: sizes.map((size) => ({ size, ms: [] as number[] })) }));
  for (let sweep = -1; sweep < sweeps; sweep++) {
    for (const { points, work } of series) {
      for (const { size, ms } of points) {
        const time = await work(size);
        // The first sweep is for the compiler of the machine's JavaScript.
        if (sweep >= 0) ms.push(time);
      }
    }
  }
  return series.map(({ name, unit, points }) => ({ name, unit, points }));
}

let asked = 0;

/** The engine knows what it has translated with the same options: these are new each time, by a billionth. */
function unknownOptions({ manifest }: LoadedPack, beamSize: number): { beamSize: number; lengthPenalty: number } {
  asked += 1;
  return { beamSize, lengthPenalty: manifest.decoding.lengthPenalty + asked * 1e-9 };
}

/** What this machine does at best, with one thread. */
async function measureRoofs({ graphs }: Settings): Promise<object> {
  const { weightBytes, products } = JSON.parse(await readFile(join(graphs, 'decoder.json'), 'utf8')) as Record<string, number>;
  const peak = await loadGraph(graphs, 'peak.onnx', {
    inputs: { x: { type: 'float32', dims: [null, peakSize] } },
    outputs: { y: { type: 'float32', dims: [1] } },
  });
  const x = { data: Float32Array.from({ length: peakRows * peakSize }, (_, place) => Math.sin(place)), dims: [peakRows, peakSize] };
  let fastest = Infinity;
  for (let run = 0; run < 10; run++) fastest = Math.min(fastest, await timed(() => peak.run({ x }, ['y'])));
  await peak.release();
  return {
    weightBytes,
    products,
    readCached: await readBandwidth(weightBytes!, 2 ** 29),
    readMemory: await readBandwidth(2 ** 28, 2 ** 30),
    productsPerSecond: (peakRows * peakSize * peakSize * 1000) / fastest,
  };
}

/** The decoder's steps while sentences of about 12 words are translated one after the other, as hovers ask for them. */
async function measuredSteps(engine: Engine, location: string, pack: LoadedPack, lines: readonly string[]): Promise<object[]> {
  const runs = Reflect.get(globalThis, Symbol.for('alignlens.runs')) as Run[];
  const sentences = lines.filter((line) => line.split(/\s+/u).length === 12);
  const steps: object[] = [];
  for (const beamSize of [1, 4]) {
    runs.length = 0;
    const totalMs = await timed(async () => {
      for (const text of sentences) await engine.translate({ pack: location, texts: [text], options: unknownOptions(pack, beamSize) });
    });
    const decoder = runs.filter(({ output }) => output === 'log_probs');
    const others = runs.filter(({ output }) => output !== 'log_probs');
    const mean = (value: (run: Run) => number): number => decoder.reduce((sum, run) => sum + value(run), 0) / decoder.length;
    const sum = (list: readonly Run[]): number => list.reduce((total, { ms }) => total + ms, 0);
    steps.push({
      beamSize,
      steps: decoder.length,
      rows: mean(({ rows }) => rows),
      stepMs: median(decoder.map(({ ms }) => ms)),
      fedBytes: mean(({ fedBytes }) => fedBytes),
      fetchedBytes: mean(({ fetchedBytes }) => fetchedBytes),
      fedMatrix: mean(({ fedMatrix }) => fedMatrix),
      totalMs,
      decoderShare: sum(decoder) / totalMs,
      otherGraphsShare: sum(others) / totalMs,
    });
  }
  return steps;
}

async function runOutput(graph: OrtGraph, rows: number): Promise<number> {
  const x = { data: Float32Array.from({ length: rows * outputWidth }, (_, place) => Math.sin(place)), dims: [rows, outputWidth] };
  const repeats = 5;
  const ms = await timed(async () => {
    for (let run = 0; run < repeats; run++) await graph.run({ x }, ['log_probs']);
  });
  return ms / repeats;
}

function outputSignature(vocabulary: number): GraphSignature {
  return {
    inputs: { x: { type: 'float32', dims: [null, outputWidth] } },
    outputs: { log_probs: { type: 'float32', dims: [null, vocabulary] } },
  };
}

async function loadGraph(folder: string, file: string, signature: GraphSignature): Promise<OrtGraph> {
  return OrtGraph.load(await readFile(join(folder, file)), file, signature);
}

async function main(): Promise<void> {
  const [settings] = process.argv.slice(2);
  if (settings === undefined) throw new UsageError('benchGrowth needs its settings');
  process.stdout.write(`${JSON.stringify(await measure(JSON.parse(settings) as Settings))}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`bench:growth: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
