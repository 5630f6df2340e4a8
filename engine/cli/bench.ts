/** The benchmark's program: measures the engine as its hosts use it and prints a table and one line of JSON. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { EngineClient } from '../client';
import { Engine } from '../engine';
import { loadPackFiles } from '../pack/loader';
import { nodeEngineHost, runScript } from '../platform/node';
import { runtimeLocation } from '../protocol/workerProtocol';
import { hoverTimes } from './hoverTimes';
import { cancelTimes, longRun } from './longText';
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

/** Cancels that are timed. */
const timedCancels = 20;
/** Seconds after which a long text is cancelled. */
const longestRun = 180;
/** Steps timed for each number of rows. */
const timedSteps = 40;
/** Texts of the length of a hover, and how many of them are timed. */
const hoverWords = [11, 12, 13];
const timedHovers = 40;
/** Event-loop delays are sampled every millisecond; a sample is the time between two turns. */
const samplingInterval = 1;

/**
 * Measures with the given pack and lines. Throws AlignLensError when the pack cannot be used.
 */
async function measure(folders: Folders, lines: readonly string[]): Promise<Figure[]> {
  const client = createClient(folders);
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
    // A few words less of each line, and the engine does not know it.
    const unknown = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((less) => rest.map((line) => line.split(' ').slice(less).join(' '))).join('\n');
    figures.push(...cancelFigures(await cancelTimes(client, folders.pack, unknown, timedCancels)));
  } finally {
    client.dispose();
  }
  figures.push(await measureShared(folders, lines));
  return [...figures, ...(await measureInside(folders, lines))];
}

/** With two workers at least, also on a machine where the product has one only. */
async function measureShared({ dist, pack }: Folders, [first, ...rest]: readonly string[]): Promise<Figure> {
  const host = nodeEngineHost({ distDir: dist, log: () => undefined });
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

/** A text as long as one likes, in one request; `lines` are of another text. */
async function measureLong(folders: Folders, lines: readonly string[], text: string): Promise<Figure[]> {
  const client = createClient(folders);
  try {
    await client.translate({ pack: folders.pack, texts: [lines[0]!] });
    const { seconds, share, peakMb } = await longRun(client, folders.pack, text, longestRun);
    const words = text.split(/\s+/u).length;
    const times = await cancelTimes(client, folders.pack, text, timedCancels);
    return [
      { key: 'longSeconds', label: `${(text.length / 1e6).toFixed(1)} million characters, time given`, value: seconds, unit: 's' },
      { key: 'longPercent', label: 'of them translated', value: share * 100, unit: '%' },
      { key: 'longWordsPerSecond', label: "throughput with the pack's beam", value: (words * share) / seconds, unit: 'source words/s' },
      { key: 'longPeakMb', label: 'resident memory of the process, peak', value: peakMb, unit: 'MB' },
      ...cancelFigures(times),
    ];
  } finally {
    client.dispose();
  }
}

function cancelFigures(times: readonly number[]): Figure[] {
  const label = `a cancel, until the worker answers what it knows, ${times.length} times`;
  return [
    { key: 'cancelMs', label: `${label}: p50`, value: median(times), unit: 'ms' },
    { key: 'cancelMaxMs', label: `${label}: maximum`, value: Math.max(...times), unit: 'ms' },
  ];
}

/** With one worker. */
function createClient({ dist }: Folders): EngineClient {
  return new EngineClient({ ...nodeEngineHost({ distDir: dist, log: () => undefined }), parallelism: 1 });
}

/** Pack load, the parts of a hover and single decoder steps, without the worker in between. */
async function measureInside(folders: Folders, lines: readonly string[]): Promise<Figure[]> {
  const read = (location: string, file: string) => readFile(join(location === runtimeLocation ? folders.dist : location, file));
  const newEngine = (): Engine => new Engine({ readFile: read, log: () => undefined, runScript });
  const readMs = await timed(() => loadPackFiles(folders.pack, read));
  const loadMs = await timed(() => newEngine().loadPack(folders.pack));
  // The runtime is compiled once for the process.
  const engine = newEngine();
  const againMs = await timed(() => engine.loadPack(folders.pack));
  const pack = await engine.loadPack(folders.pack);
  const { eos, bos } = pack.manifest.specialTokens;
  const sentences = lines
    .flatMap((line) => pack.sentences.encode(line))
    .map(({ pieces }) => [...pieces.map(({ id }) => id), eos])
    .filter(({ length }) => length >= 12 && length <= 20)
    .slice(0, 4);
  const short = lines.filter((line) => hoverWords.includes(line.split(/\s+/u).length));
  const hover = await hoverTimes(engine, folders.pack, short.slice(0, timedHovers));
  const figures: Figure[] = [
    { key: 'packLoadMs', label: 'pack load (runtime, hashes, sessions)', value: loadMs, unit: 'ms' },
    { key: 'packReadMs', label: '  files and their hashes', value: readMs, unit: 'ms' },
    { key: 'runtimeMs', label: '  runtime', value: loadMs - againMs, unit: 'ms' },
    { key: 'sessionsMs', label: '  sessions, tokenizers, lexicon', value: againMs - readMs, unit: 'ms' },
    { key: 'hoverReadingMs', label: `hover of ${hoverWords[0]} to ${hoverWords.at(-1)} words: sentences and subwords`, value: hover.reading, unit: 'ms' },
    { key: 'hoverEncoderMs', label: '  encoder', value: hover.encoder, unit: 'ms' },
    { key: 'hoverDecoderMs', label: `  ${hover.steps} decoder steps, with copies in and out`, value: hover.decoder, unit: 'ms' },
    { key: 'hoverSearchMs', label: '  shortlist, lexicon, beams, alignment, text', value: hover.search, unit: 'ms' },
  ];
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
  const [dist, pack, text, long] = process.argv.slice(2);
  if (dist === undefined || pack === undefined || text === undefined) throw new UsageError('bench needs DIST PACK TEXT');
  const lines = (await readFile(text, 'utf8')).split('\n').filter((line) => line !== '');
  if (lines.length < 3) throw new UsageError(`${text} has ${lines.length} lines; bench needs three at least`);
  const folders = { dist, pack };
  const figures = long === undefined ? await measure(folders, lines) : await measureLong(folders, lines, await readFile(long, 'utf8'));
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
