/** Long requests shared among real workers, and workers that end when nobody needs them. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { EngineClient } from '../../engine/client';
import type { EngineHost } from '../../engine/host';
import { spelled } from '../spelled';
import { bundleEngine, type Bundles } from './bundles';
import { realPack, repository, tinyMarian, tinyPack, withRealPack } from './support';
import { watchedHost, type WatchedWorker } from './watchedWorkers';

let bundles: Bundles;
const clients: EngineClient[] = [];
beforeAll(async () => {
  bundles = await bundleEngine();
});
afterEach(() => {
  vi.useRealTimers();
  for (const client of clients.splice(0)) client.dispose();
});
afterAll(() => bundles.remove());

function createClient(changes: Partial<EngineHost>): { readonly client: EngineClient; readonly workers: WatchedWorker[] } {
  const { host, workers } = watchedHost(bundles.dist, changes);
  const client = new EngineClient(host);
  clients.push(client);
  return { client, workers };
}

const short = { pack: tinyPack, texts: ['Open the file.'] };
/** Long enough for a second worker, too short for a third. The names are long, but for the decoder a word each. */
const long = {
  pack: tinyPack,
  texts: Array.from({ length: 50 }, (_, i) => `Open \`${'file'.repeat(45)}\` and read line ${spelled(i)}.`),
  options: { beamSize: 1 },
};

function translateRequests({ sent }: WatchedWorker): { readonly texts: readonly string[] }[] {
  return sent.filter(({ method }) => method === 'translate').map(({ params }) => params as { readonly texts: readonly string[] });
}

