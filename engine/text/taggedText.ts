import type { Span } from '../protocol/result';
import { forMarkup } from './guard';
import { splitLines } from './markdown';
import { findParagraphs } from './paragraphs';
import { createSegment, type Segment } from './segment';

/** The paragraphs of a text between tags. */
export function taggedSegments(text: string, { start, end }: Span): Segment[] {
  const lines = splitLines(text.slice(0, end), start).map((content) => ({ content }));
  return findParagraphs(text, lines, { skipCode: false, docTags: false }).map((spans) => createSegment(text, spans, 'prose', forMarkup));
}
