/** Sentences that were decoded before, through the whole engine. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Hypothesis } from '../../../engine/decode/sentenceSearch';
import type { Engine } from '../../../engine/engine';
import type { TranslateRequest, Translation } from '../../../engine/protocol/result';
import { runtimeLocation } from '../../../engine/protocol/workerProtocol';
import { OrtGraph } from '../../../engine/session/ortBackend';
import { TaskQueue } from '../../../engine/taskQueue';
import { HypothesisCache } from '../../../engine/translate/hypothesisCache';
import type { TranslateHooks } from '../../../engine/translate/translator';
import { createEngine, readPackFile, realPack, tinyPack, withManifest, withRealPack } from '../support';

type Rest = Omit<TranslateRequest, 'pack' | 'texts'>;

/** The translations, and how often a graph ran for them. */
async function counted(engine: Engine, pack: string, texts: readonly string[], rest: Rest = {}, hooks: TranslateHooks = {}) {
  const run = vi.spyOn(OrtGraph.prototype, 'run');
  try {
    const translations = await engine.translate({ pack, texts, ...rest }, hooks);
    return { translations, runs: run.mock.calls.length };
  } finally {
    run.mockRestore();
  }
}

describe.skipIf(!withRealPack)('with the pack that ships', () => {
  const text = 'Open the file `a.ts` in a new window, Mr Kowalczykiewicz.';
  let engine: Engine;
  let first: readonly Translation[];
  beforeAll(async () => {
    engine = createEngine();
    first = await engine.translate({ pack: realPack, texts: [text] });
  });

  test('a sentence comes back as it came first, to the last bit, without a decoder step', async () => {
    const again = await counted(engine, realPack, [text]);
    expect(again.runs).toBe(0);
    expect(again.translations).toEqual(first);
    // Each has matrices of its own: the worker gives them away.
    expect(again.translations[0]!.sentences[0]!.attention).not.toBe(first[0]!.sentences[0]!.attention);
  });

  test('elsewhere, with other protected texts, it is as an engine writes it that has not seen it', async () => {
    const other = '\n\tOpen the file `src/other.ts` in a new window, Mr Kowalczykiewicz.  ';
    const cached = await counted(engine, realPack, [other]);
    const fresh = await counted(createEngine(), realPack, [other]);
    expect([cached.runs, fresh.runs > 0]).toEqual([0, true]);
    expect(cached.translations).toEqual(fresh.translations);
    expect(cached.translations[0]!.target).toContain('`src/other.ts`');
  });
});

