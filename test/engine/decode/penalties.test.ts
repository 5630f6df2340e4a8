import { expect, test } from 'vitest';
import { coveragePenalty } from '../../../engine/decode/coveragePenalty';
import { lengthPenalty } from '../../../engine/decode/lengthPenalty';

test('the length penalty of GNMT', () => {
  expect(lengthPenalty(1, 1)).toBe(1);
  expect(lengthPenalty(7, 1)).toBe(2);
  expect(lengthPenalty(7, 0.5)).toBeCloseTo(Math.SQRT2, 12);
  expect(lengthPenalty(20, 0)).toBe(1);
});

test('the coverage penalty of GNMT: covered more than once, half, not at all', () => {
  const rows = [Float32Array.of(0.75, 0.25, 0), Float32Array.of(0.75, 0.25, 0)];
  expect(coveragePenalty(rows, 1)).toBeCloseTo(Math.log(0.5) + Math.log(1e-9), 6);
  expect(coveragePenalty(rows, 0.2)).toBeCloseTo(0.2 * (Math.log(0.5) + Math.log(1e-9)), 6);
  expect(coveragePenalty([Float32Array.of(1, 0), Float32Array.of(0, 1)], 3)).toBe(0);
});
