import { expect, test } from 'vitest';
import { diffText } from '../../webview/textDiff';

const marked = (other: string, text: string): string =>
  diffText(other, text)
    .map(({ kind, text: part }) => (kind === 'same' ? part : kind === 'new' ? `[${part}]` : `(${part})`))
    .join('');

test('what differs is marked: characters of Chinese, words of English', () => {
  expect(marked('重命名文件前请先关闭它。', '重命名文件之前请关闭它。')).toBe('重命名文件[之]前请(先)关闭它。');
  expect(marked('Close the file.', 'Close this file.')).toBe('Close [this] file.');
});

test('the same text has nothing marked, an empty one everything gone', () => {
  expect(diffText('它', '它')).toEqual([{ kind: 'same', text: '它' }]);
  expect(diffText('它', '')).toEqual([{ kind: 'gone', text: '它' }]);
  expect(diffText('', '')).toEqual([]);
});

test('the text can be read back from its parts', () => {
  const text = 'b a 之前 c 😀 d\u0301 e';
  const back = diffText('a b 前 c 😀 f', text).filter(({ kind }) => kind !== 'gone').map(({ text: part }) => part);
  expect(back.join('')).toBe(text);
});

test('texts too long to compare differ as a whole between their common ends', () => {
  const long = (word: string): string => `start ${`${word} `.repeat(1200)}end`;
  expect(diffText(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['same', 'new', 'same']);
});
