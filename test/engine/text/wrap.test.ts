import { describe, expect, test } from 'vitest';
import { wrapText } from '../../../engine/text/wrap';

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['one    two  three ', 7, ['one two', 'three']],
  ['打开文件。', 6, ['打开文', '件。']],
  ['打开文件', 4, ['打开', '文件']],
  ['打开 `a b`，文件', 5, ['打开', '`a b`，', '文件']],
  ['see `a b c` now', 6, ['see', '`a b c`', 'now']],
  ['a - b', 1, ['a -', 'b']],
  ['', 10, ['']],
])('%j in %d columns', (text, width, lines) => {
  expect(wrapText(text, width)).toEqual(lines);
});

test('a run of backticks that is not closed is text', () => {
  expect(wrapText('a `` b ` c', 3)).toEqual(['a', '``', 'b `', 'c']);
});

describe('200,000 characters are no more work than so many', () => {
  // What takes the square of the length takes minutes here; what does not, a moment.
  test.each([' ', 'a', 'a ', '中', '`', '` ', '`` `', '`a', '- '])('of %j', (pattern) => {
    const text = pattern.repeat(200_000 / pattern.length);
    for (const width of [80, 1_000_000]) {
      const lines = wrapText(text, width);
      expect(lines.join('').replaceAll(' ', '')).toHaveLength(text.replaceAll(' ', '').length);
    }
  }, 20_000);
});