describe('a long request', () => {
  test('is answered in order, as by one worker', async () => {
    const alone = createClient({ parallelism: 1 });
    const expected = await alone.client.translate(long);
    const { client, workers } = createClient({ parallelism: 3 });
    const told: [number, number][] = [];
    const translations = await client.translate(long, { onProgress: (done, total) => told.push([done, total]) });
    expect(translations).toEqual(expected);
    expect(alone.workers).toHaveLength(1);
    expect(workers).toHaveLength(2);
    for (const worker of workers) expect(translateRequests(worker).length).toBeGreaterThan(0);
    expect(told.at(-1)).toEqual([50, 50]);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
    expect(told.every(([done, total]) => done <= total)).toBe(true);
  });

  test('starts no more workers than its length is worth', async () => {
    const { client, workers } = createClient({ parallelism: 16 });
    await client.translate({ ...long, texts: long.texts.slice(0, 20) });
    expect(workers).toHaveLength(1);
    await client.translate(long);
    expect(workers).toHaveLength(2);
  });

  test('tells its first text while it grows', async () => {
    const { client } = createClient({ parallelism: 3 });
    const told: string[] = [];
    const text = Array.from({ length: 80 }, (_, i) => `Open the file and read line ${spelled(i)}.`).join(' ');
    const [translation] = await client.translate({ ...long, texts: [text, ...long.texts] }, { onPartial: (beginning) => told.push(beginning) });
    const [first] = translation!.sentences;
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)!.startsWith(translation!.target.slice(first!.target.start, first!.target.end))).toBe(true);
  });

  test('is passed by a hover, which the first worker answers', async () => {
    const { client, workers } = createClient({ parallelism: 3 });
    let done = 0;
    let hover: Promise<number> | undefined;
    await client.translate(long, {
      onProgress: (sentences) => {
        done = sentences;
        hover ??= client.translate(short).then(() => done);
      },
    });
    expect(await hover).toBeLessThan(50);
    const [first, ...others] = workers.map((worker) => translateRequests(worker).map(({ texts }) => texts));
    expect(first).toContainEqual(short.texts);
    expect(others.flat()).not.toContainEqual(short.texts);
  });

  test('is cancelled at once, and hands nothing out any more', async () => {
    const { client, workers } = createClient({ parallelism: 3 });
    const controller = new AbortController();
    const running = client.translate(long, { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    const parts = workers.flatMap(translateRequests).length;
    await client.translate(short);
    expect(workers.flatMap(translateRequests)).toHaveLength(parts + 1);
    await expect(client.translate(long, { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' });
    await expect(client.translate(long)).resolves.toHaveLength(50);
  });

  test('goes before a long one in the background that came earlier, and both are answered', async () => {
    const { client } = createClient({ parallelism: 3 });
    const ended: string[] = [];
    const background = client.translate({ ...long, priority: 'background' }).then((translations) => (ended.push('background'), translations));
    const asked = client.translate({ ...long, texts: long.texts.map((text) => text.replace('Open', 'Close')) });
    expect((await asked.then((translations) => (ended.push('asked'), translations))).map(({ source }) => source)[0]).toContain('Close');
    expect(await background).toHaveLength(50);
    expect(ended).toEqual(['asked', 'background']);
  });

  test('fails with the first part that does, and leaves the next one alone', async () => {
    let broken = true;
    const { host } = watchedHost(bundles.dist);
    const { client } = createClient({
      parallelism: 3,
      readFile: (location, file) => (broken && file === 'decoder.onnx' ? Promise.reject(new Error('busy')) : host.readFile(location, file)),
    });
    await expect(client.translate(long)).rejects.toMatchObject({ code: 'pack-missing' });
    await expect(client.translate({ ...long, pack: '/nowhere' })).rejects.toMatchObject({ code: 'pack-missing' });
    broken = false;
    await expect(client.translate(long)).resolves.toHaveLength(50);
  });

  test('of a model that is no pack of ours stays with one worker', async () => {
    const { client, workers } = createClient({ parallelism: 3 });
    const texts = Array.from({ length: 6 }, () => `Open. ${'\n'.repeat(2500)}`);
    await expect(client.translate({ pack: tinyMarian, texts })).resolves.toHaveLength(6);
    expect(workers).toHaveLength(1);
  });

  test.skipIf(!withRealPack)('gets the same words from the real pack as by one worker', async () => {
    const texts = readFileSync(join(repository, 'test/fixtures/bench.en.txt'), 'utf8').trimEnd().split('\n');
    const request = { pack: realPack, texts, options: { beamSize: 1 } };
    const { client, workers } = createClient({ parallelism: 3 });
    const shared = await client.translate(request);
    expect(workers).toHaveLength(2);
    const alone = await createClient({ parallelism: 1 }).client.translate(request);
    expect(shared.map(({ target }) => target)).toEqual(alone.map(({ target }) => target));
  });
});

describe('a worker that dies', () => {
  test('beside the first costs nothing but time', async () => {
    const messages: string[] = [];
    const { client, workers } = createClient({ parallelism: 3, log: (level, message) => messages.push(`${level} ${message}`) });
    let killed: Promise<number> | undefined;
    const translations = await client.translate(long, {
      onProgress: () => {
        if (workers[1]) killed ??= workers[1].worker.terminate();
      },
    });
    await killed;
    expect(translations.map(({ source }) => source)).toEqual(long.texts);
    expect(messages.some((message) => message.startsWith('error engine worker'))).toBe(true);
    // Another one is started when the next request pays for it.
    await client.translate({ ...long, texts: long.texts.map((text) => text.replace('Open', 'Close')) });
    expect(workers).toHaveLength(3);
  });

  test('before it has started costs no more', async () => {
    const { host, workers } = watchedHost(bundles.dist);
    let attempts = 0;
    const { client } = createClient({
      parallelism: 3,
      startWorker: () => {
        attempts++;
        if (attempts > 1) throw new Error('no threads left');
        return host.startWorker();
      },
    });
    await expect(client.translate(long)).resolves.toHaveLength(50);
    expect(workers).toHaveLength(1);
    expect(attempts).toBeGreaterThan(1);
  });

  test('first, ends the request; the next one starts it again', async () => {
    const { client, workers } = createClient({ parallelism: 3 });
    const running = client.translate(long);
    const outcome = expect(running).rejects.toMatchObject({ code: 'worker-crashed' });
    await vi.waitUntil(() => workers[0] !== undefined && translateRequests(workers[0]).length > 0);
    await workers[0]!.worker.terminate();
    await outcome;
    await expect(client.translate(short)).resolves.toHaveLength(1);
    await expect(client.translate(long)).resolves.toHaveLength(50);
  });
});

describe('idle workers', () => {
  test('end: those for long requests after some seconds, the first after some minutes; the next request starts it again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { client, workers } = createClient({ parallelism: 3 });
    const expected = await client.translate(long);
    const ended: number[] = [];
    const exits = workers.map(({ worker }, index) => once(worker, 'exit').then(() => ended.push(index)));
    vi.advanceTimersByTime(20_000);
    await exits[1];
    expect(ended).toEqual([1]);
    expect(client.isRunning).toBe(true);
    // A request begins the time anew.
    vi.advanceTimersByTime(14 * 60_000);
    await client.translate(short);
    vi.advanceTimersByTime(14 * 60_000);
    expect(client.isRunning).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(client.isRunning).toBe(false);
    await exits[0];
    expect(await client.translate(long)).toEqual(expected);
    expect(workers).toHaveLength(4);
  });

  test('do not end while something is under way', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { client, workers } = createClient({ parallelism: 1 });
    await client.translate(short);
    const running = client.translate({ ...long, texts: [long.texts.join(' ')] });
    vi.advanceTimersByTime(60 * 60_000);
    await expect(running).resolves.toHaveLength(1);
    expect(workers).toHaveLength(1);
  });
});
