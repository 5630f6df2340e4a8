import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { EngineClient } from '../../engine/client';
import type { EngineHost } from '../../engine/host';
import { nodeEngineHost } from '../../engine/platform/node';
import { spelled } from '../spelled';
import { bundleEngine, type Bundles } from './bundles';
import { tinyPack, tinySummarizer } from './support';
import { watchedHost } from './watchedWorkers';

let bundles: Bundles;
const clients: EngineClient[] = [];
beforeAll(async () => {
  bundles = await bundleEngine();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});
afterAll(() => bundles.remove());

function createClient(changes: Partial<EngineHost> = {}): EngineClient {
  const client = new EngineClient({ ...nodeEngineHost({ distDir: bundles.dist, log: () => undefined }), ...changes });
  clients.push(client);
  return client;
}

const request = { pack: tinyPack, texts: ['Open the file.', '', 'Write each line of `main.py`.'] };
const long = { pack: tinyPack, texts: Array.from({ length: 200 }, (_, i) => `Open the file and read line ${spelled(i)}.`) };

describe('EngineClient with a real worker thread', () => {
  test('translates and transfers the matrices', async () => {
    const translations = await createClient().translate(request);
    expect(translations.map(({ source }) => source)).toEqual(request.texts);
    expect(translations[1]!.target).toBe('');
    const [sentence] = translations[2]!.sentences;
    expect(sentence!.alignment).toBeInstanceOf(Float32Array);
    expect(sentence!.alignment).toHaveLength(sentence!.sourceTokens.length * sentence!.targetTokens.length);
    expect(translations[2]!.target).toContain('`main.py`');
  });

  test('summarizes and transfers the matrices', async () => {
    const texts = ['def close(file): file.close()', 'x = 1\ny = 2'];
    const seen: number[] = [];
    const options = { onProgress: (done: number, total: number) => seen.push(done / total) };
    const summaries = await createClient().summarize({ pack: tinySummarizer, texts, options: { lines: 2 } }, options);
    expect(summaries.map(({ source }) => source)).toEqual(texts);
    expect(seen.at(-1)).toBe(1);
    for (const { lines } of summaries) {
      for (const { alignment, sourceTokens, targetTokens } of lines) {
        expect(alignment).toBeInstanceOf(Float32Array);
        expect(alignment).toHaveLength(sourceTokens.length * targetTokens.length);
      }
    }
    await expect(createClient().summarize({ pack: tinySummarizer, texts: [''] })).rejects.toMatchObject({ code: 'empty-input' });
  });

  test('a summary can be cancelled', async () => {
    const controller = new AbortController();
    const running = createClient().summarize(
      { pack: tinySummarizer, texts: ['def run(path): return read(path)\n'.repeat(2000)] },
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('describes a pack by its manifest', async () => {
    await expect(createClient().describePack(tinyPack)).resolves.toEqual({
      id: 'tiny',
      version: '0.0.1',
      task: 'translate',
      sourceLanguage: 'en',
      targetLanguage: 'zh',
      location: tinyPack,
    });
  });

  test('a missing pack is reported and does not harm the next request', async () => {
    const client = createClient();
    await expect(client.translate({ pack: '/nowhere', texts: ['a'] })).rejects.toMatchObject({ code: 'pack-missing' });
    await expect(client.translate(request)).resolves.toHaveLength(3);
  });

  test('a pack that could not be read once is read again', async () => {
    let broken = true;
    const host = nodeEngineHost({ distDir: bundles.dist, log: () => undefined });
    const client = createClient({
      readFile: (location, file) =>
        broken && file === 'decoder.onnx' ? Promise.reject(new Error('busy')) : host.readFile(location, file),
    });
    await expect(client.translate(request)).rejects.toMatchObject({ code: 'pack-missing', detail: expect.stringContaining('busy') as string });
    broken = false;
    await expect(client.translate(request)).resolves.toHaveLength(3);
  });

  test('cancelling rejects at once, and the worker takes the next request', async () => {
    const { host, workers } = watchedHost(bundles.dist, { parallelism: 1 });
    const client = createClient(host);
    const text = long.texts.join(' ');
    const controller = new AbortController();
    const running = client.translate({ ...long, texts: [text] }, { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    await expect(client.translate(request)).resolves.toHaveLength(3);
    // The worker really stopped: all 200 sentences are many batches.
    expect(workers[0]!.received.filter(({ kind }) => kind === 'progress').length).toBeLessThan(5);
  });

  test('a request waiting in the queue can be cancelled too', async () => {
    const client = createClient();
    const first = client.translate(long);
    const controller = new AbortController();
    const second = client.translate(request, { signal: controller.signal });
    setTimeout(() => controller.abort(), 10);
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
    await expect(first).resolves.toHaveLength(200);
  });

  test('an interactive request passes a long background one at once', async () => {
    const client = createClient();
    await client.translate(request);
    let sentences = 0;
    let sent = 0;
    let passing: Promise<number> | undefined;
    const onProgress = (done: number): void => {
      sentences = done;
      if (passing) return;
      sent = done;
      passing = client.translate(request).then(() => sentences);
    };
    const background = client.translate({ ...long, priority: 'background' }, { onProgress });
    await expect(background).resolves.toHaveLength(200);
    // It does not wait for the batch that is under way when it comes; the next one may start before it is heard.
    expect((await passing)! - sent).toBeLessThanOrEqual(16);
    expect(sentences).toBe(200);
  });

  test('a translation is told while it grows, to who listens', async () => {
    const client = createClient();
    const text = Array.from({ length: 40 }, (_, i) => `Open the file and read line ${spelled(i)}.`).join(' ');
    const told: { text: string; at: number }[] = [];
    const onPartial = (beginning: string): void => void told.push({ text: beginning, at: performance.now() });
    const [translation] = await client.translate({ pack: tinyPack, texts: [text] }, { onPartial });
    expect(told.length).toBeGreaterThan(1);
    // What is told of the last sentence may still change.
    const [first] = translation!.sentences;
    const sentence = translation!.target.slice(first!.target.start, first!.target.end);
    expect(told.at(-1)!.text.startsWith(sentence)).toBe(true);
    expect(told.length).toBeLessThanOrEqual(1 + (told.at(-1)!.at - told[0]!.at) / 90);
  });

  test('when the worker dies, pending calls reject and the next call starts a new one', async () => {
    const { host, workers } = watchedHost(bundles.dist, { parallelism: 1 });
    const client = createClient(host);
    const pending = [client.translate(long), client.translate(long)];
    const outcome = Promise.allSettled(pending);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await workers[0]!.worker.terminate();
    for (const result of await outcome) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'worker-crashed' } });
    }
    await expect(client.translate(request)).resolves.toHaveLength(3);
    expect(workers).toHaveLength(2);
  });

  test('a worker that cannot start is reported, and the next call tries again', async () => {
    let attempts = 0;
    const host = nodeEngineHost({ distDir: bundles.dist, log: () => undefined });
    const client = createClient({
      startWorker: () => {
        attempts += 1;
        if (attempts === 1) throw new Error('no threads left');
        return host.startWorker();
      },
    });
    await expect(client.translate(request)).rejects.toMatchObject({ code: 'worker-crashed' });
    await expect(client.translate(request)).resolves.toHaveLength(3);
  });

  test('disposing rejects what is pending and refuses more', async () => {
    const client = createClient();
    await client.describePack(tinyPack);
    const pending = client.translate(long);
    const outcome = expect(pending).rejects.toMatchObject({ code: 'cancelled' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    client.dispose();
    await outcome;
    await expect(client.translate(request)).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('the host keeps the bytes that it handed out', async () => {
    const kept: Uint8Array[] = [];
    const client = createClient({
      readFile: async (location, file) => {
        const bytes = await readFile(join(location === 'runtime:' ? bundles.dist : location, file));
        kept.push(bytes);
        return bytes;
      },
    });
    await client.translate(request);
    expect(kept.every((bytes) => bytes.byteLength > 0)).toBe(true);
  });
});
