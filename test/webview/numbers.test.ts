import { expect, test } from 'vitest';
import { formatNumber, formatShare } from '../../webview/numbers';

test('a minus is a minus, and nothing is not less than nothing', () => {
  expect(formatNumber(-1.23456)).toBe('−1.235');
  expect(formatNumber(-0.0001)).toBe('0.000');
  expect(formatNumber(0.5, 1)).toBe('0.5');
});

test('shares in tenths of a per cent; a little is told from nothing', () => {
  expect(formatShare(0.1234)).toBe('12.3 %');
  expect(formatShare(0.0001)).toBe('< 0.1 %');
  expect(formatShare(0)).toBe('0.0 %');
});
