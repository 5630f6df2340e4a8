/** The benchmark's program: measures the engine as its hosts use it and prints a table and one line of JSON. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { EngineClient } from '../client';
import { Engine } from '../engine';
import type { EngineHost } from '../host';
import { nodeEngineHost, runScript } from '../platform/node';
import { runtimeLocation } from '../protocol/workerProtocol';
import { median, stepTimes, timed } from './stepTimes';
import { UsageError } from './usage';

/** What a figure is and how it reads in the table. */
interface Figure {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
}

interface Folders {
  /** The built bundles: the worker and the runtime. */
  readonly dist: string;
  readonly pack: string;
}

/** Steps timed for each number of rows. */
const timedSteps = 40;
/** Event-loop delays are sampled every millisecond; a sample is the time between two turns. */
const samplingInterval = 1;

/**
 * Measures with the given pack and lines. Throws AlignLensError when the pack cannot be used.
 */
async function measure(folders: Folders, lines: readonly string[]): Promise<Figure[]> {
  const host = nodeEngineHost({ distDir: folders.dist, log: () => undefined });
  const client = new EngineClient({ ...host, parallelism: 1 });
  const figures: Figure[] = [];
  const add = (key: string, label: string, value: number, unit: string): void => {
    figures.push({ key, label, value, unit });
  };
  try {
    // The engine knows a line that it has translated: each is asked for once with the same options.
    const [warmLine, coldLine, ...rest] = lines;
    const words = rest.join(' ').split(/\s+/u).length;
    const cold = await timed(() => client.translate({ pack: folders.pack, texts: [coldLine!] }));
    add('firstResultMs', 'time to first result (worker start, pack load, one line)', cold, 'ms');
    const warm = await timed(() => client.translate({ pack: folders.pack, texts: [warmLine!] }));
    add('oneLineMs', 'one line with a loaded pack', warm, 'ms');
    const delay = monitorEventLoopDelay({ resolution: samplingInterval });
    delay.enable();
    const all = await timed(() => client.translate({ pack: folders.pack, texts: rest }));
    delay.disable();
    add('wordsPerSecond', `throughput, ${rest.length} lines with the pack's beam`, (words / all) * 1000, 'source words/s');
    add('hostDelayP99Ms', `host event loop delay meanwhile, p99`, delay.percentile(99) / 1e6, 'ms');
    add('hostDelayMaxMs', `host event loop delay meanwhile, maximum`, delay.max / 1e6, 'ms');
    const greedy = await timed(() =>
      client.translate({ pack: folders.pack, texts: rest, options: { beamSize: 1 } }),
    );
    add('greedyWordsPerSecond', `throughput, ${rest.length} lines, greedy`, (words / greedy) * 1000, 'source words/s');
    // The worker's memory counts too: it is a thread of this process.
    add('residentMemoryMb', 'resident memory of the process', process.memoryUsage().rss / 2 ** 20, 'MB');
  } finally {
    client.dispose();
  }
  figures.push(await measureShared(host, folders.pack, lines));
  return [...figures, ...(await measureSteps(folders, lines))];
}

/** With two workers at least, also on a machine where the product has one only. */
async function measureShared(host: EngineHost, pack: string, [first, ...rest]: readonly string[]): Promise<Figure> {
  const client = new EngineClient({ ...host, parallelism: Math.max(3, host.parallelism) });
  try {
    await client.translate({ pack, texts: [first!] });
    const words = rest.join(' ').split(/\s+/u).length;
    const all = await timed(() => client.translate({ pack, texts: rest }));
    return { key: 'sharedWordsPerSecond', label: `throughput, ${rest.length} lines, several workers`, value: (words / all) * 1000, unit: 'source words/s' };
  } finally {
    client.dispose();
  }
}

/** Pack load and single decoder steps, without the worker in between. */
async function measureSteps(folders: Folders, lines: readonly string[]): Promise<Figure[]> {
  const engine = new Engine({
    readFile: (location, file) => readFile(join(location === runtimeLocation ? folders.dist : location, file)),
    log: () => undefined,
    runScript,
  });
  const loadMs = await timed(() => engine.loadPack(folders.pack));
  const pack = await engine.loadPack(folders.pack);
  const { eos, bos } = pack.manifest.specialTokens;
  const sentences = lines
    .flatMap((line) => pack.sentences.encode(line))
    .map(({ pieces }) => [...pieces.map(({ id }) => id), eos])
    .filter(({ length }) => length >= 12 && length <= 20)
    .slice(0, 4);
  const figures: Figure[] = [{ key: 'packLoadMs', label: 'pack load (runtime, hashes, sessions)', value: loadMs, unit: 'ms' }];
  for (const [count, beams] of [[1, 1], [1, 4], [4, 4]] as const) {
    const model = await pack.session.encode(sentences.slice(0, count), { shortlistWith: [] });
    const rows = count * beams;
    const label = `decoder step, ${rows} row${rows > 1 ? 's' : ''} (${count} × beam ${beams}), source of ${model.sourceLength}`;
    figures.push({ key: `step${rows}Ms`, label, value: median(await stepTimes(model, beams, bos, timedSteps)), unit: 'ms' });
  }
  await pack.session.release();
  return figures;
}

function table(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ label }) => label.length));
  return figures.map(({ label, value, unit }) => `${label.padEnd(width)}  ${value.toFixed(1).padStart(8)} ${unit}\n`).join('');
}

async function main(): Promise<void> {
  const [dist, pack, text] = process.argv.slice(2);
  if (dist === undefined || pack === undefined || text === undefined) throw new UsageError('bench needs DIST PACK TEXT');
  const lines = (await readFile(text, 'utf8')).split('\n').filter((line) => line !== '');
  if (lines.length < 3) throw new UsageError(`${text} has ${lines.length} lines; bench needs three at least`);
  const figures = await measure({ dist, pack }, lines);
  const environment = { pack, text, lines: lines.length, node: process.version, platform: `${process.platform} ${process.arch}` };
  process.stdout.write(`${lines.length} lines of ${text}, pack ${pack}, Node ${process.version}, WASM with one thread\n`);
  process.stdout.write(table(figures));
  const values = Object.fromEntries(figures.map(({ key, value }) => [key, Number(value.toFixed(3))]));
  process.stdout.write(`${JSON.stringify({ ...environment, ...values })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
