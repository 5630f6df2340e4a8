import { describe, expect, test } from 'vitest';
import { lintTerms, parseGlossary, problemTexts, translatorTerms } from '../../../engine/glossary';

const languages = { source: 'en', target: 'zh' };
const parse = (text: string) => parseGlossary(text, languages);
const problems = (text: string): string[] => {
  const lines = text.replace('\uFEFF', '').split(/\r?\n/u);
  return parse(text).problems.map(({ kind, line, span, about }) => `${line + 1} ${kind} [${lines[line]!.slice(span.start, span.end)}] ${about}`.trim());
};

describe('lines', () => {
  test('terms, translations, marks, comments, headings, and any line break', () => {
    const { entries, problems: wrong } = parse(
      '\uFEFFSource\tTarget\tMark\tComment\r\n# a comment\r\n\r\npull request \t 拉取请求 | PR\trequired\tas on the site\r\nAlignLens\t=\r\ncache\t缓存\t\twhat is kept',
    );
    expect(wrong).toEqual([]);
    const more = { sourceLanguage: 'en', targetLanguage: 'zh' };
    expect(entries).toEqual([
      { source: 'pull request', targets: ['拉取请求', 'PR'], required: true, comment: 'as on the site', line: 3, ...more },
      { source: 'AlignLens', targets: null, required: false, comment: '', line: 4, ...more },
      { source: 'cache', targets: ['缓存'], required: false, comment: 'what is kept', line: 5, ...more },
    ]);
  });

  test('headings are headings at the top only', () => {
    expect(parse('cache\t缓存\nsource\ttarget\n').entries.map(({ source }) => source)).toEqual(['cache', 'source']);
  });

  test('what is wrong, where', () => {
    expect(problems('a\t甲\nb\n\t乙\nc\t丙\tmust\nA \t子\nd\t丁\t\tx\ty\tz\n#languages en\ne\t |\n')).toEqual([
      '2 no-target [b] b',
      '3 no-source [\t乙]',
      '4 unknown-mark [must] must',
      '5 duplicate [A] 1',
      '6 too-many-fields [y\tz]',
      '7 bad-languages [#languages en] en',
      '8 no-target [e\t |] e',
    ]);
    expect(parse('a\t甲\nb\nA\t子\n').entries.map(({ targets }) => targets)).toEqual([['甲']]);
  });

  test('a term that is a sentence is still one', () => {
    const text = 'one two three four five six seven eight nine\t九';
    expect(problems(text)).toEqual(['1 too-long [one two three four five six seven eight nine] one two three four five six seven eight nine']);
    expect(parse(text).entries).toHaveLength(1);
  });

  test('every problem has a text', () => {
    for (const { kind, about } of parse('b\n\t乙\nc\t丙\tmust\n').problems) expect(problemTexts[kind].includes('{0}')).toBe(about !== '');
  });
});

describe('terms of a direction', () => {
  const { entries } = parse('cache\t缓存 | 快取\trequired\nAlignLens\t=\n#languages zh en\n设置\tsettings\n#languages en de\ncache\tZwischenspeicher\n');

  test('forth and back', () => {
    expect(translatorTerms(entries, languages)).toEqual([
      { source: 'cache', target: '缓存', required: true },
      { source: 'AlignLens', target: null, required: true },
      { source: 'settings', target: '设置', required: false },
    ]);
    expect(translatorTerms(entries, { source: 'zh', target: 'en' })).toEqual([
      { source: '设置', target: 'settings', required: false },
      { source: '缓存', target: 'cache', required: true },
      { source: '快取', target: 'cache', required: true },
      { source: 'AlignLens', target: null, required: true },
    ]);
    expect(translatorTerms(entries, { source: 'en', target: 'de' })).toEqual([{ source: 'cache', target: 'Zwischenspeicher', required: false }]);
    expect(translatorTerms(entries, { source: 'en', target: 'fr' })).toEqual([]);
  });

  test('two terms with one translation: on the way back either is right and none required', () => {
    const { entries: ambiguous } = parse('set up\t设置\trequired\nsettings\t设置\trequired\n');
    const back = { source: 'zh', target: 'en' };
    expect(translatorTerms(ambiguous, back)).toEqual([{ source: '设置', target: 'set up', required: false }]);
    expect(lintTerms(ambiguous, back)).toEqual([{ source: '设置', targets: ['set up', 'settings'] }]);
  });

  test('the check takes every right translation', () => {
    expect(lintTerms(entries, languages)).toEqual([
      { source: 'cache', targets: ['缓存', '快取'] },
      { source: 'AlignLens', targets: ['AlignLens'] },
      { source: 'settings', targets: ['设置'] },
    ]);
  });
});
