import { expect, test } from 'vitest';
import { describeWord, partnersOf, strongestSource, weightAt } from '../../webview/evidence';
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
  expect(describeWord(sentence, 'alignment', { side: 'target', index: 1 })).toBe('文件: file 70 %, the 29 %');
  expect(describeWord(sentence, 'attention', { side: 'source', index: 1 })).toBe('the: 关闭 25 %');
});
