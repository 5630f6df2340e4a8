import { expect, test } from 'vitest';
import { defaultPairRules, pairLanguages } from '../../../engine/bilingual';
import { isNamedForLanguage, targetPaths, unmarkedSources } from '../../../engine/files';

const enZh = pairLanguages('en', 'zh');
const firstOf = (path: string): string | undefined => targetPaths(path, defaultPairRules, enZh)[0];

test('a translation is named as the project names them', () => {
  expect(firstOf('README.md')).toBe('README.zh.md');
  expect(firstOf('docs/en/guide.md')).toBe('docs/zh/guide.md');
  expect(firstOf('i18n/en.json')).toBe('i18n/zh.json');
  expect(firstOf('lib/l10n/app_en.arb')).toBe('lib/l10n/app_zh.arb');
  expect(firstOf('messages.properties')).toBe('messages_zh.properties');
  expect(firstOf('messages_en.properties')).toBe('messages_zh.properties');
  expect(firstOf('po/app.pot')).toBe('po/zh.po');
});

test('a rule of the user comes first', () => {
  expect(targetPaths('docs/a.md', [{ source: 'docs/{path}', target: 'i18n/{target}/{path}' }, ...defaultPairRules], enZh)[0]).toBe('i18n/zh/a.md');
});

test('a translation has none', () => {
  expect(firstOf('README.zh.md')).toBeUndefined();
  expect(firstOf('i18n/zh-CN.json')).toBeUndefined();
});

test('which JSON files hold texts, and which pages are translations of one without a mark', () => {
  expect(['en.json', 'locales/en-US/app.json', 'package.json', 'src/data.json'].map((path) => isNamedForLanguage(path, defaultPairRules, enZh))).toEqual([true, true, false, false]);
  expect(unmarkedSources('README.zh.md', defaultPairRules, enZh)).toContain('README.md');
  expect(unmarkedSources('README.md', defaultPairRules, enZh)).toEqual([]);
});
