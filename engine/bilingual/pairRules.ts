import { literalPattern } from '../text/literalPattern';

/**
 * How the path of a text and the path of its translation belong together. In a pattern, `{source}` and `{target}` stand
 * for the languages' names, `{name}` for a part of a path between slashes, `{dir}` for folders with the slash behind
 * them (or nothing) and `{path}` for anything; a variable has the same value on both sides.
 */
export interface PairRule {
  readonly source: string;
  readonly target: string;
}

/** How paths may write each language, the likeliest first. */
export interface PairLanguages {
  readonly source: readonly string[];
  readonly target: readonly string[];
}

/** A text's file and its translation's, by path. */
export interface PathPair {
  readonly source: string;
  readonly target: string;
}

export const defaultPairRules: readonly PairRule[] = [
  { source: '{dir}{name}.{source}.md', target: '{dir}{name}.{target}.md' },
  { source: '{dir}{name}.md', target: '{dir}{name}.{target}.md' },
  { source: '{dir}{name}.md', target: '{dir}{name}_{target}.md' },
  { source: '{dir}{name}.md', target: '{dir}{name}-{target}.md' },
  { source: '{dir}{source}.json', target: '{dir}{target}.json' },
  { source: '{dir}{name}.{source}.json', target: '{dir}{name}.{target}.json' },
  { source: '{dir}{name}.json', target: '{dir}{name}.{target}.json' },
  { source: '{dir}{name}_{source}.arb', target: '{dir}{name}_{target}.arb' },
  { source: '{dir}{name}_{source}.properties', target: '{dir}{name}_{target}.properties' },
  { source: '{dir}{name}.properties', target: '{dir}{name}_{target}.properties' },
  { source: '{dir}{source}/{path}', target: '{dir}{target}/{path}' },
];

const variants: Readonly<Record<string, readonly string[]>> = {
  en: ['en', 'en-US', 'en_US', 'en-us', 'en-GB', 'en_GB'],
  zh: ['zh', 'zh-CN', 'zh_CN', 'zh-cn', 'zh_cn', 'zh-Hans', 'zh_Hans', 'zh-hans', 'zh-Hans-CN', 'cn'],
};

/** The names that paths use for two languages given by their codes. */
export function pairLanguages(source: string, target: string): PairLanguages {
  const names = (code: string): readonly string[] => variants[code] ?? [code];
  return { source: names(source), target: names(target) };
}

/**
 * The pairs that a file may be part of, the likeliest first; which of the other files exists is for the caller to see.
 * A file whose name looks like a translation is taken as one: `README.zh.md` is not the source of `README.zh.zh.md`.
 *
 * @param path with `/` between folders
 */
export function pairFor(path: string, rules: readonly PairRule[], languages: PairLanguages): PathPair[] {
  const asTarget = rules.flatMap((rule) =>
    expand(rule.source, valuesIn(path, rule.target, languages), languages).map((source) => ({ source, target: path })),
  );
  const asSource = rules.flatMap((rule) =>
    expand(rule.target, valuesIn(path, rule.source, languages), languages).map((target) => ({ source: path, target })),
  );
  const pairs = asTarget.length > 0 ? asTarget : asSource;
  return pairs.filter(({ source, target }) => source !== target);
}

/** Reads `SOURCE ↔ TARGET` or `SOURCE <-> TARGET`; undefined when it is no rule. */
export function parsePairRule(text: string): PairRule | undefined {
  const parts = text.split(/\s*(?:↔|<->)\s*/u);
  const [source, target] = parts.map((part) => part.trim());
  if (parts.length !== 2 || !source || !target || source === target) return undefined;
  const known = [source, target].every((pattern) => /^(?:[^{}]|\{(?:source|target|name|dir|path)\})+$/u.test(pattern));
  // A variable of one side only would leave the other side's path open.
  const variablesOf = (pattern: string): string => (pattern.match(/\{(?:name|dir|path)\}/gu) ?? []).sort().join();
  return known && variablesOf(source) === variablesOf(target) ? { source, target } : undefined;
}

type Values = ReadonlyMap<string, string>;

const variable = /\{(source|target|name|dir|path)\}/u;
const forms: Readonly<Record<string, string>> = { name: '[^/]+?', dir: '(?:.*/)?', path: '.+' };

function valuesIn(path: string, pattern: string, languages: PairLanguages): Values | undefined {
  const names: string[] = [];
  const source = pattern
    .split(variable)
    .map((part, index) => {
      if (index % 2 === 0) return literalPattern(part);
      if (part === 'source' || part === 'target') return `(?:${languages[part].map(literalPattern).join('|')})`;
      names.push(part);
      return `(${forms[part]!})`;
    })
    .join('');
  const match = new RegExp(`^${source}$`, 'u').exec(path);
  return match ? new Map(names.map((name, index) => [name, match[index + 1] ?? ''])) : undefined;
}

function expand(pattern: string, values: Values | undefined, languages: PairLanguages): string[] {
  if (!values) return [];
  const language = /\{(source|target)\}/u.exec(pattern)?.[1] as keyof PairLanguages | undefined;
  const names = language === undefined ? [''] : languages[language];
  return names.map((name) =>
    pattern.split(variable).map((part, index) => (index % 2 === 0 ? part : (values.get(part) ?? name))).join(''),
  );
}
