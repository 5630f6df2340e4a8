import { describe, expect, test } from 'vitest';
import { defaultPairRules, pairFor, pairLanguages, parsePairRule } from '../../../engine/bilingual/pairRules';

const languages = pairLanguages('en', 'zh');
const pairs = (path: string): string[] => pairFor(path, defaultPairRules, languages).map(({ source, target }) => `${source} ${target}`);

describe('pairFor', () => {
  test.each([
    ['README.md', 'README.md README.zh.md'],
    ['README.md', 'README.md README.zh-CN.md'],
    ['README.md', 'README.md README_cn.md'],
    ['docs/guide.md', 'docs/guide.md docs/guide.zh.md'],
    ['docs/guide.en.md', 'docs/guide.en.md docs/guide.zh.md'],
    ['README.zh.md', 'README.md README.zh.md'],
    ['README_zh-CN.md', 'README.md README_zh-CN.md'],
    ['i18n/en.json', 'i18n/en.json i18n/zh-CN.json'],
    ['zh.json', 'en.json zh.json'],
    ['package.nls.json', 'package.nls.json package.nls.zh-cn.json'],
    ['locales/en/app/a.json', 'locales/en/app/a.json locales/zh-CN/app/a.json'],
    ['locales/zh-CN/a.json', 'locales/en/a.json locales/zh-CN/a.json'],
  ])('%s may be part of %s', (path, pair) => {
    expect(pairs(path)).toContain(pair);
  });

  test('a translation is not taken as a source, and the likeliest comes first', () => {
    expect(pairs('README.zh.md')).not.toContain('README.zh.md README.zh.zh.md');
    expect(pairs('README.md')[0]).toBe('README.md README.zh.md');
    expect(pairs('README.zh.md')[0]).toBe('README.en.md README.zh.md');
    expect(pairs('main.c')).toEqual([]);
  });

  test('languages without other names are themselves', () => {
    expect(pairFor('a.de.md', defaultPairRules, pairLanguages('en', 'de'))).toContainEqual({ source: 'a.md', target: 'a.de.md' });
  });
});

describe('parsePairRule', () => {
  test('both arrows', () => {
    const rule = { source: 'docs/{path}', target: 'i18n/{target}/{path}' };
    expect(parsePairRule('docs/{path} ↔ i18n/{target}/{path}')).toEqual(rule);
    expect(parsePairRule('docs/{path}<->i18n/{target}/{path}')).toEqual(rule);
    expect(pairFor('docs/a/b.md', [rule], languages)[0]).toEqual({ source: 'docs/a/b.md', target: 'i18n/zh/a/b.md' });
    expect(pairFor('i18n/zh_CN/a.md', [rule], languages)).toEqual([{ source: 'docs/a.md', target: 'i18n/zh_CN/a.md' }]);
  });

  test.each(['docs/{path}', 'a ↔ a', '{x}.md ↔ {x}.zh.md', '{name}.md ↔ zh/{path}', 'a ↔ b ↔ c', ' ↔ b'])('%s is none', (text) => {
    expect(parsePairRule(text)).toBeUndefined();
  });
});
