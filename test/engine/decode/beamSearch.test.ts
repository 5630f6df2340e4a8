import { describe, expect, test } from 'vitest';
import { beamSearch } from '../../../engine/decode/beamSearch';
import { cover, type Coverage } from '../../../engine/decode/coverage';
import { coveragePenalty } from '../../../engine/decode/coveragePenalty';
import { lengthPenalty } from '../../../engine/decode/lengthPenalty';
import { PlaceholderConstraint } from '../../../engine/decode/placeholders';
import type { Hypothesis, SearchOptions, SearchTask } from '../../../engine/decode/sentenceSearch';
import { Shortlist } from '../../../engine/decode/shortlist';
import { gatherRows, type DecoderState, type StepModel } from '../../../engine/decode/stepModel';
import { seededRandom } from '../../../engine/cli/seededRandom';

const [pad, bos, eos, first] = [0, 1, 2, 3];
const specialTokens = { pad, bos, eos };
const plain = { lengthPenalty: 1, noRepeatNgram: 0, coveragePenalty: 0, excessPenalty: 0, specialTokens };
const placeholders = { kinds: ['n'], perKind: 2, firstId: first };
const vocabulary = 7;
const sourceLength = 3;
const everything = new Shortlist(Int32Array.from({ length: vocabulary }, (_, id) => id), vocabulary);

/**
 * A model of random tables: what it predicts depends on the sentence, the last subword and how many came before.
 * Its state counts steps, so that a wrong state row would show.
 */
class TableModel implements StepModel {
  readonly shortlist = everything;
  readonly sourceLength = sourceLength;
  readonly sentences: number;
  readonly initialState: DecoderState;
  rowsRun = 0;

  constructor(private readonly ids: readonly number[]) {
    this.sentences = ids.length;
    this.initialState = { history: Float32Array.from(ids, (id) => id * 1000) };
  }

  step(ids: Int32Array, beams: number, state: DecoderState) {
    const rows = this.sentences * beams;
    this.rowsRun += rows;
    const logProbs = new Float32Array(rows * vocabulary);
    const attention = new Float32Array(rows * sourceLength);
    const history = new Float32Array(rows);
    for (let row = 0; row < rows; row++) {
      const prediction = TableModel.predict(state['history']![row]!, ids[row]!);
      logProbs.set(prediction.logProbs, row * vocabulary);
      attention.set(prediction.attention, row * sourceLength);
      history[row] = prediction.history;
    }
    return Promise.resolve({ logProbs, attention, state: { history } });
  }

  select(sentences: readonly number[]): StepModel {
    return new TableModel(sentences.map((index) => this.ids[index]!));
  }

  /** The state is a small integer hash of all subwords so far, exact in float32. */
  static predict(before: number, id: number) {
    const history = (before * 7 + id * 131 + 17) % 100_003;
    const random = seededRandom(history);
    const scores = Array.from({ length: vocabulary }, () => random() * 4);
    const sum = Math.log(scores.reduce((total, score) => total + Math.exp(score), 0));
    const weights = Array.from({ length: sourceLength }, () => random() + 0.01);
    const mass = weights.reduce((total, weight) => total + weight, 0);
    return {
      history,
      logProbs: Float32Array.from(scores, (score) => score - sum),
      attention: Float32Array.from(weights, (weight) => weight / mass),
    };
  }
}

function task(maxLength: number, required: number[] = []): SearchTask {
  return { sourceIds: [...required, 6, eos], maxLength, constraint: new PlaceholderConstraint(placeholders, required) };
}

/** All complete hypotheses of a sentence but the empty one, best first, by trying everything. */
function exhaustive(
  sentence: number,
  { maxLength, constraint, sourceIds }: SearchTask,
  alpha: number,
  { beta = 0, excessPenalty = 0 } = {},
): { ids: number[]; score: number }[] {
  const complete: { ids: number[]; score: number }[] = [];
  const extend = (ids: number[], before: number, logProb: number, written: number, looked: Float32Array[] = []): void => {
    const { history, logProbs, attention } = TableModel.predict(before, ids.at(-1) ?? bos);
    const length = ids.length + 1;
    const rows = [...looked, attention.slice(0, sourceIds.length)];
    const finish = (): void => {
      const penalty = beta > 0 ? coveragePenalty(rows, beta) : 0;
      const coverage = rows.reduce<Coverage | undefined>((before, row) => cover(before, row, row.length), undefined);
      const rank = logProb + logProbs[eos]! - excessPenalty * coverage!.excess;
      complete.push({ ids, score: rank / lengthPenalty(length, alpha) + penalty });
    };
    if (length === maxLength) {
      if (constraint.missing(written).length === 0) finish();
      return;
    }
    if (ids.length > 0 && constraint.missing(written).length === 0) finish();
    for (let id = first; id < vocabulary; id++) {
      if (constraint.isPlaceholder(id) && !constraint.missing(written).includes(id)) continue;
      extend([...ids, id], history, logProb + logProbs[id]!, constraint.with(written, id), rows);
    }
  };
  extend([], sentence * 1000, 0, 0);
  return complete.sort((a, b) => b.score - a.score);
}

