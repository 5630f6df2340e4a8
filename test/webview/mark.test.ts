import { expect, test } from 'vitest';
import { describeMark, sameMark, sourceSpan, sourceWordAt, wordOfMark } from '../../webview/mark';
import { sentence } from './sentence';

test('a pair of words is described by its weight, a word by its partners', () => {
  expect(describeMark(sentence, 'alignment', { source: 2, target: 1 })).toBe('文件 ← file: 70 %, a pair · probability of the word 50 %');
  expect(describeMark(sentence, 'alignment', { source: 1, target: 1 })).toBe('文件 ← the: 29 % · probability of the word 50 %');
  expect(describeMark(sentence, 'alignment', { target: 1 })).toBe('文件 (probability 50 %): file 70 %, the 29 %');
  expect(describeMark(sentence, 'alignment', { source: 2 })).toBe('file: 文件 70 %, 。 10 %');
});

test('of a pair, the translated word is the one that other drawings mark', () => {
  expect(wordOfMark({ source: 2, target: 1 })).toEqual({ side: 'target', index: 1 });
  expect(wordOfMark({ source: 2 })).toEqual({ side: 'source', index: 2 });
  expect(sameMark({ source: 2 }, { source: 2, target: 1 })).toBe(false);
  expect(sameMark(undefined, undefined)).toBe(true);
});

test('a source word is shown itself, a translated word by the words linked to it', () => {
  expect(sourceSpan(sentence, 'alignment', { source: 2 })).toEqual({ start: 10, end: 14 });
  expect(sourceSpan(sentence, 'alignment', { target: 1 })).toEqual({ start: 10, end: 14 });
  const both = { ...sentence, links: [{ source: 1, target: 1 }, { source: 2, target: 1 }, { source: 0, target: 1 }] };
  expect(sourceSpan(both, 'alignment', { target: 1 })).toEqual({ start: 0, end: 14 });
  // A word linked from far away does not drag along what stands between.
  const apart = { ...sentence, links: [{ source: 0, target: 1 }, { source: 2, target: 1 }] };
  expect(sourceSpan(apart, 'alignment', { target: 1 })).toEqual({ start: 10, end: 14 });
});

test('without links, the strongest partner explains; without partners, nothing does', () => {
  expect(sourceSpan({ ...sentence, links: [] }, 'alignment', { target: 1 })).toEqual({ start: 10, end: 14 });
  const alone = { ...sentence, links: [], alignment: new Float32Array(12) };
  expect(sourceSpan(alone, 'alignment', { target: 1 })).toBeUndefined();
});

test('the source word at the cursor is the one it stands in, or else at the end of', () => {
  expect([0, 4, 5, 6, 14, 15].map((offset) => sourceWordAt(sentence, offset))).toEqual([0, 0, 0, 1, 3, 3]);
  expect(sourceWordAt(sentence, 99)).toBeUndefined();
});
