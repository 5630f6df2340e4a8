import { expect, test } from 'vitest';
import { isWrittenIn } from '../../extension/languageCheck';

test.each([
  ['en', 'Close the file.', true],
  ['en', '关闭文件。', false],
  ['en', '使用 `open` 打开文件', false],
  ['en', 'Use 打开 to open the file', true],
  ['en', '--- 42 ---', false],
  ['zh', '关闭文件。', true],
  ['zh-CN', '关闭文件。', true],
  ['ru', 'Закрыть файл', true],
])('%s: %s', (language, text, expected) => {
  expect(isWrittenIn(language, text)).toBe(expected);
});