async function search(
  sentences: readonly number[],
  tasks: readonly SearchTask[],
  beamSize: number,
  alpha = 1,
  changes: Partial<SearchOptions> = {},
): Promise<Hypothesis[][]> {
  const options = { ...plain, beamSize, lengthPenalty: alpha, ...changes };
  return beamSearch(new TableModel(sentences), tasks, options, () => Promise.resolve());
}

describe('beam search', () => {
  test.each([
    [1, 0],
    [2, 1],
    [3, 0.6],
    [4, 2],
    [5, 1],
  ])('a beam as wide as the space finds the best of all hypotheses (sentence %d, α = %d)', async (sentence, alpha) => {
    const own = task(4);
    const expected = exhaustive(sentence, own, alpha);
    const [found] = await search([sentence], [own], expected.length, alpha);
    expect(found![0]!.ids).toEqual(expected[0]!.ids);
    expect(found![0]!.score).toBeCloseTo(expected[0]!.score, 5);
    // No score is made up: every hypothesis found is one of the space.
    const known = new Map(expected.map(({ ids, score }) => [ids.join(' '), score]));
    for (const { ids, score } of found!) expect(score).toBeCloseTo(known.get(ids.join(' '))!, 5);
  });

  test.each([6, 7, 8])('with placeholders too (sentence %d)', async (sentence) => {
    const own = task(5, [first, first + 1]);
    const expected = exhaustive(sentence, own, 1);
    const [found] = await search([sentence], [own], 400);
    expect(found![0]!.ids).toEqual(expected[0]!.ids);
    expect(found![0]!.score).toBeCloseTo(expected[0]!.score, 5);
  });

  test('a beam of one takes the best subword at each step', async () => {
    for (const sentence of [1, 2, 3, 4]) {
      const [found] = await search([sentence], [task(8)], 1);
      const ids: number[] = [];
      let history = sentence * 1000;
      for (let last = bos; ids.length < 7; ) {
        const prediction = TableModel.predict(history, last);
        const allowed = [...(ids.length > 0 ? [eos] : []), 5, 6].sort((a, b) => prediction.logProbs[b]! - prediction.logProbs[a]!);
        last = allowed[0]!;
        history = prediction.history;
        if (last === eos) break;
        ids.push(last);
      }
      expect(found![0]!.ids).toEqual(ids);
    }
  });

  test('sentences of a batch do not touch one another, even as they end at different times', async () => {
    const sentences = [1, 2, 3, 4, 5, 6, 7];
    const tasks = sentences.map((sentence) => task(2 + sentence, sentence % 2 === 0 ? [first] : []));
    const together = await search(sentences, tasks, 3);
    for (const [index, sentence] of sentences.entries()) {
      const [alone] = await search([sentence], [tasks[index]!], 3);
      expect(together[index]).toEqual(alone);
    }
  });

  test('hypotheses are ordered, and attention has a row for each subword', async () => {
    const [found] = await search([9], [task(6)], 4);
    expect(found!.length).toBeGreaterThan(1);
    found!.reduce((better, worse) => {
      expect(better.score).toBeGreaterThanOrEqual(worse.score);
      return worse;
    });
    for (const { ids, attention } of found!) expect(attention).toHaveLength(ids.length * 2);
  });

  test('what is thrown before a step ends the search', async () => {
    let steps = 0;
    const stop = (): Promise<void> => (++steps > 2 ? Promise.reject(new Error('stop')) : Promise.resolve());
    const running = beamSearch(new TableModel([1]), [task(50, [first])], { ...plain, beamSize: 4 }, stop);
    await expect(running).rejects.toThrow('stop');
  });
});

