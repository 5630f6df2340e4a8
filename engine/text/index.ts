/** Finds the prose of a document: comments of source code, Markdown without its markup, paragraphs of plain text. */
import { findComments, lineEnd } from './comments';
import { commentSyntax, isMarkdown, type CommentSyntax } from './languages';
import { readMarkdown } from './markdown';
import { findParagraphs, type ParagraphRules, type ProseLine } from './paragraphs';
import { createSegment, type Segment } from './segment';

export type { Segment } from './segment';

const commentRules: ParagraphRules = { skipCode: true, docTags: true };
const markdownRules: ParagraphRules = { skipCode: true, docTags: false };
const plainRules: ParagraphRules = { skipCode: false, docTags: false };

/**
 * The prose of a selection, in the order of the text. In a programming language that is its comments; a selection
 * without comment markers is taken as prose itself, since the user asked for it.
 *
 * @param languageId VS Code's id of the document's language
 */
export function findSegments(text: string, languageId: string): Segment[] {
  const syntax = commentSyntax(languageId);
  if (!syntax) return isMarkdown(languageId) ? markdownSegments(text) : plainSegments(text);
  const comments = commentSegments(text, syntax);
  return comments.length > 0 ? comments : plainSegments(text);
}

/** The comment or paragraph of a whole document at `offset`; undefined in code or between paragraphs. */
export function segmentAt(text: string, offset: number, languageId: string): Segment | undefined {
  const syntax = commentSyntax(languageId);
  const segments = syntax ? commentSegments(text, syntax) : findSegments(text, languageId);
  return segments.find(({ range }) => range.start <= offset && offset <= range.end);
}

function commentSegments(text: string, syntax: CommentSyntax): Segment[] {
  return findComments(text, syntax).flatMap((block) => paragraphSegments(text, block, commentRules));
}

function markdownSegments(text: string): Segment[] {
  const { blocks, single } = readMarkdown(text);
  const segments = [
    ...blocks.flatMap((block) => paragraphSegments(text, block, markdownRules)),
    ...single.map((span) => createSegment(text, [span])),
  ];
  return segments.sort((a, b) => a.range.start - b.range.start);
}

function plainSegments(text: string): Segment[] {
  const lines: ProseLine[] = [];
  for (let start = 0; start <= text.length; ) {
    const end = lineEnd(text, start);
    lines.push({ content: { start, end } });
    start = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  return paragraphSegments(text, lines, plainRules);
}

function paragraphSegments(text: string, lines: readonly ProseLine[], rules: ParagraphRules): Segment[] {
  return findParagraphs(text, lines, rules).map((paragraph) => createSegment(text, paragraph));
}
