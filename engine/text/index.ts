/** Finds the prose of a document: comments of source code, Markdown without its markup, paragraphs of plain text. */
import type { Span } from '../protocol/result';
import { findComments } from './comments';
import { commitMessageLines } from './commitMessage';
import type { Guard } from './guard';
import { commentSyntax, isMarkdown } from './languages';
import { lexemes, lineEnd, type Lexeme } from './lexemes';
import { readMarkdown } from './markdown';
import { isWhiteSpace } from './normalise';
import { findParagraphs, type ParagraphRules, type ProseLine } from './paragraphs';
import { createSegment, type ProseKind, type Segment } from './segment';

export type { Lexeme } from './lexemes';
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
 * @param found the comments and strings of the text where a grammar has found them; else they are searched for here
 */
export function findSegments(
  text: string,
  languageId: string,
  selection: Span = { start: 0, end: text.length },
  found?: Iterable<Lexeme>,
): Segment[] {
  const selected = [...paragraphs(text, languageId, found)].flatMap(({ lines, kind, guard }) => {
    const clipped = lines.flatMap((line) => clip(text, line, selection));
    return clipped.length > 0 ? [createSegment(text, clipped, kind, guard)] : [];
  });
  return selected.length > 0 ? selected : plainParagraphs(text, selection).map((lines) => createSegment(text, lines));
}

/** All prose of a document, in order; none in a program without comments. Found one after the other, as each is asked for. */
export function* allSegments(text: string, languageId: string, found?: Iterable<Lexeme>): Generator<Segment> {
  for (const { lines, kind, guard } of paragraphs(text, languageId, found)) yield createSegment(text, lines, kind, guard);
}

/** The comment or paragraph of a whole document at `offset`, as `segmentIn` finds it. */
export function segmentAt(text: string, offset: number, languageId: string, found?: Iterable<Lexeme>): Segment | undefined {
  return segmentIn(text, offset, allSegments(text, languageId, found));
}

/**
 * The one of a document's segments that is at `offset`; undefined in code or between paragraphs. What stands before a
 * comment's words, such as `:param name:`, belongs to them: readers point there, too.
 */
export function segmentIn(text: string, offset: number, segments: Iterable<Segment>): Segment | undefined {
  let behind: Segment | undefined;
  for (const segment of segments) {
    if (segment.range.start <= offset && offset <= segment.range.end) return segment;
    if (segment.kind === 'comment' && isBeforeWords(text, offset, segment.range.start)) behind ??= segment;
  }
  return behind;
}

/** Markers and a doc tag, but no code: from the first of them to the words of the comment. */
const beforeWords = /^[\s/*!#;%<"'-]*(?:[@\\:]\p{L}[^\n#/]*)?$/u;

function isBeforeWords(text: string, offset: number, words: number): boolean {
  if (offset >= words || text.slice(offset, words).includes('\n')) return false;
  const line = text.slice(text.lastIndexOf('\n', words - 1) + 1, words);
  return beforeWords.test(line) && offset >= words - line.trimStart().length;
}

interface Paragraph {
  /** The words of each line. */
  readonly lines: readonly Span[];
  readonly kind: ProseKind;
  readonly guard?: Guard;
}

/** The paragraphs of a whole document. */
function* paragraphs(text: string, languageId: string, found: Iterable<Lexeme> | undefined): Generator<Paragraph> {
  const comments = found ?? ownComments(text, languageId);
  if (isProse(languageId) || !comments) {
    for (const lines of proseParagraphs(text, languageId)) yield { lines, kind: 'prose' };
    return;
  }
  for (const { lines, guard } of findComments(text, comments)) {
    for (const words of findParagraphs(text, lines, commentRules)) yield { lines: words, kind: 'comment', guard };
  }
}

function isProse(languageId: string): boolean {
  return isMarkdown(languageId) || languageId === 'git-commit';
}

function ownComments(text: string, languageId: string): Iterable<Lexeme> | undefined {
  const syntax = isProse(languageId) ? undefined : commentSyntax(languageId);
  return syntax && lexemes(text, syntax);
}

function proseParagraphs(text: string, languageId: string): Span[][] {
  if (isMarkdown(languageId)) return markdownParagraphs(text);
  if (languageId === 'git-commit') return findParagraphs(text, commitMessageLines(text), plainRules);
  return plainParagraphs(text, { start: 0, end: text.length });
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
