import { expect, test } from 'vitest';
import type { Explanation, Subword } from '../../engine/protocol/explanation';
import {
  endLabel, isPresent, meanOwn, presentText, rowOf, softmax, stepLabel, stepOfWord, subwordLabel, subwordSentence, vectorFacts,
  voteShares, wordGroups,
} from '../../webview/explanation';
import { bare, madeExplanation, regated, renameSentence } from './madeExplanation';

const explanation = madeExplanation();
const models = [regated, bare, { ...regated, cell: 'luong' as const }];
const total = (values: Iterable<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0);

test('what the view says of the numbers holds for them: a = v + own · α, α = softmax(e), shares sum to 1', () => {
  for (const made of models.map(madeExplanation)) {
    made.steps.forEach((step, t) => {
      const attention = rowOf(made, made.attention, t);
      const alignment = rowOf(made, made.alignment, t);
      softmax(step.energies).weights.forEach((weight, i) => expect(weight).toBeCloseTo(attention[i]!, 5));
      attention.forEach((weight, i) => expect(step.votes[i]! + step.own * weight).toBeCloseTo(alignment[i]!, 5));
      expect(total(voteShares(made, step).map(({ share }) => share)) + step.own).toBeCloseTo(1, 5);
      expect(total(alignment)).toBeCloseTo(1, 5);
    });
  }
});

test('the softmax tells what it is made of, also of energies too large for an exponential', () => {
  const { max, exponentials, sum, weights } = softmax([1000, 1000 + Math.log(3)]);
  expect(max).toBeCloseTo(1001.0986, 3);
  expect(exponentials[0]).toBeCloseTo(1 / 3, 6);
  expect(sum).toBeCloseTo(4 / 3, 6);
  expect(weights[1]).toBeCloseTo(0.75, 6);
});

test('subwords of a word go together; EOS is a word to itself', () => {
  const groups = wordGroups(explanation.targetSubwords);
  expect(groups.map(({ text }) => text)).toEqual(['重命名', '文件', '前', '请', '先', '关闭', '它', '。', endLabel()]);
  expect(groups[0]).toEqual({ word: 0, text: '重命名', first: 0, end: 2 });
  expect(groups.at(-1)).toEqual({ word: -1, text: endLabel(), first: 9, end: 10 });
});

test('the bytes of one character are told once, and words apart from each other are not joined', () => {
  const byte: Subword = { text: '😀', start: 0, end: 2, word: 0 };
  expect(wordGroups([byte, byte, byte]).map(({ text }) => text)).toEqual(['😀']);
  const bare = { start: 0, end: 1, word: -1 };
  expect(wordGroups([{ ...bare, text: 'a' }, { ...bare, text: 'b' }])).toHaveLength(2);
});

test('votes are merged to words, largest first', () => {
  const [first, ...rest] = voteShares(explanation, explanation.steps[0]!);
  expect(first?.text).toBe('rename');
  const { votes } = explanation.steps[0]!;
  expect(first?.share).toBeCloseTo(votes[5]! + votes[6]!, 6);
  for (const { share } of rest) expect(share).toBeLessThanOrEqual(first!.share);
});

test('the own share of a word is the mean over its subwords', () => {
  const [a, b] = explanation.steps;
  expect(meanOwn(explanation, { first: 0, end: 2 })).toBeCloseTo((a!.own + b!.own) / 2, 6);
});

test('a word leads to its first step; a word that no step wrote leads nowhere', () => {
  expect(stepOfWord(explanation, 0)).toBe(0);
  expect(stepOfWord(explanation, 1)).toBe(2);
  expect(stepOfWord(explanation, 99)).toBeUndefined();
});

