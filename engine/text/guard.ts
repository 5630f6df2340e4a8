import type { Lexeme } from './lexemes';

/** Changes of a translation what would end, or nest in, the comment that it is put into; `original` is what it replaces. */
export type Guard = (translation: string, original: string) => string;

const lineBreaks = /\s*[\r\n\u0085\u2028\u2029]\s*/gu;

/** The guard of text between tags: what would begin a tag or an expression becomes an entity. */
export const forMarkup: Guard = (translation, original) =>
  withoutLineBreaks(translation, original).replace(/[<>{}]/gu, (own) => (original.includes(own) ? own : entities[own]!));
const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '{': '&#123;', '}': '&#125;' };

/** The guard of a comment or docstring. */
export function guardOf(text: string, comment: Lexeme): Guard {
  if (comment.kind === 'line') return forComment([]);
  const opener = text.slice(comment.start, comment.start + comment.open);
  // Perl's documentation may go on to the end of the file.
  const unclosed = opener.startsWith('=') ? '=cut' : '';
  const closer = comment.close > 0 ? text.slice(comment.end - comment.close, comment.end) : unclosed;
  if (/["']$/u.test(closer)) return (translation, original) => forDocstring(withoutLineBreaks(translation, original), original, closer);
  // Some languages nest comments, so that an opening marker matters too.
  return forComment([closer, opener].filter(({ length }) => length > 1));
}

/** Whatever the comment, these end the code that it is in. */
const endsOfCode = ['?>', '</script', '</style'];

function forComment(markers: readonly string[]): Guard {
  return (translation, original) =>
    [...markers, ...endsOfCode].reduce(
      (safe, marker) => (original.includes(marker) ? safe : safe.replaceAll(marker, apart(marker))),
      withoutLineBreaks(translation, original),
    );
}

/** A line break would let the rest out of the comment; a backslash at the end would draw the next line into it. */
export function withoutLineBreaks(translation: string, original: string): string {
  const line = translation.replace(lineBreaks, ' ');
  return original.endsWith('\\') ? line : line.replace(/\\+$/u, '');
}

function forDocstring(translation: string, original: string, closer: string): string {
  const quote = closer.at(-1)!;
  const other = quote === '"' ? "'" : '"';
  const inside = original.includes(closer) ? translation : translation.replaceAll(closer, other.repeat(closer.length));
  return original.endsWith(quote) ? inside : inside.replace(/["']$/u, other);
}

function apart(marker: string): string {
  return `${marker.slice(0, 1)} ${marker.slice(1)}`;
}
