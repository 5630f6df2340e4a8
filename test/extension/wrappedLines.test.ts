import { describe, expect, test } from 'vitest';
import { inLines, lineGroups } from '../../extension/wrappedLines';

describe('lines that belong together', () => {
  test.each([
    ['a wrapped sentence', ['Close the file before you open the', 'window, or wait.', 'Then go on.'], [[0, 1], [2, 2]]],
    ['entries', ['name', 'size of the file', 'date'], [[0, 0], [1, 1], [2, 2]]],
    ['sentences', ['The file is closed before the window.', 'then nothing.'], [[0, 0], [1, 1]]],
    ['an empty line between', ['The file is closed before the window', '', 'opens.'], [[0, 0], [2, 2]]],
    ['a heading in capitals', ['The file is closed before the window', 'Returns the file.'], [[0, 0], [1, 1]]],
    ['no words', ['---', ''], []],
  ])('%s', (_, lines, expected) => {
    expect(lineGroups(lines).map(({ first, last }) => [first, last])).toEqual(expected);
  });

  test('their text is one line', () => {
    expect(lineGroups(['  Close the file before you open the', '  window.']).map(({ text }) => text)).toEqual(['Close the file before you open the window.']);
  });
});

describe('as many lines', () => {
  test.each([1, 2, 3, 4])('%i', (count) => {
    const text = '在打开窗口之前关闭文件，或者等待服务器的回答。';
    const lines = inLines(text, count);
    expect(lines).toHaveLength(count);
    expect(lines.join('')).toBe(text);
    expect(lines.every((line) => line !== '')).toBe(true);
  });

  test('a short text leaves the last ones empty', () => {
    expect(inLines('文件', 3)).toEqual(['文', '件', '']);
    expect(inLines('file', 2)).toEqual(['file', '']);
  });

  test('line breaks of the text do not count', () => {
    expect(inLines('one\ntwo', 1)).toEqual(['one two']);
    expect(inLines('one\ntwo\nthree', 2)).toHaveLength(2);
  });

  test('a long text is no more work than its length asks for', () => {
    // What takes the square of the length takes minutes here; what does not, a moment.
    const blanks = ' '.repeat(200_000);
    expect(inLines(`one${blanks}two`, 2)).toEqual(['one two', '']);
    // A column more at a time would be ten thousand times its lines.
    const word = 'a'.repeat(10_000);
    expect(inLines(`of ${word} b ${word} c`, 3).map(({ length }) => length)).toEqual([2, 10_002, 10_002]);
  }, 20_000);
});
