import { expect, test } from 'vitest';
import { levelCount, salienceLevel } from '../../../engine/protocol/salienceLevel';

test('the strongest word is the strongest, and a stronger word is never fainter', () => {
  expect(salienceLevel(0.3, 0.3)).toBe(levelCount - 1);
  const levels = Array.from({ length: 101 }, (_, index) => salienceLevel(index / 100, 1) ?? -1);
  expect(levels).toEqual([...levels].sort((a, b) => a - b));
  expect(new Set(levels)).toEqual(new Set([-1, 0, 1, 2, 3, 4, 5]));
});

test('what has hardly any weight stays plain', () => {
  expect(salienceLevel(0.001, 1)).toBeUndefined();
  expect(salienceLevel(0, 0)).toBeUndefined();
});
