import { describe, expect, it } from 'vitest';
import { lineCharts, logTicks } from '../../scripts/lib/plot.mjs';

describe('charts of the benchmarks', () => {
  it('has ticks at 1, 2 and 5 from below the least to above the greatest value', () => {
    expect(logTicks([10, 400])).toEqual([10, 20, 50, 100, 200, 500]);
    expect(logTicks([0.12, 0.9])).toEqual([0.1, 0.2, 0.5, 1]);
    expect(logTicks([3])).toEqual([2, 5]);
  });

  it('draws a line from corner to corner where a value grows as its size', () => {
    const svg = lineCharts([{ title: 'a < b', x: 'words', y: 'ms', lines: [{ name: 'line', points: [{ x: 1, y: 1 }, { x: 10, y: 10 }, { x: 100, y: 100 }] }] }]);
    expect(svg).toContain('<polyline points="56,274 230,154 404,34"');
    expect(svg).toContain('a &lt; b');
    expect(svg).not.toMatch(/NaN|undefined/u);
  });
});
