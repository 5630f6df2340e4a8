import { describe, expect, test } from 'vitest';
import { WordList } from '../../../engine/pack/wordList';

const parse = (text: string): WordList => WordList.parse(new TextEncoder().encode(text), 'words.txt of the pack in x');

test('knows words and their beginnings', () => {
  const list = parse('file\nfiles\nopen\n');
  expect(['file', 'files', 'open', 'fil', 'filex', 'a', 'z', ''].map((word) => list.has(word))).toEqual([true, true, true, false, false, false, false, false]);
  expect(['', 'f', 'file', 'files', 'filesy', 'op', 'opened', 'z'].map((word) => list.hasBeginning(word))).toEqual([true, true, true, true, false, true, false, false]);
  expect([...list.beginningWith('fi')]).toEqual(['file', 'files']);
  expect([...list.beginningWith('z')]).toEqual([]);
});

test('of words in any order', () => {
  const list = WordList.of(['open', 'file', 'open']);
  expect([...list.beginningWith('')]).toEqual(['file', 'open']);
  expect(WordList.of([]).hasBeginning('')).toBe(false);
});

describe('what is no list is refused', () => {
  test.each([
    ['a capital', 'File\n'],
    ['an accent', 'café\n'],
    ['two words in a line', 'a file\n'],
    ['another order', 'open\nfile\n'],
    ['a word twice', 'file\nfile\n'],
    ['an empty line', 'file\n\nopen\n'],
    ['no end', 'file\nop'],
  ])('%s', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'pack-damaged', message: expect.stringContaining('words.txt of the pack in x') as string }) as Error);
  });
});
