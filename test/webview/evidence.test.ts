import { expect, test } from 'vitest';
import { describeWord, partnersOf, shownWord, strongestSource, weightAt } from '../../webview/evidence';
import { sentence } from './sentence';

test('a cell is found by target row and source column', () => {
  expect(weightAt(sentence, 'alignment', 1, 2)).toBeCloseTo(0.7);
  expect(weightAt(sentence, 'attention', 2, 0)).toBe(1);
});

test('partners of a target word are its row, strongest first, without invisible weights', () => {
  const partners = partnersOf(sentence, 'alignment', { side: 'target', index: 1 });
  expect(partners.map(({ index }) => index)).toEqual([2, 1]);
});

test('partners of a source word are its column', () => {
  const partners = partnersOf(sentence, 'alignment', { side: 'source', index: 2 });
  expect(partners.map(({ index }) => index)).toEqual([1, 2]);
});

test('a target word takes the colour of its strongest source word', () => {
  expect([0, 1, 2].map((target) => strongestSource(sentence, 'alignment', target))).toEqual([0, 2, 3]);
});

test('a word is described with its partners and weights', () => {
  expect(describeWord(sentence, 'alignment', { side: 'target', index: 1 })).toBe('文件 (probability 50 %): file 70 %, the 29 %');
  expect(describeWord(sentence, 'attention', { side: 'source', index: 1 })).toBe('the: 关闭 25 %');
});

test('of the partners of a common word, the strongest are named and the rest counted', () => {
  const tokens = Array.from({ length: 20 }, (_, index) => ({ text: `w${index}`, start: 0, end: 0 }));
  const common = { ...sentence, sourceTokens: tokens.slice(0, 1), targetTokens: tokens, alignment: new Float32Array(20).fill(1) };
  expect(describeWord(common, 'alignment', { side: 'source', index: 0 })).toMatch(/^w0: w0 100 %, .* w11 100 % and 8 more$/u);
});

test('a word with nothing to see is shown by its code points', () => {
  expect(shownWord('\u200B\u2060')).toBe('U+200B U+2060');
  expect(shownWord('a\u200Bb')).toBe('a\u200Bb');
  expect(shownWord('\u{E0001}')).toBe('U+E0001');
});
