import { describe, expect, it } from 'vitest';
import { figure, markdownTable, median, percentile, ratioSpread, ratioText } from '../../scripts/lib/statistics.mjs';

describe('statistics of the benchmarks', () => {
  it('takes the middle value, or the mean of the two in the middle', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 2, 10])).toBe(3);
    expect(median([])).toBeNaN();
  });

  it('takes the smallest value that the share of the values do not exceed', () => {
    const values = Array.from({ length: 20 }, (_, index) => 20 - index);
    expect(percentile(values, 0.95)).toBe(19);
    expect(percentile(values, 0.5)).toBe(10);
    expect(percentile(values, 0)).toBe(1);
    expect(percentile(values, 1)).toBe(20);
  });

  it('pairs what was measured side by side, so that a slow machine changes no ratio', () => {
    const spread = ratioSpread([20, 200, 2000], [10, 100, 1000]);
    expect(spread).toEqual({ median: 2, least: 2, most: 2 });
    expect(() => ratioSpread([1], [1, 2])).toThrow('cannot be paired');
  });

  it('writes three significant digits, and a dash for what was not measured', () => {
    expect(['99.95', '1234.4', '0.5', '2.104', '10'].map((text) => figure(Number(text)))).toEqual(['100', '1234', '0.5', '2.1', '10']);
    expect(figure(NaN)).toBe('–');
    expect(ratioText({ median: 2.104, least: 1.9, most: 12.06 })).toBe('2.1× (1.9–12.1)');
    expect(ratioText({ median: NaN, least: NaN, most: NaN })).toBe('–');
  });

  it('writes a table in Markdown', () => {
    expect(markdownTable(['a', 'b'], [['c', '1']])).toBe('| a | b |\n| --- | ---: |\n| c | 1 |\n');
  });
});
