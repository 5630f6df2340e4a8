import { describe, expect, test } from 'vitest';
import { allocate } from '../../../engine/decode/banks';
import { beamSearch } from '../../../engine/decode/beamSearch';
import { PlaceholderConstraint } from '../../../engine/decode/placeholders';
import type { SearchOptions, SearchTask } from '../../../engine/decode/sentenceSearch';
import { Scores, Shortlist } from '../../../engine/decode/shortlist';
import type { DecoderState, StepModel } from '../../../engine/decode/stepModel';
import { TermGuide, type SearchTerm, type TermState } from '../../../engine/decode/termGuide';
import { seededRandom } from '../../../engine/cli/seededRandom';

const [pad, bos, eos] = [0, 1, 2];
const surfaces = ['', '', '', '服', '务', 'art', 'icle', ' art', 's', '的', 'Art', '务的'];
const [fu, wu, art, icle, spacedArt, s, de, capitalArt, wuDe] = [3, 4, 5, 6, 7, 8, 9, 10, 11];
const vocabulary = surfaces.length;
const shortlist = new Shortlist(Int32Array.from(surfaces.keys()), vocabulary);

function chinese(positions: number[], required = true): SearchTerm {
  return { positions, text: '服务', tight: [fu, wu], spaced: [fu, wu], capital: [fu, wu], required };
}
const english: SearchTerm = { positions: [0], text: 'art', tight: [art], spaced: [spacedArt], capital: [capitalArt], required: true };

function guideOf(...terms: SearchTerm[]): TermGuide {
  return new TermGuide(terms, (id) => surfaces[id]!, () => 0.01);
}
function write(guide: TermGuide, ids: readonly number[], attention = Float32Array.of(1, 0)): TermState {
  return ids.reduce((state, id) => guide.advance(state, id, attention), guide.initial);
}
const uniform = (): Scores => new Scores(new Float32Array(vocabulary).fill(-Math.log(vocabulary)), shortlist);

describe('a term’s vote', () => {
  const looking = Float32Array.of(0.75, 0.25);

  test('goes to the next subword of its translation, by the attention, and to none once it is written', () => {
    const guide = guideOf(chinese([0]));
    const next = (ids: number[]): (number | string)[] => guide.steps(write(guide, ids), looking).flatMap(({ id, mass }) => [surfaces[id]!, mass]);
    expect(next([])).toEqual(['服', 0.75]);
    // Begun at full attention: the vote stays, wherever the decoder looks next.
    expect(next([fu])).toEqual(['务', 1]);
    expect(next([fu, de])).toEqual(['服', 0.75]);
    expect(next([fu, wu])).toEqual([]);
    expect(next([fu, wuDe])).toEqual([]);
  });

  test('leaves probabilities that sum to 1', () => {
    const guide = guideOf(chinese([0]));
    const scores = uniform();
    guide.vote(scores, looking, guide.initial);
    expect(scores.values.reduce((sum, value) => sum + Math.exp(value), 0)).toBeCloseTo(1, 5);
    // (0.01 + 0.75) / 0.01 times as likely as the others.
    expect(Math.exp(scores.of(fu) - scores.of(wu))).toBeCloseTo(76, 1);
  });

  test('changes nothing when all is written', () => {
    const guide = guideOf(chinese([0]));
    const scores = uniform();
    guide.vote(scores, looking, write(guide, [fu, wu]));
    expect(scores.values).toEqual(uniform().values);
  });
});

describe('what counts as written', () => {
  test('of a term that stands twice, the occurrence that the attention is on', () => {
    const guide = guideOf(chinese([0]), chinese([1]));
    expect(guide.missing(write(guide, [fu, wu], Float32Array.of(0.1, 0.9)))).toEqual([0]);
    expect(guide.missing(write(guide, [fu, wu, fu, wu], Float32Array.of(0.1, 0.9)))).toEqual([]);
  });

  test('whole words: what goes on as another one is taken back', () => {
    const guide = guideOf(english);
    expect(guide.missing(write(guide, [art]))).toEqual([]);
    expect(guide.missing(write(guide, [art, s]))).toEqual([]);
    expect(guide.missing(write(guide, [art, icle]))).toEqual([0]);
    expect(guide.missing(write(guide, [s, art]))).toEqual([0]);
    expect(guide.missing(write(guide, [capitalArt]))).toEqual([]);
  });

  test('a space is written between words only, a capital at the start', () => {
    const guide = guideOf(english);
    const firsts = (ids: number[]): number[] => guide.steps(write(guide, ids), Float32Array.of(1)).map(({ id }) => id);
    expect(firsts([])).toEqual([art, capitalArt]);
    expect(firsts([s])).toEqual([spacedArt]);
    expect(firsts([de])).toEqual([art]);
  });

  test('more terms than bits are left to the model, those that are not required first', () => {
    const guide = guideOf(...Array.from({ length: 40 }, (_, i) => chinese([0], i >= 20)));
    expect(guide.terms).toHaveLength(30);
    expect(guide.missing(guide.initial)).toHaveLength(20);
  });
});

