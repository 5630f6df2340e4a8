/** How hypotheses end that would otherwise go round in circles. */
import { describe, expect, test } from 'vitest';
import { beamSearch } from '../../../engine/decode/beamSearch';
import { cover } from '../../../engine/decode/coverage';
import { PlaceholderConstraint } from '../../../engine/decode/placeholders';
import type { SearchTask } from '../../../engine/decode/sentenceSearch';
import { Shortlist } from '../../../engine/decode/shortlist';
import type { StepModel } from '../../../engine/decode/stepModel';

const [pad, bos, eos, first] = [0, 1, 2, 3];
const plain = { lengthPenalty: 1, noRepeatNgram: 0, coveragePenalty: 0, excessPenalty: 0, specialTokens: { pad, bos, eos } };
const placeholders = { kinds: ['n'], perKind: 2, firstId: first };
const vocabulary = 7;
const everything = new Shortlist(Int32Array.from({ length: vocabulary }, (_, id) => id), vocabulary);

/** A model that writes what it is told, whatever it has written, and looks at the first source subword. */
function constantModel(logProbs: Readonly<Record<number, number>>): StepModel & { readonly steps: () => number } {
  let steps = 0;
  const model: StepModel = {
    sentences: 1,
    sourceLength: 2,
    shortlist: everything,
    initialState: { none: Float32Array.of(0) },
    step: (_, beams) => {
      steps++;
      const values = Float32Array.from({ length: vocabulary * beams }, (__, i) => logProbs[i % vocabulary] ?? -50);
      const attention = Float32Array.from({ length: 2 * beams }, (__, i) => (i % 2 === 0 ? 1 : 0));
      return Promise.resolve({ logProbs: values, attention, state: { none: new Float32Array(beams) } });
    },
    select: () => model,
  };
  return { ...model, steps: () => steps };
}

test('excess is what one source subword gets beyond three steps', () => {
  const step = Float32Array.of(0.75, 0.25, 9);
  let coverage = cover(undefined, step, 2);
  for (let steps = 2; steps <= 8; steps++) {
    coverage = cover(coverage, step, 2);
    expect([...coverage.covered]).toEqual([steps * 0.75, steps * 0.25]);
    expect(coverage.excess).toBeCloseTo(Math.max(steps * 0.75 - 3, 0), 6);
  }
  expect([...coverage.attention]).toEqual([0.75, 0.25]);
});

describe('excess penalty', () => {
  test('log-probabilities are those of the model', async () => {
    const own = { sourceIds: [6, eos], maxLength: 8, constraint: new PlaceholderConstraint(placeholders, []) };
    const [found] = await beamSearch(constantModel({ 6: -0.5, [eos]: -1 }), [own], { ...plain, beamSize: 2, excessPenalty: 1 }, () => Promise.resolve());
    for (const { ids, logProb, logProbs } of found!) {
      expect(logProb).toBeCloseTo(-0.5 * ids.length - 1, 5);
      expect([...logProbs]).toEqual(ids.map((): unknown => expect.closeTo(-0.5, 5)));
    }
  });
});

test('improbable ends, however many, are no reason to give up what is more probable than each of them', async () => {
  // Behind 5 it writes 5 until there are six; behind anything else it ends.
  const sure: StepModel = {
    sentences: 1,
    sourceLength: 2,
    shortlist: everything,
    initialState: { length: Float32Array.of(0) },
    step: (ids, beams, state) => {
      const logProbs = new Float32Array(beams * vocabulary).fill(-50);
      const lengths = Float32Array.from({ length: beams }, (_, row) => (state['length']![row] ?? 0) + 1);
      lengths.forEach((length, row) => {
        const onlyFives = length === 1 || ids[row] === 5;
        logProbs[row * vocabulary + (onlyFives && length < 7 ? 5 : eos)] = -0.01;
        if (onlyFives && length < 7) logProbs[row * vocabulary + 6] = -5;
      });
      return Promise.resolve({ logProbs, attention: new Float32Array(beams * 2).fill(0.5), state: { length: lengths } });
    },
    select: () => sure,
  };
  const own = { sourceIds: [6, eos], maxLength: 20, constraint: new PlaceholderConstraint(placeholders, []) };
  const [found] = await beamSearch(sure, [own], { ...plain, beamSize: 4 }, () => Promise.resolve());
  expect(found![0]!.ids).toEqual([5, 5, 5, 5, 5, 5]);
});

describe('an end that forgets a placeholder', () => {
  const own: SearchTask = { sourceIds: [first, eos], maxLength: 200, constraint: new PlaceholderConstraint(placeholders, [first]) };
  const options = { ...plain, lengthPenalty: 2 };

  test.each([1, 4])('is the end where the decoder has nothing else to say (beam %d)', async (beamSize) => {
    const model = constantModel({ [eos]: -0.01, 5: -5, 6: -6 });
    const [found] = await beamSearch(model, [own], { ...options, beamSize }, () => Promise.resolve());
    expect(found![0]!.ids.filter((id) => id === first)).toHaveLength(1);
    expect(found![0]!.inserted).toBe(1);
    // The first step writes something, and a few more fill the beam; who goes on has 200.
    expect(model.steps()).toBeLessThan(8);
  });

  test('comes behind one that has it', async () => {
    const model = constantModel({ [eos]: -0.6, [first]: -1.5, 5: -2.5 });
    const [found] = await beamSearch(model, [own], { ...options, beamSize: 4 }, () => Promise.resolve());
    expect(found!.map(({ inserted }) => inserted)).toContain(1);
    expect(found![0]!.inserted).toBe(0);
  });

  test('does not come while there is something else to say', async () => {
    const model = constantModel({ [eos]: -0.8, 5: -1, [first]: -2 });
    const [found] = await beamSearch(model, [own], { ...options, beamSize: 4 }, () => Promise.resolve());
    expect(found!.map(({ inserted }) => inserted)).toEqual([0, 0, 0, 0]);
  });
});

test('a model that says 5 6 for ever has to say something else', async () => {
  // It prefers 6 behind 5 and 5 behind 6; the next best is the other, then the end.
  const model: StepModel = {
    sentences: 1,
    sourceLength: 2,
    shortlist: everything,
    initialState: { none: Float32Array.of(0) },
    step: (ids, beams) => {
      const logProbs = new Float32Array(beams * vocabulary).fill(-50);
      const next = ids[0] === 5 ? 6 : 5;
      logProbs.set([-3], eos);
      logProbs.set([-0.1], next);
      logProbs.set([-2], next === 5 ? 6 : 5);
      return Promise.resolve({ logProbs, attention: new Float32Array(beams * 2).fill(0.5), state: { none: Float32Array.of(0) } });
    },
    select: () => model,
  };
  const own = { sourceIds: [6, eos], maxLength: 12, constraint: new PlaceholderConstraint(placeholders, []) };
  const [free] = await beamSearch(model, [own], { ...plain, beamSize: 1 }, () => Promise.resolve());
  expect(free![0]!.ids).toEqual([5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5]);
  const [held] = await beamSearch(model, [own], { ...plain, beamSize: 1, noRepeatNgram: 2 }, () => Promise.resolve());
  // 5 6, 6 5 and 5 5 are written when the search has to end: each pair can come once.
  expect(held![0]!.ids).toEqual([5, 6, 5, 5]);
});
