/** Finds the prose of a document: comments of source code, Markdown without its markup, paragraphs of plain text. */
import type { Span } from '../protocol/result';
import { findComments } from './comments';
import { commentSyntax, isMarkdown } from './languages';
import { lineEnd } from './lexemes';
import { readMarkdown } from './markdown';
import { isWhiteSpace } from './normalise';
import { findParagraphs, type ParagraphRules, type ProseLine } from './paragraphs';
import { createSegment, type Segment } from './segment';

export type { Edge, Segment } from './segment';

const commentRules: ParagraphRules = { skipCode: true, docTags: true };
const markdownRules: ParagraphRules = { skipCode: true, docTags: false };
const plainRules: ParagraphRules = { skipCode: false, docTags: false };

/**
 * The prose of a selection, in the order of the text. In a programming language that is its comments, in Markdown
 * what is no markup; a selection without any is taken as prose itself, since the user asked for it. What the
 * selection cuts is read in its surroundings: half a comment is still known to be one.
 *
 * @param languageId VS Code's id of the document's language
 */
export function findSegments(text: string, languageId: string, selection: Span = { start: 0, end: text.length }): Segment[] {
  const selected = paragraphs(text, languageId).flatMap((paragraph) => {
    const lines = paragraph.flatMap((line) => clip(text, line, selection));
    return lines.length > 0 ? [createSegment(text, lines)] : [];
  });
  return selected.length > 0 ? selected : plainParagraphs(text, selection).map((lines) => createSegment(text, lines));
}

/** The comment or paragraph of a whole document at `offset`; undefined in code or between paragraphs. */
export function segmentAt(text: string, offset: number, languageId: string): Segment | undefined {
  const segments = paragraphs(text, languageId).map((lines) => createSegment(text, lines));
  return segments.find(({ range }) => range.start <= offset && offset <= range.end);
}

/** The paragraphs of a whole document, each as the spans of the words of its lines. */
function paragraphs(text: string, languageId: string): Span[][] {
  const syntax = commentSyntax(languageId);
  if (syntax) return findComments(text, syntax).flatMap((block) => findParagraphs(text, block, commentRules));
  return isMarkdown(languageId) ? markdownParagraphs(text) : plainParagraphs(text, { start: 0, end: text.length });
}

function markdownParagraphs(text: string): Span[][] {
  const { blocks, single } = readMarkdown(text);
  const found = [...blocks.flatMap((block) => findParagraphs(text, block, markdownRules)), ...single.map((span) => [span])];
  return found.sort((a, b) => a[0]!.start - b[0]!.start);
}

function plainParagraphs(text: string, selection: Span): Span[][] {
  const lines: ProseLine[] = [];
  for (let start = selection.start; start <= selection.end; ) {
    const end = Math.min(lineEnd(text, start), selection.end);
    lines.push({ content: { start, end } });
    start = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  return findParagraphs(text, lines, plainRules);
}

/** The part of a line inside the selection, without white space around it; nothing where that is empty. */
function clip(text: string, line: Span, selection: Span): Span[] {
  let start = Math.max(line.start, selection.start);
  let end = Math.min(line.end, selection.end);
  while (start < end && isWhiteSpace(text[start]!)) start++;
  while (end > start && isWhiteSpace(text[end - 1]!)) end--;
  return start < end ? [{ start, end }] : [];
}
