/** How strings are written: what stands for a character, by language and quote. */
import type { Escape } from '../bilingual/mappedString';

export interface LiteralStyle {
  /** What begins at an offset and stands for something else; undefined for a character that stands for itself. */
  readonly escapeAt: (file: string, offset: number) => Escape | undefined;
  /** One character of a translation as the string writes it. */
  readonly encode: (character: string) => string;
}

/** In single quotes these know no escapes, or only a doubled quote, or only the quote and the backslash. */
const singleRaw = ['shellscript', 'toml', 'dotenv'];
const singleMinimal = ['php', 'ruby', 'perl', 'perl6', 'raku'];
const singleDoubled = ['sql', 'yaml', 'dockercompose', 'powershell', 'pascal', 'objectpascal', 'matlab'];
const doubleDoubled = ['vb', 'matlab'];

const control: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const simple: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', '"': '"', "'": "'", '`': '`', '/': '/' };

/**
 * @param opener the quotes with what belongs before them, such as `r"` or `@"`
 */
export function literalStyle(opener: string, languageId: string): LiteralStyle {
  const quote = opener.at(-1)!;
  const prefix = opener.replace(/["'`]+$/u, '');
  const single = quote === "'";
  if (prefix.includes('@') && languageId === 'csharp') return doubled(quote);
  if (/r/iu.test(prefix) || (quote === '`' && languageId === 'go') || (single && singleRaw.includes(languageId))) return raw(quote);
  if ((single ? singleDoubled : doubleDoubled).includes(languageId)) return doubled(quote);
  return backslashes(quote, single && singleMinimal.includes(languageId) ? ['\\', "'"] : Object.keys(simple));
}

/** The value of an attribute: entities stay as they are. */
export function attributeStyle(quote: string): LiteralStyle {
  const entities: Readonly<Record<string, string>> = { '"': '&quot;', "'": '&#39;', '<': '&lt;' };
  return { escapeAt: () => undefined, encode: (own) => (own === quote || own === '<' ? entities[own]! : own) };
}

function backslashes(quote: string, known: readonly string[]): LiteralStyle {
  return {
    escapeAt: (file, offset) => {
      if (file[offset] !== '\\') return undefined;
      const next = file[offset + 1] ?? '';
      if (known.includes(next)) return { characters: simple[next]!, length: 2 };
      const code = known.includes('n') ? /^(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|u\{([0-9A-Fa-f]{1,6})\})/u.exec(file.slice(offset + 1, offset + 10)) : null;
      const point = parseInt(code?.[1] ?? code?.[2] ?? code?.[3] ?? '', 16);
      if (!code || Number.isNaN(point) || point > 0x10ffff || point < 32) return undefined;
      return { characters: String.fromCodePoint(point), length: 1 + code[0].length };
    },
    encode: (own) => (own === '\\' || own === quote ? `\\${own}` : known.includes('n') ? (control[own] ?? own) : own),
  };
}

function doubled(quote: string): LiteralStyle {
  return {
    escapeAt: (file, offset) => (file.startsWith(quote + quote, offset) ? { characters: quote, length: 2 } : undefined),
    encode: (own) => (own === quote ? quote + quote : own),
  };
}

/** Without escapes there is no way to write the quote itself: another one that looks like it has to do. */
function raw(quote: string): LiteralStyle {
  const twin = { '"': '”', "'": '’', '`': 'ˋ' }[quote] ?? '';
  return { escapeAt: () => undefined, encode: (own) => (own === quote ? twin : own) };
}
