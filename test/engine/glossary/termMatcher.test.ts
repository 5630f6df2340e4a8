import { describe, expect, test } from 'vitest';
import { LastMatcher, TermMatcher } from '../../../engine/glossary/termMatcher';
import { englishForms } from '../../../engine/glossary/wordForms';
import type { Span } from '../../../engine/protocol/result';

function find(language: string, text: string, sources: readonly string[], excluded: readonly Span[] = []): string[] {
  const terms = sources.map((source) => ({ source, target: `<${source}>`, required: false }));
  const matches = new TermMatcher(terms, language).match(text, excluded);
  return matches.map(({ start, end, term }) => `${text.slice(start, end)} ${term.target}`);
}

test('characters that look the same are', () => {
  expect(find('zh', '文件大小', ['⽂件'])).toEqual(['文件 <⽂件>']);
  expect(find('zh', '⽂件⼤⼩', ['文件', 'ＡＰＩ'])).toEqual(['⽂件 <文件>']);
  expect(find('zh', '调用ＡＰＩ', ['API'])).toEqual(['ＡＰＩ <API>']);
  expect(find('en', 'a conﬁg cafe\u0301', ['config', 'café'])).toEqual(['conﬁg <config>', 'cafe\u0301 <café>']);
});

describe('English', () => {
  test.each([
    ['file', 'files'],
    ['box', 'boxes'],
    ['branch', 'branches'],
    ['query', 'queries'],
    ['query', 'querying'],
    ['commit', 'committed'],
    ['commit', 'committing'],
    ['edit', 'edited'],
    ['cancel', 'cancelled'],
    ['cancel', 'canceling'],
    ['cache', 'cached'],
    ['cache', 'caching'],
    ['key', 'keys'],
    ['free', 'freeing'],
    ['echo', 'echoes'],
  ])('%s has the form %s', (word, form) => {
    expect(englishForms(word)).toContain(form);
    expect(find('en', `The ${form}.`, [word])).toEqual([`${form} <${word}>`]);
  });

  test('case does not count, but for terms in capitals', () => {
    expect(find('en', 'Commit it, then the IT. APIs', ['commit', 'IT', 'API'])).toEqual(['Commit <commit>', 'IT <IT>', 'APIs <API>']);
  });

  test('words are whole', () => {
    expect(find('en', 'profile files_x file2 filer file-based', ['file'])).toEqual(['file <file>']);
  });

  test('the longest term wins, and of the same words the first', () => {
    expect(find('en', 'a pull request review', ['request', 'pull request', 'review', 'pull'])).toEqual([
      'pull request <pull request>',
      'review <review>',
    ]);
    expect(find('en', 'Pull requests', ['Pull request', 'pull request'])).toEqual(['Pull requests <Pull request>']);
  });

  test('terms may hold signs, and only the space that they have', () => {
    expect(find('en', 'In C++ and C, not in C ++.', ['C++', 'C'])).toEqual(['C++ <C++>', 'C <C>', 'C <C>']);
    expect(find('en', 'a workspace, a work space', ['work space'])).toEqual(['work space <work space>']);
  });

  test('nothing is found in excluded spans', () => {
    expect(find('en', 'the file `file` file', ['file'], [{ start: 9, end: 15 }])).toHaveLength(2);
    expect(find('en', 'the file name', ['file name'], [{ start: 4, end: 8 }])).toEqual([]);
  });
});

describe('Chinese', () => {
  test('terms are found anywhere, the longest first', () => {
    expect(find('zh', '打开工作区文件夹和文件', ['文件', '文件夹', '工作区'])).toEqual(['工作区 <工作区>', '文件夹 <文件夹>', '文件 <文件>']);
  });
});

test('a glossary that stays is read once; a changed one again', () => {
  const matchers = new LastMatcher('en');
  const term = { source: 'file', target: '文档', required: true };
  const first = matchers.for([term]);
  expect(matchers.for([{ ...term }])).toBe(first);
  expect(matchers.for([{ ...term, target: '档案' }])?.match('a file', [])).toMatchObject([{ term: { target: '档案' } }]);
  expect(matchers.for([])).toBeUndefined();
});

test('a term without words matches nothing', () => {
  expect(find('en', 'a file', ['', '  '])).toEqual([]);
});