test('labels: EOS has a name, spaces are seen, a subword without text of its own is told as it is in the vocabulary', () => {
  expect(subwordLabel('')).toBe(endLabel());
  expect(subwordLabel(' the')).toBe('▁the');
  expect(stepLabel(explanation, 9)).toBe(endLabel());
  const blank = { ...explanation, targetSubwords: explanation.targetSubwords.map((subword) => ({ ...subword, text: '' })) };
  expect(stepLabel(blank, 2)).toBe('文件');
});

test('the present translation is found among the hypotheses, with EOS at its end or without', () => {
  const [present, other] = explanation.hypotheses;
  expect(isPresent(explanation, present!)).toBe(true);
  expect(isPresent(explanation, { ...present!, subwords: present!.subwords.slice(0, -1) })).toBe(true);
  expect(isPresent(explanation, { ...present!, subwords: present!.subwords.slice(0, -2) })).toBe(false);
  expect(isPresent(explanation, other!)).toBe(false);
});

test('the translation is read from its subwords: spaces between them, and characters of several bytes once', () => {
  expect(presentText(explanation)).toBe(renameSentence.target);
  const subword = (text: string, start: number): Subword => ({ text, start, end: start + text.length, word: 0 });
  expect(presentText({ ...explanation, targetSubwords: [subword('用', 0), subword('npm', 2), subword(' run', 5), subword('😀', 9), subword('😀', 9)] })).toBe('用 npm run😀');
});

test('subwords that begin with a space are drawn and told without it', () => {
  const spaced = explanation.sourceSubwords.map((subword) => (subword.word === 0 || subword.text === '' ? subword : { ...subword, text: ` ${subword.text}`, start: subword.start - 1 }));
  const drawn = subwordSentence(renameSentence, { ...explanation, sourceSubwords: spaced });
  expect(drawn.sourceTokens[2]).toEqual({ text: 'file', start: 10, end: 14 });
  expect(voteShares({ ...explanation, sourceSubwords: spaced }, explanation.steps[2]!)[0]?.text).toBe('file');
});

test('facts of a vector', () => {
  const { mean, norm, min, max } = vectorFacts(Float32Array.of(3, -4, 0, 0));
  expect([mean, norm, min, max]).toEqual([-0.25, 5, -4, 3]);
});

test('the sentence in subwords: no EOS, rows sum to 1, texts at their spans, links where the posterior is sure', () => {
  const drawn = subwordSentence(renameSentence, explanation);
  expect(drawn.sourceTokens.map(({ text }) => text)).toEqual(['Close', 'the', 'file', 'before', 'you', 're', 'name', 'it', '.']);
  for (const { text, start, end } of drawn.targetTokens) expect(drawn.target.slice(start, end)).toBe(text);
  const columns = drawn.sourceTokens.length;
  for (const matrix of [drawn.alignment, drawn.attention]) {
    expect(matrix).toHaveLength(drawn.targetTokens.length * columns);
    for (let row = 0; row < drawn.targetTokens.length; row++) expect(total(matrix.subarray(row * columns, (row + 1) * columns))).toBeCloseTo(1, 5);
  }
  // What was left keeps its proportions.
  const whole = rowOf(explanation, explanation.attention, 3);
  expect(drawn.attention[3 * columns + 3]! / drawn.attention[3 * columns]!).toBeCloseTo(whole[3]! / whole[0]!, 4);
  expect(drawn.confidence[6]).toBeCloseTo(explanation.steps[6]!.probability, 6);
  expect(drawn.links).toContainEqual({ source: 6, target: 1 });
  for (const { source, target } of drawn.links) expect(drawn.alignment[target * columns + source]).toBeGreaterThanOrEqual(0.4);
});

test('a subword explained by EOS alone has a uniform row', () => {
  const alignment = Float32Array.from(explanation.alignment).fill(0, 0, 9);
  alignment[9] = 1;
  const drawn = subwordSentence(renameSentence, { ...explanation, alignment } satisfies Explanation);
  for (const weight of drawn.alignment.subarray(0, 9)) expect(weight).toBeCloseTo(1 / 9, 6);
});