describe('sentences', () => {
  const sentence = 'Open the file.';

  test('that stand in a request several times are decoded once, and each counts', async () => {
    const once = await counted(createEngine(), tinyPack, [sentence]);
    const progress: [number, number][] = [];
    const onProgress = (done: number, total: number): void => void progress.push([done, total]);
    // More than are decoded side by side.
    const texts = [`${sentence} `.repeat(17), `  ${sentence}`];
    const often = await counted(createEngine(), tinyPack, texts, {}, { onProgress });
    expect(often.runs).toBe(once.runs);
    expect(progress).toEqual([[18, 18]]);
    const [alone] = once.translations[0]!.sentences;
    for (const { source, target, sentences } of often.translations) {
      for (const { attention, alignment, source: at, target: to } of sentences) {
        expect({ attention, alignment }).toEqual({ attention: alone!.attention, alignment: alone!.alignment });
        expect(source.slice(at.start, at.end)).toBe(sentence);
        expect(target.slice(to.start, to.end)).toBe(once.translations[0]!.target);
      }
    }
    expect(often.translations.map(({ sentences }) => sentences.length)).toEqual([17, 1]);
  });

  test('are decoded anew with other terms, another beam or another pack, and only then', async () => {
    const other = withManifest({ version: '9.9.9' });
    const engine = createEngine((location, file) => {
      if (location === runtimeLocation) return readPackFile(location, file);
      return location === 'other' ? other(tinyPack, file) : readPackFile(tinyPack, file);
    });
    const runsOf = async (rest: Rest, pack = tinyPack): Promise<number> => (await counted(engine, pack, [sentence], rest)).runs;
    const terms = (target: string, required = true) => ({ terms: [{ source: 'file', target, required }] });
    const different: readonly [Rest, string?][] = [
      [{}],
      [terms('文档')],
      [terms('行号')],
      [terms('文档', false)],
      [{ options: { beamSize: 1 } }],
      [{ options: { lengthPenalty: 0.5 } }],
      [{}, 'other'],
    ];
    for (const [rest, pack] of different) expect(await runsOf(rest, pack), JSON.stringify([rest, pack])).toBeGreaterThan(0);
    for (const [rest, pack] of different) expect(await runsOf(rest, pack), JSON.stringify([rest, pack])).toBe(0);
    // Terms that the sentence lacks are none of its own; the same pack elsewhere is the same pack.
    expect(await runsOf({ terms: [{ source: 'window', target: '窗', required: true }] })).toBe(0);
    expect(await runsOf({}, 'copy')).toBe(0);
  });

  test('of a request that was cancelled stay known as far as they were done', async () => {
    const engine = createEngine();
    const texts = Array.from({ length: 18 }, (_, i) => `Open the file ${'again '.repeat(i)}.`);
    const controller = new AbortController();
    const cancelled = counted(engine, tinyPack, texts, {}, { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    const progress: number[] = [];
    await counted(engine, tinyPack, texts, {}, { onProgress: (done) => progress.push(done) });
    expect(progress).toEqual([16, 18]);
  });

  test('that somebody in a hurry had meanwhile are not decoded again, and all read the same', async () => {
    const engine = createEngine();
    const queue = new TaskQueue();
    // One more than are decoded side by side; the longest comes last.
    const texts = Array.from({ length: 17 }, (_, i) => `Open the file ${'again '.repeat(i)}.`);
    let passing: Promise<Translation[]> | undefined;
    let runsOfFirst = 0;
    const run = vi.spyOn(OrtGraph.prototype, 'run');
    const background = await queue.run((letPass) => {
      const pass = (): Promise<void> => {
        passing ??= queue.run(() => engine.translate({ pack: tinyPack, texts: [texts[16]!] }));
        return letPass();
      };
      const onProgress = (done: number): void => {
        // 17 at once where the hurry came while the texts were still being read.
        if (done >= 16 && runsOfFirst === 0) runsOfFirst = run.mock.calls.length;
      };
      return engine.translate({ pack: tinyPack, texts }, { letPass: pass, onProgress });
    }, 'background');
    const runs = run.mock.calls.length;
    run.mockRestore();
    expect(runsOfFirst).toBeGreaterThan(0);
    expect(runs).toBe(runsOfFirst);
    expect(background.slice(16)).toEqual(await passing);
  });
});

describe('the cache', () => {
  const hypothesis = (cells: number): Hypothesis => ({
    ids: [3],
    attention: new Float32Array(cells),
    logProbs: new Float32Array(1),
    logProb: -1,
    score: -1,
    inserted: 0,
  });

  test('never holds more than its capacity, and lets go of what was unused for longest', () => {
    const cache = new HypothesisCache(20_000);
    for (let i = 0; i < 50; i++) {
      cache.set(`key ${i}`, hypothesis(1000));
      cache.get('key 0');
      expect(cache.bytes).toBeLessThanOrEqual(20_000);
    }
    const kept = Array.from({ length: 50 }, (_, i) => i).filter((i) => cache.get(`key ${i}`));
    expect(kept).toEqual([0, 47, 48, 49]);
  });

  test('counts what takes the place of another once, and keeps nothing that is too large', () => {
    const cache = new HypothesisCache(20_000);
    cache.set('key', hypothesis(100));
    const { bytes } = cache;
    cache.set('key', hypothesis(100));
    expect(cache.bytes).toBe(bytes);
    cache.set('key', hypothesis(10_000));
    expect([cache.get('key'), cache.bytes]).toEqual([undefined, 0]);
  });
});
