import { expect, test } from 'vitest';
import { directions, nextWord } from '../../webview/keyboard';
import { sentence } from './sentence';

test('arrow keys follow the reading direction and stop at the ends', () => {
  const { rows } = directions;
  expect(nextWord(sentence, 'alignment', { side: 'source', index: 1 }, 'ArrowRight', rows)).toEqual({ side: 'source', index: 2 });
  expect(nextWord(sentence, 'alignment', { side: 'source', index: 0 }, 'ArrowLeft', rows)).toBeUndefined();
  expect(nextWord(sentence, 'alignment', { side: 'target', index: 2 }, 'ArrowRight', rows)).toBeUndefined();
  expect(nextWord(sentence, 'alignment', { side: 'target', index: 0 }, 'End', rows)).toEqual({ side: 'target', index: 2 });
});

test('the key across leads to the strongest partner', () => {
  expect(nextWord(sentence, 'alignment', { side: 'source', index: 1 }, 'ArrowDown', directions.rows)).toEqual({ side: 'target', index: 1 });
  expect(nextWord(sentence, 'alignment', { side: 'target', index: 2 }, 'ArrowLeft', directions.columns)).toEqual({ side: 'source', index: 3 });
});

test('a word without partners has nowhere to go across', () => {
  const lonely = { ...sentence, alignment: new Float32Array(12) };
  expect(nextWord(lonely, 'alignment', { side: 'source', index: 0 }, 'ArrowDown', directions.rows)).toBeUndefined();
});
