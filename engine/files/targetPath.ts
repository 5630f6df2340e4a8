import { pairFor, type PairLanguages, type PairRule } from '../bilingual/pairRules';

/**
 * Where the translation of a file goes, the likeliest first: rules that name the source's language come before those
 * that leave it out, so that `docs/en/guide.md` becomes `docs/zh/guide.md`. Empty for a file that is named as a
 * translation itself.
 *
 * @param path with `/` between folders
 */
export function targetPaths(path: string, rules: readonly PairRule[], languages: PairLanguages): string[] {
  if (path.endsWith('.pot')) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    return languages.target.map((language) => `${folder}${language}.po`);
  }
  if (isTranslationName(path, rules, languages)) return [];
  const named = (rule: PairRule): boolean => rule.source.includes('{source}');
  const ordered = [...rules.filter(named), ...rules.filter((rule) => !named(rule))];
  const paths = pairFor(path, ordered, languages).filter(({ source }) => source === path).map(({ target }) => target);
  return [...new Set(paths)];
}

/** Whether a path names its language as a translation's does. */
function isTranslationName(path: string, rules: readonly PairRule[], languages: PairLanguages): boolean {
  return pairFor(path, rules, languages).some(({ target }) => target === path);
}

/** Whether a path names the language of its texts: `en.json`, `locales/en/app.json`. */
export function isNamedForLanguage(path: string, rules: readonly PairRule[], languages: PairLanguages): boolean {
  const named = rules.filter(({ source }) => source.includes('{source}'));
  return pairFor(path, named, languages).some(({ source }) => source === path);
}

/** Paths of files without a mark of their language that a path would be the translation of: `guide.md` for `guide.zh.md`. */
export function unmarkedSources(path: string, rules: readonly PairRule[], languages: PairLanguages): string[] {
  const unmarked = rules.filter(({ source }) => !source.includes('{source}'));
  return pairFor(path, unmarked, languages).filter(({ target }) => target === path).map(({ source }) => source);
}
