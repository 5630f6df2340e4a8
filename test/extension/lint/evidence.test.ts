/** Batches and memory of what the model says; a stand-in for the engine finds every word unsupported. */
import { expect, test } from 'vitest';
import { AlignLensError } from '../../../engine/protocol/errors';
import type { AlignRequest, PackInfo } from '../../../engine/protocol/result';
import type { LintPair } from '../../../engine/lint';
import { Evidence, type Judged, type Judges } from '../../../extension/lint/evidence';

const judges: Judges = { pack: { location: 'pack', version: '1' } as PackInfo, reverse: undefined };

function pairOf(source: string, target = '什么都没有'): LintPair {
  return { source, target, flags: [], glossary: [], sourceLanguage: 'en', targetLanguage: 'zh' };
}

function evidenceWith(requests: AlignRequest[], failAt = Infinity): Evidence {
  return new Evidence({
    align: (request) => {
      requests.push(request);
      if (requests.length >= failAt) return Promise.reject(new AlignLensError('worker-crashed', 'stopped'));
      return Promise.resolve(
        request.pairs.map(({ source, target }) => {
          const span = { start: 0, end: source.length };
          const none = new Float32Array(0);
          const sentence = {
            source: span,
            target: { start: 0, end: 0 },
            sourceTokens: [{ ...span, text: source }],
            targetTokens: [],
            alignment: none,
            attention: none,
            links: [],
            confidence: none,
            subwords: [],
            score: 0,
            sourceSupport: new Float32Array(1),
            targetSupport: none,
          };
          return { source, target, sentences: [sentence], score: 0 };
        }),
      );
    },
  });
}

async function all(generator: AsyncGenerator<Judged[]>): Promise<Judged[]> {
  const judged: Judged[] = [];
  for await (const batch of generator) judged.push(...batch);
  return judged;
}

const signal = new AbortController().signal;
const long = (word: string): string => `${word} is one of the many words that this sentence says again. `.repeat(5);

test('pairs go in batches of limited length and come back in order', async () => {
  const requests: AlignRequest[] = [];
  const pairs = ['a', 'b', 'c', 'd', 'e'].map((word) => pairOf(long(word)));
  const judged = await all(evidenceWith(requests).judge(judges, pairs, signal));
  expect(requests.map(({ pairs: batch }) => batch.length)).toEqual([2, 2, 1]);
  expect(judged.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  expect(judged.every(({ findings }) => findings[0]?.rule === 'omission')).toBe(true);
  expect(requests[0]).not.toHaveProperty('reversePack');
});

test('what was judged once is known, for the same packs', async () => {
  const evidence = evidenceWith([]);
  const pair = pairOf(long('a'));
  expect(evidence.recall(judges, pair)).toBeUndefined();
  const [judged] = await all(evidence.judge(judges, [pair], signal));
  expect(evidence.recall(judges, pair)).toBe(judged?.findings);
  expect(evidence.recall({ ...judges, reverse: judges.pack }, pair)).toBeUndefined();
  expect(evidence.recall(judges, pairOf(long('a'), '别的'))).toBeUndefined();
});

test('a failure ends it; what came before stays known', async () => {
  const evidence = evidenceWith([], 2);
  const pairs = ['a', 'b', 'c'].map((word) => pairOf(long(word)));
  await expect(all(evidence.judge(judges, pairs, signal))).rejects.toMatchObject({ code: 'worker-crashed' });
  expect(evidence.recall(judges, pairs[0]!)).toHaveLength(1);
  expect(evidence.recall(judges, pairs[2]!)).toBeUndefined();
});

test('nothing to judge asks nothing', async () => {
  const requests: AlignRequest[] = [];
  expect(await all(evidenceWith(requests).judge(judges, [], signal))).toEqual([]);
  expect(requests).toEqual([]);
});

test('what an exact rule has found, the model does not say again', async () => {
  const [judged] = await all(evidenceWith([]).judge(judges, [pairOf('<b>%s</b>')], signal));
  expect(judged?.findings).toEqual([]);
});
