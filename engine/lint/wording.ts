import type { Span, Token } from '../protocol/result';

const mostQuoted = 60;

/** A piece of text in quotes, cut where it is long, on one line. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  if (line.length <= mostQuoted) return `“${line}”`;
  // A surrogate pair is not cut in two.
  const cut = line.slice(0, mostQuoted).replace(/[\ud800-\udbff]$/u, '');
  return `“${cut}…”`;
}

/** From the first to the last of some neighbouring words. */
export function spanOfTokens(tokens: readonly Token[]): Span {
  return { start: tokens[0]!.start, end: tokens.at(-1)!.end };
}
