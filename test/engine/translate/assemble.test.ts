import { describe, expect, test } from 'vitest';
import { gap } from '../../../engine/translate/assemble';
import { batchByLength } from '../../../engine/translate/batches';

describe('gap between two sentences', () => {
  test.each([
    ['句一。', ' ', '句二。', 'zh', ''],
    ['句一。', ' ', 'API 很好。', 'zh', ''],
    ['用 API', ' ', '很好', 'zh', ' '],
    ['v1.2', ' ', 'API', 'zh', ' '],
    ['句一。', '\n\n  ', '句二。', 'zh', '\n\n  '],
    ['', '  ', '句一。', 'zh', '  '],
    ['One.', '', 'Two.', 'en', ' '],
    ['One.', '  ', 'Two.', 'en', '  '],
  ])('%j %j %j to %s', (before, original, after, language, expected) => {
    expect(gap(before, original, after, language)).toBe(expected);
  });
});

describe('batchByLength', () => {
  test('every sentence once, like lengths together', () => {
    const lengths = Array.from({ length: 100 }, (_, i) => 3 + ((i * 37) % 50));
    const batches = batchByLength(lengths, 8000);
    expect(batches.flat().sort((a, b) => a - b)).toEqual(lengths.map((_, i) => i));
    for (const batch of batches) {
      expect(batch.length).toBeLessThanOrEqual(16);
      const own = batch.map((index) => lengths[index]!);
      expect(Math.max(...own) - Math.min(...own)).toBeLessThanOrEqual(16);
      expect(batch.length * Math.max(...own) * 8000).toBeLessThanOrEqual(16_000_000);
    }
  });

  test('a sentence too large for any batch has its own', () => {
    expect(batchByLength([10, 500], 100_000)).toEqual([[0], [1]]);
  });

  test('no sentences, no batches', () => {
    expect(batchByLength([], 8000)).toEqual([]);
  });
});
