import { describe, expect, test } from 'vitest';
import { inParts, SharedProgress } from '../../engine/sharedRequest';

describe('parts of a request', () => {
  test('hold all texts in order, none longer than 3,000 characters but for single texts', () => {
    const texts = [10, 2990, 1, 5000, 0, 3000, 1500, 1500].map((length) => 'x'.repeat(length));
    expect(inParts(texts).map((part) => part.map(({ length }) => length))).toEqual([[10, 2990], [1], [5000], [0, 3000], [1500, 1500]]);
    expect(inParts([])).toEqual([]);
    expect(inParts([''])).toEqual([['']]);
  });

  test('begin anew at the same texts, whatever is behind them', () => {
    const texts = Array.from({ length: 300 }, (_, i) => 'x'.repeat((i * 37) % 200));
    const parts = inParts(texts);
    expect(inParts(texts.slice(0, 200)).slice(0, -1)).toEqual(parts.slice(0, inParts(texts.slice(0, 200)).length - 1));
    expect(parts.flat()).toEqual(texts);
  });
});

describe('the progress of a shared request', () => {
  test('estimates by length what has not begun, and ends with all', () => {
    const told: [number, number][] = [];
    const progress = new SharedProgress([['x'.repeat(100)], ['x'.repeat(300)], ['12']], (done, total) => told.push([done, total]));
    progress.update(0, 1, 10);
    progress.update(1, 5, 20);
    progress.update(0, 10, 10);
    progress.update(1, 20, 20);
    progress.finish(0);
    progress.finish(1);
    progress.finish(2);
    expect(told).toEqual([[1, 40], [6, 30], [15, 30], [30, 30], [30, 30]]);
  });

  test('does not fall when a part begins again', () => {
    const told: number[] = [];
    const progress = new SharedProgress([['a'], ['b']], (done) => told.push(done));
    progress.update(0, 3, 4);
    progress.update(0, 1, 4);
    progress.update(0, 4, 4);
    expect(told).toEqual([3, 3, 4]);
  });
});
