/** English phrases as names in programs. */

export const identifierStyles = ['camelCase', 'PascalCase', 'snake_case', 'CONSTANT_CASE', 'kebab-case'] as const;
export type IdentifierStyle = (typeof identifierStyles)[number];

/** Words that names do without. */
const articles = new Set(['a', 'an', 'the']);
const fillers = new Set([...articles, 'of', 'to', 'for', 'in', 'on', 'at', 'by', 'with', 'from', 'and', 'is', 'are', 'be', 'that', 'this', 'its', 'your']);

/** The words of a phrase or name, in lower case, without articles. Letters of other languages are no part of names here. */
export function wordsOfName(phrase: string): string[] {
  const words = phrase
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f'’]/gu, '')
    .replaceAll(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/gu, (_, a: string | undefined, b: string, c: string, d: string) => (a === undefined ? `${c} ${d}` : `${a} ${b}`))
    .split(/[^A-Za-z0-9]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  return without(words, articles);
}

/** The same without the words that only bind others; all of them where nothing else is left. */
export function shortened(words: readonly string[]): string[] {
  return without(words, fillers);
}

function without(words: readonly string[], dropped: ReadonlySet<string>): string[] {
  const kept = words.filter((word) => !dropped.has(word));
  return kept.length > 0 ? kept : [...words];
}

export function identifier(words: readonly string[], style: IdentifierStyle): string {
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const joined = {
    camelCase: () => words.map((word, index) => (index === 0 ? word : capital(word))).join(''),
    PascalCase: () => words.map(capital).join(''),
    snake_case: () => words.join('_'),
    CONSTANT_CASE: () => words.join('_').toUpperCase(),
    'kebab-case': () => words.join('-'),
  }[style]();
  // No language lets a name begin with a digit.
  return /^\d/u.test(joined) ? `_${joined}` : joined;
}

const forms: Readonly<Record<IdentifierStyle, RegExp>> = {
  camelCase: /\b[a-z][a-z0-9]*[A-Z][A-Za-z0-9]*\b/gu,
  PascalCase: /\b(?:[A-Z][a-z0-9]+){2,}\b/gu,
  snake_case: /\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b/gu,
  CONSTANT_CASE: /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/gu,
  'kebab-case': /(?<![\w-])[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?![\w-])/gu,
};

const snakeLanguages = ['python', 'ruby', 'rust', 'c', 'cpp', 'cuda-cpp', 'php', 'sql', 'elixir', 'erlang', 'r', 'julia', 'perl', 'shellscript', 'makefile', 'cmake', 'nim', 'lua', 'ocaml', 'zig', 'terraform'];
const kebabLanguages = ['css', 'scss', 'less', 'html', 'xml', 'vue', 'svelte', 'lisp', 'clojure', 'scheme', 'racket', 'elisp', 'markdown', 'dockercompose', 'ignore'];
/** Fewer names say little of what is usual in a file. */
const least = 3;

/** How names are written: as most are in the text around, or else as the language's programmers do. */
export function usualStyle(around: string, languageId: string): IdentifierStyle {
  const kebab = kebabLanguages.includes(languageId);
  // Elsewhere a hyphen subtracts, and names of constants are no example for others.
  const counted = identifierStyles.filter((style) => style !== 'CONSTANT_CASE' && (style !== 'kebab-case' || kebab));
  const counts = counted.map((style) => ({ style, count: around.match(forms[style])?.length ?? 0 }));
  const most = counts.reduce((best, next) => (next.count > best.count ? next : best));
  if (most.count >= least) return most.style;
  if (snakeLanguages.includes(languageId)) return 'snake_case';
  if (languageId === 'csharp') return 'PascalCase';
  return kebab ? 'kebab-case' : 'camelCase';
}
