import { expect, test } from 'vitest';
import { focusLine, inSight } from '../../../extension/reading/sight';

const at = (first: number, last = first): { lines: { first: number; last: number } } => ({ lines: { first, last } });

test('what can be seen comes first, nearest to the cursor; then what is near; the rest is left', () => {
  const all = [at(0), at(95), at(100), at(110, 112), at(119), at(125), at(400)];
  expect(inSight(all, [{ first: 98, last: 120 }], 111).map(({ lines }) => lines.first)).toEqual([110, 119, 100, 125, 95]);
});

test('folded code hides what it holds', () => {
  const visible = [
    { first: 0, last: 10 },
    { first: 200, last: 210 },
  ];
  expect(inSight([at(5), at(100), at(205)], visible, 0).map(({ lines }) => lines.first)).toEqual([5, 205]);
});

test('who scrolled away from the cursor reads what is in the middle', () => {
  expect(focusLine([{ first: 10, last: 20 }], 12)).toBe(12);
  expect(focusLine([{ first: 10, last: 20 }], 300)).toBe(15);
  expect(focusLine([], 3)).toBe(3);
});
