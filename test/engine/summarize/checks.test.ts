import { describe, expect, test } from 'vitest';
import { longestText, problemOf } from '../../../engine/summarize/checks';
import { isForeignScript } from '../../../engine/summarize/readability';

describe('what cannot be summarized', () => {
  test.each([
    ['', 'empty-input'],
    [' \n\t\u3000', 'empty-input'],
    ['a\0b', 'not-text'],
    ['\x01\x02ab', 'not-text'],
    ['PNG \ufffd\ufffd\ufffd', 'not-text'],
    ['a'.repeat(longestText + 1), 'input-too-long'],
  ])('%#: %s', (text, code) => {
    expect(problemOf(text)).toMatchObject({ code });
  });

  test.each(['a', '\t\n\ta\r\n', 'one \x1b[1mbold\x1b[0m word in a long line of text', '好', 'a'.repeat(longestText)])('fine: %#', (text) => {
    expect(problemOf(text)).toBeUndefined();
  });
});

test('scripts', () => {
  expect(isForeignScript('Open the file (naïve, Ünicode).')).toBe(false);
  expect(isForeignScript('The word 文件 means file.')).toBe(false);
  expect(isForeignScript('开 file')).toBe(false);
  expect(isForeignScript('打开这个 file')).toBe(true);
  expect(isForeignScript('Откройте файл')).toBe(true);
  expect(isForeignScript('123')).toBe(false);
});
