import { describe, expect, test } from 'vitest';
import { directions, nextCell, nextWord, textDirections } from '../../webview/keyboard';
import type { Mark } from '../../webview/mark';
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

test('pages pass ten words and end at the ends', () => {
  const { rows } = directions;
  expect(nextWord(sentence, 'alignment', { side: 'source', index: 1 }, 'PageDown', rows)).toEqual({ side: 'source', index: 3 });
  expect(nextWord(sentence, 'alignment', { side: 'source', index: 1 }, 'PageUp', rows)).toEqual({ side: 'source', index: 0 });
});

test('in a text from right to left, the left arrow goes on', () => {
  const lie = textDirections({ source: true, target: false });
  expect(nextWord(sentence, 'alignment', { side: 'source', index: 1 }, 'ArrowLeft', lie)).toEqual({ side: 'source', index: 2 });
  expect(nextWord(sentence, 'alignment', { side: 'target', index: 1 }, 'ArrowLeft', lie)).toEqual({ side: 'target', index: 0 });
});

describe('in a matrix of 20 rows and 30 columns', () => {
  const go = (from: Mark | undefined, key: string, ctrlKey = false): Mark | undefined =>
    nextCell(20, 30, from, { key, ctrlKey, metaKey: false });

  test('arrow keys lead from cell to cell and onto the labels', () => {
    expect(go({ source: 3, target: 4 }, 'ArrowRight')).toEqual({ source: 4, target: 4 });
    expect(go({ source: 3, target: 4 }, 'ArrowUp')).toEqual({ source: 3, target: 3 });
    expect(go({ source: 3, target: 0 }, 'ArrowUp')).toEqual({ source: 3 });
    expect(go({ source: 0, target: 4 }, 'ArrowLeft')).toEqual({ target: 4 });
    expect(go({ target: 4 }, 'ArrowRight')).toEqual({ source: 0, target: 4 });
    expect(go({ source: 3 }, 'ArrowDown')).toEqual({ source: 3, target: 0 });
  });

  test('there is nothing beyond the edges, and the corner is no place', () => {
    expect(go({ source: 29, target: 4 }, 'ArrowRight')).toBeUndefined();
    expect(go({ source: 3, target: 19 }, 'ArrowDown')).toBeUndefined();
    expect(go({ target: 0 }, 'ArrowUp')).toBeUndefined();
    expect(go({ source: 0 }, 'ArrowLeft')).toBeUndefined();
  });

  test('far keys go to the ends of the row, with Control to the first and the last cell', () => {
    expect(go({ source: 3, target: 4 }, 'End')).toEqual({ source: 29, target: 4 });
    expect(go({ source: 3, target: 4 }, 'Home')).toEqual({ source: 0, target: 4 });
    expect(go({ source: 3, target: 4 }, 'End', true)).toEqual({ source: 29, target: 19 });
    expect(go({ source: 3, target: 4 }, 'PageDown')).toEqual({ source: 3, target: 14 });
    expect(go({ source: 3, target: 14 }, 'PageDown')).toEqual({ source: 3, target: 19 });
    expect(go({ source: 3, target: 4 }, 'PageUp')).toEqual({ source: 3, target: 0 });
  });

  test('the first key leads to the first cell; other keys lead nowhere', () => {
    expect(go(undefined, 'ArrowDown')).toEqual({ source: 0, target: 0 });
    expect(go({ source: 3, target: 4 }, 'a')).toBeUndefined();
    expect(nextCell(0, 0, undefined, { key: 'ArrowDown', ctrlKey: false, metaKey: false })).toBeUndefined();
  });
});
