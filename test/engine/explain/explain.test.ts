/** The reader's questions on the tiny pack: the numbers are compared with the reference in test/parity. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../engine/engine';
import { voteShares } from '../../../engine/explain/explain';
import type { Explanation } from '../../../engine/protocol/explanation';
import type { SentenceTranslation } from '../../../engine/protocol/result';
import { createEngine, tinyPack } from '../support';

const source = 'Write each line of the file.';
let engine: Engine;
let target: string;
let sentence: SentenceTranslation;
let explanation: Explanation;
beforeAll(async () => {
  engine = createEngine();
  const [translation] = await engine.translate({ pack: tinyPack, texts: [source] });
  target = translation!.target;
  sentence = translation!.sentences[0]!;
  explanation = await engine.explain({ pack: tinyPack, source, subwords: sentence.subwords });
});

describe('explain', () => {
  test('one step per subword, and EOS; their probabilities are those of the translation', () => {
    expect(explanation.steps.map(({ id }) => id).slice(0, -1)).toEqual(sentence.subwords);
    const logProb = explanation.steps.reduce((sum, { probability }) => sum + Math.log(probability), 0);
    expect(logProb / explanation.steps.length).toBeCloseTo(sentence.score, 3);
  });

  test('subwords lie in the texts, and their words are the words of the translation', () => {
    for (const { text, start, end } of explanation.sourceSubwords) expect(source.slice(start, end)).toBe(text);
    const words = new Set(explanation.targetSubwords.map(({ word }) => word).filter((word) => word >= 0));
    expect(words.size).toBe(sentence.targetTokens.length);
    expect(explanation.targetSubwords.at(-1)).toMatchObject({ text: '', word: -1 });
  });

  test('alternatives: the best first, five at most, the written one among the best where it is', () => {
    for (const { alternatives, probability } of explanation.steps) {
      expect(alternatives).toHaveLength(5);
      const probabilities = alternatives.map((alternative) => alternative.probability);
      expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
      expect(probability).toBeLessThanOrEqual(probabilities[0]! + 1e-9);
    }
  });

  test('the first hypothesis is the translation', () => {
    expect(explanation.hypotheses[0]!.text).toBe(target);
    expect(explanation.hypotheses[0]!.subwords.slice(0, -1)).toEqual(sentence.subwords);
    expect(explanation.hypotheses.length).toBeGreaterThan(1);
  });

  test('says which equations the pack follows', () => {
    expect(explanation.model).toMatchObject({ cell: 'regated', score: 'general', recurrentOutput: expect.any(Boolean) as boolean });
    expect(explanation.steps[0]!.hidden).toHaveLength(explanation.model.hidden);
  });

  test('refuses subwords of another pack, and a source without words', async () => {
    await expect(engine.explain({ pack: tinyPack, source, subwords: [1e6] })).rejects.toMatchObject({ code: 'pack-incompatible' });
    await expect(engine.explain({ pack: tinyPack, source: ' ', subwords: [] })).rejects.toMatchObject({ code: 'empty-input' });
  });
});

describe('continue', () => {
  test('keeps the prefix and goes on from the chosen word', async () => {
    const chosen = explanation.steps[1]!.alternatives.find(({ id }) => id !== sentence.subwords[1] && id > 2)!;
    const prefix = [sentence.subwords[0]!, chosen.id];
    const translation = await engine.continue({ pack: tinyPack, source, prefix });
    expect(translation.sentences[0]!.subwords.slice(0, 2)).toEqual(prefix);
  });

  test('protected spans are kept whatever the reader chooses', async () => {
    const translation = await engine.continue({ pack: tinyPack, source: 'Write `x` in each line.', prefix: sentence.subwords.slice(0, 2) });
    expect(translation.target).toContain('`x`');
  });

  test('a hypothesis is taken as it is', async () => {
    const { subwords, text, score } = explanation.hypotheses.at(-1)!;
    const translation = await engine.continue({ pack: tinyPack, source, prefix: subwords });
    expect(translation.target).toBe(text);
    expect(translation.score).toBeCloseTo(score, 4);
  });
});

test('shares of votes: each term of the sum over all of them', () => {
  const lexicon = { likelihood: (target: number, at: number) => (target === 5 && at === 1 ? 0.8 : 0) + 0.1, floorOf: () => 0.1 };
  const { votes, own } = voteShares(Float32Array.of(0.25, 0.75), 5, [0, 1], lexicon);
  // 0.75 · 0.8 = 0.6 against ε·u = 0.1.
  expect(votes[0]).toBeCloseTo(0, 6);
  expect(votes[1]).toBeCloseTo(0.6 / 0.7, 5);
  expect(own).toBeCloseTo(0.1 / 0.7, 5);
  expect(voteShares(Float32Array.of(1), 5, [0], undefined)).toEqual({ votes: Float32Array.of(0), own: 1 });
});