test('banks get places in turn, the fullest first, and leave what they do not need', () => {
  const candidate = (bank: number, logProb: number) => ({ bank, logProb });
  const free = [-1, -2, -3, -4].map((logProb) => candidate(0, logProb));
  expect(allocate([...free, candidate(2, -9), candidate(1, -7), candidate(1, -6)], 5)).toEqual([
    candidate(0, -1),
    candidate(0, -2),
    candidate(1, -6),
    candidate(1, -7),
    candidate(2, -9),
  ]);
  expect(allocate([...free, candidate(1, -9)], 2)).toEqual([candidate(0, -1), candidate(1, -9)]);
});

/** Random tables for what comes after each history; at step t the decoder looks at source position t. */
class HistoryModel implements StepModel {
  readonly sentences = 1;
  readonly shortlist = shortlist;
  readonly initialState: DecoderState = { history: Float32Array.of(0), steps: Float32Array.of(0) };

  constructor(
    readonly sourceLength: number,
    private readonly spread: number,
  ) {}

  step(ids: Int32Array, beams: number, state: DecoderState) {
    const [logProbs, attention] = [new Float32Array(beams * vocabulary), new Float32Array(beams * this.sourceLength)];
    const [history, steps] = [new Float32Array(beams), new Float32Array(beams)];
    for (let row = 0; row < beams; row++) {
      history[row] = (state['history']![row]! * 7 + ids[row]! * 131 + 17) % 100_003;
      steps[row] = state['steps']![row]! + 1;
      logProbs.set(this.predict(history[row]!), row * vocabulary);
      attention[row * this.sourceLength + Math.min(steps[row]!, this.sourceLength) - 1] = 1;
    }
    return Promise.resolve({ logProbs, attention, state: { history, steps } });
  }

  select(): StepModel {
    return this;
  }

  predict(history: number): Float32Array {
    const random = seededRandom(history);
    const scores = Array.from({ length: vocabulary }, () => random() * this.spread);
    const sum = Math.log(scores.reduce((total, score) => total + Math.exp(score), 0));
    return Float32Array.from(scores, (score) => score - sum);
  }
}

const options: SearchOptions = { beamSize: 4, lengthPenalty: 1, noRepeatNgram: 0, coveragePenalty: 0, excessPenalty: 0, specialTokens: { pad, bos, eos } };
const free = new PlaceholderConstraint({ kinds: [], perKind: 1, firstId: vocabulary }, []);
const go = (): Promise<void> => Promise.resolve();

function taskOf(length: number, maxLength: number, ...terms: SearchTerm[]): SearchTask {
  return { sourceIds: Array.from({ length }, (_, i) => i + 3), maxLength, constraint: free, guide: guideOf(...terms) };
}
const written = (ids: readonly number[]): string => ids.map((id) => surfaces[id]).join('');

describe('search with required terms', () => {
  test.each([1, 2, 4])('every hypothesis of a beam of %i has each term, where the decoder looked', async (beamSize) => {
    const task = taskOf(6, 14, chinese([3]));
    const [found] = await beamSearch(new HistoryModel(6, 2), [task], { ...options, beamSize }, go);
    expect(found!.length).toBeGreaterThan(0);
    for (const { ids, inserted } of found!) {
      expect(written(ids)).toContain('服务');
      expect(inserted).toBe(0);
    }
    expect(found![0]!.ids.indexOf(fu)).toBe(3);
  });

  test('the best hypothesis of a wide beam is the best there is', async () => {
    // Two subwords at most before the end: 16 hypotheses hold every beginning with the term.
    const terms = [{ ...english, positions: [1] }];
    const task = taskOf(3, 3, ...terms);
    const model = new HistoryModel(3, 4);
    const [found] = await beamSearch(model, [task], { ...options, beamSize: 12, lengthPenalty: 0 }, go);
    const all = await everything(model, task);
    const best = all.filter(({ ids }) => task.guide!.missing(write(task.guide!, ids)).length === 0).sort((a, b) => b.logProb - a.logProb)[0]!;
    expect(written(found![0]!.ids)).toBe(written(best.ids));
    expect(found![0]!.logProb).toBeCloseTo(best.logProb, 4);
  });

  test('a term for which there was no room is put where the decoder looked at its word', async () => {
    const [found] = await beamSearch(new HistoryModel(4, 2), [taskOf(4, 2, chinese([1]))], options, go);
    expect(written(found![0]!.ids)).toContain('服务');
    expect(found![0]!.inserted).toBe(1);
    expect([...found![0]!.attention.subarray(4 * found![0]!.ids.indexOf(fu)).slice(0, 4)]).toEqual([0, 1, 0, 0]);
  });
});

/** Every translation that ends by itself before the length limit, or at it, with its log-probability under the votes. */
async function everything(model: HistoryModel, task: SearchTask): Promise<{ ids: number[]; logProb: number }[]> {
  const complete: { ids: number[]; logProb: number }[] = [];
  const extend = async (ids: number[], logProb: number, state: DecoderState, terms: TermState): Promise<void> => {
    const output = await model.step(Int32Array.of(ids.at(-1) ?? bos), 1, state);
    task.guide!.vote(new Scores(output.logProbs, shortlist), output.attention, terms);
    const end = output.logProbs[eos]!;
    if (ids.length > 0) complete.push({ ids, logProb: logProb + end });
    if (ids.length + 1 === task.maxLength) return;
    for (let id = 3; id < vocabulary; id++) {
      await extend([...ids, id], logProb + output.logProbs[id]!, output.state, task.guide!.advance(terms, id, output.attention));
    }
  };
  await extend([], 0, model.initialState, task.guide!.initial);
  return complete;
}
