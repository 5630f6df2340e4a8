import { expect, test } from 'vitest';
import { contrast, mix, moreVisible } from '../../../webview/export/colour';

test('mixes channel by channel', () => {
  expect(mix('#000000', '#ff8040', 0)).toBe('#000000');
  expect(mix('#000000', '#ff8040', 1)).toBe('#ff8040');
  expect(mix('#ffffff', '#000000', 0.5)).toBe('#808080');
});

test('contrast as WCAG defines it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#777777')).toBe(1);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(moreVisible('#222222', '#000000', '#ffffff')).toBe('#ffffff');
  expect(moreVisible('#3794ff', '#cccccc', '#1f1f1f')).toBe('#1f1f1f');
});
