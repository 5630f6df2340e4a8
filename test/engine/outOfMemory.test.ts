/** Real workers that get no more memory: that of WebAssembly has a maximum, that of JavaScript a limit. */
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { EngineClient } from '../../engine/client';
import { spelled } from '../spelled';
import { bundleEngine, type Bundles } from './bundles';
import { realPack, withRealPack } from './support';
import { watchedHost, type WatchedWorker } from './watchedWorkers';

let bundles: Bundles;
const clients: EngineClient[] = [];
beforeAll(async () => {
  bundles = await bundleEngine();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});
afterAll(() => bundles.remove());

/** Runs before a worker: the memory that ONNX Runtime asks for may not grow beyond so many pages of 64 KB. */
const capped = (pages: number): string => `
  const { Memory } = WebAssembly;
  WebAssembly.Memory = function (descriptor) { return new Memory({ ...descriptor, maximum: ${pages} }); };`;

/** A client whose workers start one after another as given, and then as ever. */
function createClient(parallelism: number, starts: readonly ((file: string) => Worker)[]): { readonly client: EngineClient; readonly workers: WatchedWorker[]; readonly log: string[] } {
  const log: string[] = [];
  const left = [...starts];
  const { host, workers } = watchedHost(bundles.dist, { parallelism, log: (level, message) => log.push(`${level} ${message}`) }, (file) => (left.shift() ?? started)(file));
  const client = new EngineClient(host);
  clients.push(client);
  return { client, workers, log };
}

const started = (file: string): Worker => new Worker(file);
const before = (script: string, options: WorkerOptions = {}) => (file: string): Worker =>
  new Worker(`${script}\nrequire(${JSON.stringify(file)});`, { ...options, eval: true });

const request = { pack: realPack, texts: ['Open the file.'] };
/** Long enough for a second worker. The names are long, but for the decoder a word each. */
const shared = { pack: realPack, texts: Array.from({ length: 50 }, (_, i) => `Open \`${'file'.repeat(45)}\` and read line ${spelled(i)}.`), options: { beamSize: 1 } };

/** Less than the pack needs. */
const tooLittle = 300;
/** The pack and a short text fit; a sentence without end with many hypotheses does not. */
const barelyEnough = 440;
const endless = { pack: realPack, texts: ['the file and '.repeat(3000)], options: { beamSize: 12 } };

const outOfMemory = { code: 'out-of-memory', message: expect.stringMatching(/not enough memory.*nothing was changed.*try again/u) as string };

describe.skipIf(!withRealPack)('a worker that gets no more memory', () => {
  test('while it loads a pack ends, with all that it was asked; the next request starts another one', async () => {
    const { client, workers, log } = createClient(1, [before(capped(tooLittle))]);
    const outcomes = await Promise.allSettled([client.translate(request), client.translate(request)]);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'rejected', reason: outOfMemory });
    expect(log).toContainEqual(expect.stringMatching(/^warn engine worker ended/u));
    await expect(client.translate(request)).resolves.toMatchObject([{ target: expect.stringContaining('文件') as string }]);
    expect(workers).toHaveLength(2);
  });

  test('while it translates does too', async () => {
    const { client, workers } = createClient(1, [before(capped(barelyEnough))]);
    await expect(client.translate(request)).resolves.toHaveLength(1);
    await expect(client.translate(endless)).rejects.toMatchObject(outOfMemory);
    expect(client.isRunning).toBe(false);
    await expect(client.translate(request)).resolves.toHaveLength(1);
    expect(workers).toHaveLength(2);
  });

  test('beside the first costs nothing but time', async () => {
    const { client, workers } = createClient(3, [started, before(capped(tooLittle))]);
    const translations = await client.translate(shared);
    expect(translations.map(({ source }) => source)).toEqual(shared.texts);
    expect(workers).toHaveLength(2);
  });

  test('for JavaScript is ended by Node; the next request starts another one', async () => {
    const { client, workers } = createClient(1, [before('', { resourceLimits: { maxOldGenerationSizeMb: 12 } })]);
    await expect(client.translate({ ...request, texts: ['Open the file. '.repeat(300_000)] })).rejects.toMatchObject({ code: 'worker-crashed', detail: expect.stringContaining('memory') as string });
    await expect(client.translate(request)).resolves.toHaveLength(1);
    expect(workers).toHaveLength(2);
  });
});
