import { describe, expect, test } from 'vitest';
import { layoutMatrix, markAt, scrolledTo, shortened, visibleCells, type MatrixLayout } from '../../webview/matrixLayout';
import { measure } from './sentence';

const sourceWords = ['Close', 'the', 'file', '.'];
const targetWords = ['关闭', '文件', '。'];
const em = 10;

function layout(width: number): MatrixLayout {
  return layoutMatrix({ sourceWords, targetWords, width, em, measure });
}

function longLayout(words: number): MatrixLayout {
  const many = Array.from({ length: words }, (_, index) => `w${index}`);
  return layoutMatrix({ sourceWords: many, targetWords: many, width: 600, em, measure });
}

test('cells have room for every label and lie inside the drawing', () => {
  const { left, top, width, height, cell } = layout(600);
  expect(left).toBeGreaterThan(20);
  expect(top).toBeGreaterThan(50 * Math.sin((50 * Math.PI) / 180));
  expect(width).toBeGreaterThanOrEqual(left + 4 * cell);
  expect(height).toBeGreaterThanOrEqual(top + 3 * cell);
});

test('cells shrink with the width, down to a limit that grows with the font', () => {
  expect(layout(600).cell).toBeGreaterThan(layout(150).cell);
  expect(layout(0).cell).toBe(16);
  expect(layoutMatrix({ sourceWords, targetWords, width: 0, em: 20, measure }).cell).toBe(32);
});

test('labels that are too long are shortened, to less in a narrow panel', () => {
  const long = { sourceWords: ['x'.repeat(50)], targetWords: ['y'.repeat(50)], em, measure };
  const wide = layoutMatrix({ ...long, width: 2000 });
  expect(wide.columnLabels[0]).toBe(`${'x'.repeat(10)}…`);
  expect(wide.rowLabels[0]).toBe(`${'y'.repeat(13)}…`);
  expect(layoutMatrix({ ...long, width: 200 }).rowLabels[0]).toBe(`${'y'.repeat(7)}…`);
});

test('shortening never cuts a character in two', () => {
  expect(shortened('𝒜𝒜𝒜𝒜', 50, measure)).toBe('𝒜𝒜…');
  expect(shortened('abc', 30, measure)).toBe('abc');
});

describe('of a long sentence', () => {
  const long = longLayout(300);
  const window = { x: 1000, y: 2000, width: long.left + 10 * long.cell, height: long.top + 5 * long.cell };

  test('only what is in sight is drawn', () => {
    const { columns, rows } = visibleCells(long, window);
    expect(columns.from * long.cell).toBeLessThanOrEqual(window.x);
    expect(columns.to - columns.from).toBeLessThanOrEqual(11);
    expect(rows.from * long.cell).toBeLessThanOrEqual(window.y);
    expect(rows.to - rows.from).toBeLessThanOrEqual(6);
    expect(visibleCells(long, { ...window, x: 1e9, y: 1e9 }).columns.to).toBe(300);
  });

  test('a point is the cell, or the label, that is drawn there', () => {
    const source = Math.ceil(window.x / long.cell);
    const target = Math.ceil(window.y / long.cell);
    const x = long.left + (source + 0.5) * long.cell - window.x;
    const y = long.top + (target + 0.5) * long.cell - window.y;
    expect(markAt(long, window, x, y)).toEqual({ source, target });
    expect(markAt(long, window, 2, y)).toEqual({ target });
    expect(markAt(long, window, x, long.top - 1)).toEqual({ source });
    // Labels rise to the right.
    const rise = long.top - 4;
    expect(markAt(long, window, x + rise / Math.tan((50 * Math.PI) / 180), 4)).toEqual({ source });
    expect(markAt(long, window, 1, 1)).toBeUndefined();
  });

  test('scrolling brings a cell into sight, and leaves one alone that is', () => {
    const inSight = { source: Math.ceil(window.x / long.cell) + 3, target: Math.ceil(window.y / long.cell) + 2 };
    expect(scrolledTo(long, window, inSight)).toEqual({ x: window.x, y: window.y });
    for (const mark of [{ source: 0, target: 0 }, { source: 299, target: 299 }, { source: 150, target: 10 }]) {
      const scrolled = { ...window, ...scrolledTo(long, window, mark) };
      const { columns, rows } = visibleCells(long, scrolled);
      expect(columns.from).toBeLessThanOrEqual(mark.source);
      expect(columns.to).toBeGreaterThan(mark.source);
      expect(rows.from).toBeLessThanOrEqual(mark.target);
      expect(rows.to).toBeGreaterThan(mark.target);
    }
    expect(scrolledTo(long, window, { source: 0 }).y).toBe(window.y);
  });
});

test('beside the cells of a short sentence there is nothing', () => {
  const short = layout(600);
  const window = { x: 0, y: 0, width: short.width, height: short.height };
  expect(markAt(short, window, short.left + 4.5 * short.cell, short.top + 1)).toBeUndefined();
  expect(markAt(short, window, short.left + 1, short.top + 3 * short.cell + 1)).toBeUndefined();
});
