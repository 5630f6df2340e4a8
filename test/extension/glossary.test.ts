import { expect, test } from 'vitest';
import { translationOfWords } from '../../extension/glossary/translationOfWords';
import { translation } from './translation';

test('what a translation has for some words of its source', () => {
  // 'Stop. Close the file.' → '停止。关闭文件。'
  expect(translationOfWords(translation, { start: 0, end: 4 })).toBe('停止');
  const file = translation.source.indexOf('file');
  expect(translationOfWords(translation, { start: file, end: file + 4 })).toBe('文件');
  expect(translationOfWords(translation, { start: 4, end: 5 })).toBe('');
});
