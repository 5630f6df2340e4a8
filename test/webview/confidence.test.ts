import { expect, test } from 'vitest';
import { isUnsure, listedSentences, neighbour, sentenceConfidence } from '../../webview/confidence';
import { sentence } from './sentence';

const sentences = [0.9, 0.1, 0.8, 0.34, 0.36].map((confidence) => ({ ...sentence, score: Math.log(confidence) }));

test('a sentence is as sure as its words are on average', () => {
  expect(sentenceConfidence(sentence)).toBeCloseTo(0.5);
});

test('the filter lists sentences of low confidence, and the drawn one', () => {
  expect(listedSentences(sentences, false, 0)).toEqual([0, 1, 2, 3, 4]);
  expect(listedSentences(sentences, true, 1)).toEqual([1, 3]);
  expect(listedSentences(sentences, true, 2)).toEqual([1, 2, 3]);
});

test('next and previous go along the list', () => {
  expect(neighbour([1, 2, 3], 2, 1)).toBe(3);
  expect(neighbour([1, 2, 3], 2, -1)).toBe(1);
  expect(neighbour([1, 2, 3], 3, 1)).toBeUndefined();
  expect(neighbour([1, 2, 3], 1, -1)).toBeUndefined();
});

test('words under 20 % are unsure', () => {
  const words = { confidence: new Float32Array([0.19, 0.21]) };
  expect([0, 1, 2].map((target) => isUnsure(words, target))).toEqual([true, false, false]);
});