describe('placeholders', () => {
  test('each comes exactly once, also when there is no room for it', async () => {
    for (const maxLength of [1, 2, 3, 6]) {
      for (const beamSize of [1, 4]) {
        const [found] = await search([11], [task(maxLength, [first, first + 1])], beamSize);
        for (const { ids, attention } of found!) {
          expect(ids.filter((id) => id === first)).toHaveLength(1);
          expect(ids.filter((id) => id === first + 1)).toHaveLength(1);
          expect(attention).toHaveLength(ids.length * 4);
        }
      }
    }
  });

  test('one that the source lacks never comes', async () => {
    for (const sentence of [1, 2, 3, 4, 5]) {
      const [found] = await search([sentence], [task(8)], 4);
      for (const { ids } of found!) expect(ids.some((id) => id === first || id === first + 1)).toBe(false);
    }
  });

  test('a forgotten one goes where the attention to it was highest and is attended to alone', async () => {
    // The model writes 6 for ever; at its third step it looks at the placeholder.
    const model: StepModel = {
      sentences: 1,
      sourceLength: 2,
      shortlist: everything,
      initialState: { step: Float32Array.of(0) },
      step: (_, beams, state) => {
        const step = state['step']![0]!;
        const logProbs = new Float32Array(beams * vocabulary).fill(-20);
        for (let beam = 0; beam < beams; beam++) logProbs[beam * vocabulary + 6] = -0.1;
        const weight = step === 2 ? 0.9 : 0.1;
        const attention = Float32Array.from({ length: beams * 2 }, (__, i) => (i % 2 === 0 ? weight : 1 - weight));
        return Promise.resolve({ logProbs, attention, state: { step: new Float32Array(beams).fill(step + 1) } });
      },
      select: () => model,
    };
    const own: SearchTask = { sourceIds: [first, eos], maxLength: 5, constraint: new PlaceholderConstraint(placeholders, [first]) };
    const [found] = await beamSearch(model, [own], { ...plain, beamSize: 1 }, () => Promise.resolve());
    expect(found![0]!.ids).toEqual([6, 6, first, 6, 6]);
    expect([...found![0]!.attention.subarray(4, 6)]).toEqual([1, 0]);
  });
});

describe('no n-gram twice', () => {
  const repeats = (ids: readonly number[], n: number): boolean => {
    const grams = ids.slice(n - 1).map((_, at) => ids.slice(at, at + n).join(' '));
    return new Set(grams).size < grams.length;
  };

  test.each([1, 2, 3])('n = %d: the best of all hypotheses without a repetition', async (n) => {
    let restricted = 0;
    for (const sentence of [1, 2, 3, 4, 5, 6]) {
      const own = task(6);
      const all = exhaustive(sentence, own, 1);
      const allowed = all.filter(({ ids }) => !repeats(ids, n));
      const [found] = await search([sentence], [own], all.length, 1, { noRepeatNgram: n });
      expect(found![0]!.ids).toEqual(allowed[0]!.ids);
      for (const { ids } of found!) expect(repeats(ids, n)).toBe(false);
      restricted += all.length - allowed.length;
    }
    expect(restricted).toBeGreaterThan(0);
  });
});

describe('coverage penalty', () => {
  test.each([1, 3])('β = %d: the best of all hypotheses', async (beta) => {
    let changed = 0;
    for (const sentence of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const own = task(5);
      const expected = exhaustive(sentence, own, 1, { beta });
      const [found] = await search([sentence], [own], expected.length, 1, { coveragePenalty: beta });
      expect(found![0]!.ids).toEqual(expected[0]!.ids);
      expect(found![0]!.score).toBeCloseTo(expected[0]!.score, 5);
      if (exhaustive(sentence, own, 1)[0]!.ids.join(' ') !== expected[0]!.ids.join(' ')) changed += 1;
    }
    expect(changed).toBeGreaterThan(0);
  });
});

test('with an excess penalty: the best of all hypotheses', async () => {
  let changed = 0;
  for (const sentence of [1, 2, 3, 4]) {
    const own = task(10);
    const expected = exhaustive(sentence, own, 2, { excessPenalty: 5 });
    const [found] = await search([sentence], [own], expected.length, 2, { excessPenalty: 5 });
    expect(found![0]!.ids).toEqual(expected[0]!.ids);
    expect(found![0]!.score).toBeCloseTo(expected[0]!.score, 5);
    if (exhaustive(sentence, own, 2)[0]!.ids.join(' ') !== expected[0]!.ids.join(' ')) changed += 1;
  }
  expect(changed).toBeGreaterThan(0);
});

test('gatherRows picks rows of every tensor', () => {
  const state = { hidden: Float32Array.of(1, 2, 3, 4, 5, 6), cell: Float32Array.of(7, 8, 9) };
  expect(gatherRows(state, 3, [2, 0, 0])).toEqual({
    hidden: Float32Array.of(5, 6, 1, 2, 1, 2),
    cell: Float32Array.of(9, 7, 7),
  });
});
