/** How a line that is long is read part by part. Pure. */
import type { Span } from '../protocol/result';

/** Code units of a line that are read at once. */
const window = 2000;
/** At the end of a window: what is not over there is read again in the next one, so that no protected span up to this size is cut. */
const margin = 500;

// As `isWhiteSpace` says.
const notBlank = /[^\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/gu;

/** The first offset from `start` on that is no white space; `end` where there is none before it. */
export function nextWord(text: string, start: number, end: number): number {
  notBlank.lastIndex = start;
  return Math.min(notBlank.exec(text)?.index ?? end, end);
}

/** Where the window from `from` on ends: at `end` at the latest, and never inside a surrogate pair. */
export function windowEnd(text: string, from: number, end: number): number {
  const to = from + window;
  if (to >= end) return end;
  return text.codePointAt(to - 1)! > 0xffff ? to + 1 : to;
}

/**
 * The sentences of a window that are over before its margin, or else the first part of a sentence that is not; and where
 * the next one starts, undefined for the end of the window.
 *
 * @param uncut spans that no cut may go through
 */
export function wholeSentences(text: string, spans: readonly Span[], uncut: readonly Span[]): { sentences: readonly Span[]; next?: number | undefined } {
  // Mostly white space: there is no long sentence in it.
  if (text.length <= 2 * margin) return { sentences: spans };
  const limit = text.length - margin;
  const over = spans.filter(({ end }) => end <= limit);
  if (over.length > 0) return { sentences: over, next: spans[over.length]?.start };
  const cut = findCut(text, { start: 0, end: limit }, uncut) ?? limit;
  const part = trim(text, 0, cut);
  return { sentences: part ? [part] : [], next: cut };
}

/** Where best to cut a sentence that is too long: behind clause punctuation, else at a space, near the middle. */
export function findCut(text: string, span: Span, inside: readonly Span[]): number | undefined {
  const middle = (span.start + span.end) / 2;
  const margin = (span.end - span.start) / 8;
  const protectedAt = (offset: number): boolean => inside.some(({ start, end }) => start < offset && offset < end);
  for (const pattern of [/[,;:，；：、—](?=[ \p{Lo}])/gu, / /gu, /(?<=[^ ])(?=\p{Lo})/gu, /(?<=[^ ])(?=[^ ])/gu]) {
    const cuts = [...text.slice(span.start, span.end).matchAll(pattern)]
      .map((match) => span.start + match.index + match[0].length)
      .filter((cut) => cut - span.start > margin && span.end - cut > margin && !protectedAt(cut));
    if (cuts.length > 0) return cuts.reduce((best, cut) => (Math.abs(cut - middle) < Math.abs(best - middle) ? cut : best));
  }
  return undefined;
}

/** Without spaces at both ends; undefined where nothing is left. */
export function trim(text: string, start: number, end: number): Span | undefined {
  let from = start;
  let to = end;
  while (from < to && text[from] === ' ') from++;
  while (to > from && text[to - 1] === ' ') to--;
  return from < to ? { start: from, end: to } : undefined;
}
