import type { Span } from '../protocol/result';

/** A part of a text that is read and quoted as a whole: a heading, a sentence, a list entry, a line of code. */
export interface Unit extends Span {
  /** What a quotation shows: the unit without the mark of a list entry. */
  readonly quote: Span;
  /** A heading says what the units behind it are about. */
  readonly isHeading: boolean;
  /** False for what makes a poor line: headings, rows of tables. */
  readonly isQuotable: boolean;
  /** Units, by index, that introduce this one: the heading of its section, the signature of its function. */
  readonly heads: readonly number[];
}

/** The span without white space at its ends; undefined when nothing else is in it. */
export function trimmed(text: string, { start, end }: Span): Span | undefined {
  const slice = text.slice(start, end);
  const from = start + slice.length - slice.trimStart().length;
  const to = start + slice.trimEnd().length;
  return from < to ? { start: from, end: to } : undefined;
}

export function plainUnit(span: Span, heads: readonly number[] = []): Unit {
  return { ...span, quote: { start: span.start, end: span.end }, isHeading: false, isQuotable: true, heads };
}
