/** Salience and decoding of the tiny summarizer against the NumPy reference in float64. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { mergeWords } from '../../engine/align/words';
import type { Engine } from '../../engine/engine';
import type { LoadedPack } from '../../engine/translate/loadedPack';
import { normalise } from '../../engine/text/normalise';
import { createEngine, repository, tinySummarizer } from '../engine/support';

interface ReferenceCase {
  source: string;
  sourceIds: number[];
  greedyTargetIds: number[];
  /** First 8 of each step. */
  logProbs: number[][];
  attention: number[][];
  /** w·h_i, that of EOS too. */
  salienceScores: number[];
}

const tolerance = 1e-5;
const { cases } = JSON.parse(
  readFileSync(join(repository, 'test/fixtures/tiny-summarizer.reference.json'), 'utf8'),
) as { cases: ReferenceCase[] };

let engine: Engine;
let pack: LoadedPack;
beforeAll(async () => {
  engine = createEngine();
  pack = await engine.loadPack(tinySummarizer);
});

function expectClose(actual: ArrayLike<number>, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => expect(Math.abs((actual[i] ?? NaN) - value)).toBeLessThanOrEqual(tolerance));
}

describe.each(cases)('$source', ({ source, sourceIds, greedyTargetIds, logProbs, attention, salienceScores }) => {
  test('source subwords', () => {
    const ids = pack.sourceTokenizer.encode(normalise(source).text).map(({ id }) => id);
    expect([...ids, pack.manifest.specialTokens.eos]).toEqual(sourceIds);
  });

  test('salience scores, alone and in a padded batch', async () => {
    const alone = await pack.session.encode([sourceIds]);
    expectClose(alone.salienceScores!, salienceScores);
    const batch = await pack.session.encode([...cases.map((other) => other.sourceIds), sourceIds]);
    const row = batch.select([cases.length]).salienceScores!;
    expectClose(row.subarray(0, sourceIds.length), salienceScores);
    for (const score of row.subarray(sourceIds.length)) expect(score).toBeLessThan(-1e8);
  });

  test('log-probabilities and attention of each greedy step', async () => {
    const model = await pack.session.encode([sourceIds]);
    let state = model.initialState;
    let previous = pack.manifest.specialTokens.bos;
    for (const [t, target] of greedyTargetIds.entries()) {
      const output = await model.step(Int32Array.of(previous), 1, state);
      expectClose(output.logProbs.subarray(0, 8), logProbs[t]!);
      expectClose(output.attention, attention[t]!);
      state = output.state;
      previous = target;
    }
  });
});

// Of one block each: blocks are encoded on their own.
const limit = 40;
test.each(cases.filter(({ sourceIds }) => sourceIds.length <= limit))(
  '$source: the salience of words is the softmax over the text without EOS',
  async ({ source, salienceScores }) => {
    expect(pack.manifest.limits.maxSourceTokens).toBe(limit);
    const [summary] = await engine.summarize({ pack: tinySummarizer, texts: [source], options: { mode: 'extractive' } });
    const mapped = normalise(source);
    const spans = pack.sourceTokenizer.encode(mapped.text).map(({ start, end }) => mapped.original(start, end));
    const { tokens, wordOfPiece } = mergeWords(spans.map((span) => ({ span, isProtected: false })), source);
    const weights = salienceScores.slice(0, -1).map(Math.exp);
    const sum = weights.reduce((total, weight, piece) => (wordOfPiece[piece]! >= 0 ? total + weight : total), 0);
    const expected = tokens.map((_, word) =>
      weights.reduce((total, weight, piece) => (wordOfPiece[piece] === word ? total + weight / sum : total), 0),
    );
    expect(summary!.salience.map(({ start, end }) => [start, end])).toEqual(tokens.map(({ start, end }) => [start, end]));
    expectClose(summary!.salience.map(({ weight }) => weight), expected);
  },
);
