import { describe, expect, test } from 'vitest';
import { lintTerms, parseGlossary } from '../../../engine/glossary';
import { findings, messages } from './support';

describe('untranslated', () => {
  const untranslated = (source: string, target: string, flags: string[] = []) =>
    messages(findings('untranslated', source, target, { flags }));

  test.each([
    ['Visual Studio Code', 'Visual Studio Code'],
    ['`npm start`', '`npm start`'],
    ['OK', 'OK'],
    ['UTF-8', 'UTF-8'],
    ['Open the file', '打开文件'],
    ['', ''],
    ['one of list, tuple, dict, set, frozenset', 'list, tuple, dict, set, frozenset 之一'],
  ])('%j / %j is fine', (source, target) => {
    expect(untranslated(source, target)).toEqual([]);
  });

  test.each([
    ['Open the file', '', '“Open the file” has no translation.'],
    ['Open the file', 'Open the file', 'The translation is the same as the source.'],
    ['Open the file', 'Open file now', "The translation has no word of the target's language."],
    ['Read it. This is the last line of it.', '阅读它。This is the last line of it.', '“This is the last line of it” is left in the source\'s language.'],
  ])('%j / %j', (source, target, message) => {
    expect(untranslated(source, target)).toEqual([message]);
  });

  test('blocks without a source', () => {
    expect(untranslated('', '多出来的', ['extra'])).toEqual(['This passage has no counterpart in the source.']);
  });

  test('into a language of the same script only sameness tells', () => {
    const german = { targetLanguage: 'de' };
    expect(findings('untranslated', 'Open the file', 'Die Datei öffnen', german)).toEqual([]);
    expect(findings('untranslated', 'Open the file', 'Open the file', german)).toHaveLength(1);
    expect(findings('untranslated', '打开文件', '打开文件', { sourceLanguage: 'zh', targetLanguage: 'en' })).toHaveLength(1);
  });
});

describe('terminology', () => {
  const languages = { source: 'en', target: 'zh' };
  const text = '# terms\npull request\t拉取请求 | PR\nrequest\t请求\n\ncell\t单元格\nAlignLens\t=\n';
  const glossary = lintTerms(parseGlossary(text, languages).entries, languages);
  const terminology = (source: string, target: string) => messages(findings('terminology', source, target, { glossary }));

  test('one of the translations is there, in any case and number', () => {
    expect(terminology('Pull requests of cells', '单元格的 pr')).toEqual([]);
    expect(terminology('cancel the `cell`', '取消')).toEqual([]);
  });

  test('another word, and the longer term speaks for its words', () => {
    expect(terminology('the pull request', '合并请求')).toEqual([
      'The glossary has “拉取请求” or “PR” for “pull request”, and the translation does not.',
    ]);
    expect(findings('terminology', 'the Cell', '细胞', { glossary })[0]!.source).toEqual({ start: 4, end: 8 });
  });

  test('terms are found in the forms that the translator knows, on both sides', () => {
    const commit = lintTerms(parseGlossary('commit\t提交\nIT\t信息技术\n', languages).entries, languages);
    expect(messages(findings('terminology', 'It was committed. Commits stay.', '已经保存。', { glossary: commit }))).toEqual([
      'The glossary has “提交” for “committed”, and the translation does not.',
    ]);
    const back = [{ source: '提交', targets: ['commit'] }];
    const english = { sourceLanguage: 'zh', targetLanguage: 'en', glossary: back };
    expect(findings('terminology', '已提交更改', 'The changes were committed', english)).toEqual([]);
    expect(findings('terminology', '已提交更改', 'The changes were saved by the committee', english)).toHaveLength(1);
  });

  test('a term to keep is looked for as it is', () => {
    expect(terminology('Start AlignLens', '启动 AlignLens')).toEqual([]);
    expect(terminology('Start AlignLens', '启动对齐镜')).toEqual(['The glossary has “AlignLens” for “AlignLens”, and the translation does not.']);
  });
});
