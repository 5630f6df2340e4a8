import type { Span } from '../protocol/result';

const words = /\p{L}+/gu;

/** Whether a text has words in capitals, two at least, and not one small letter. */
export function isInCapitals(plain: string): boolean {
  return !/\p{Ll}/u.test(plain) && (plain.match(/\p{Lu}{2,}/gu)?.length ?? 0) > 1;
}

/**
 * A part of `line` that is in capitals throughout as one would otherwise write it; the line keeps its length.
 *
 * @param inside what stays as it is, ascending
 * @param isAbbreviation whether the word, in capitals, is an abbreviation: it keeps them
 */
export function withoutCapitals(line: string, part: Span, inside: readonly Span[], isAbbreviation: (word: string) => boolean): string {
  let isFirst = true;
  const small = line.slice(part.start, part.end).replaceAll(words, (word, offset: number) => {
    const at = part.start + offset;
    if (inside.some(({ start, end }) => start < at + word.length && at < end)) return word;
    const begins = isFirst;
    isFirst = false;
    const lower = word.toLowerCase();
    if (lower.length !== word.length || isAbbreviation(word)) return word;
    return begins || word === 'I' ? word.charAt(0) + lower.slice(1) : lower;
  });
  return line.slice(0, part.start) + small + line.slice(part.end);
}
