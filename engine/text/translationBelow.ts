/** Where and how a translation is written below its original, so that the document stays valid. */
import type { Span } from '../protocol/result';
import type { TextEdit } from './docComment';
import { commentSyntax, isMarkdown } from './languages';
import { lexemes, lineEnd, type Lexeme } from './lexemes';
import { displayWidth } from './wrap';

/** The insertion, or why there is no place for it: a cell of a table, or a string or other code. */
export type Below = { readonly edit: TextEdit } | { readonly reason: 'cell' | 'code' };

const listMarker = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?$/u;
const beginsAnew = /^[ \t>]*(?:$|[-*+•]\s|\d{1,3}[.)]\s|#{1,6}\s|```|~~~|\|)/u;

/**
 * Inserts a line comment below line comments, a paragraph inside a block comment, and a paragraph of prose.
 *
 * @param range of the original in the text
 * @param written the translation as it would be written in the place of the original: its further lines have their decoration
 */
export function translationBelow(text: string, languageId: string, range: Span, written: string): Below {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const syntax = commentSyntax(languageId);
  if (!syntax) return belowProse(text, isMarkdown(languageId), range, written, newline);
  const comment = commentAt(lexemes(text, syntax), range.start);
  if (!comment) return { reason: 'code' };
  return { edit: comment.kind === 'line' ? belowLine(text, comment, range, written, newline) : insideBlock(text, comment, range, written, newline) };
}

function commentAt(found: Iterable<Lexeme>, offset: number): Lexeme | undefined {
  for (const lexeme of found) {
    if (lexeme.start > offset) return undefined;
    if (lexeme.kind !== 'string' && offset >= lexeme.start + lexeme.open && offset <= lexeme.end) return lexeme;
  }
  return undefined;
}

function belowLine(text: string, comment: Lexeme, range: Span, written: string, newline: string): TextEdit {
  const at = lineEnd(text, range.end);
  const lead = text.slice(comment.start + comment.open, range.start);
  const blank = /^\s*/u.exec(lead)![0];
  const marker = columns(text, comment.start) + text.slice(comment.start, comment.start + comment.open);
  return insertion(at, newline + marker + (blank === '' ? ' ' : blank) + aligned(lead.slice(blank.length)) + written);
}

function insideBlock(text: string, comment: Lexeme, range: Span, written: string, newline: string): TextEdit {
  const closing = comment.end - comment.close;
  let at = Math.min(lineEnd(text, range.end), closing);
  while (at > range.end && /\s/u.test(text[at - 1]!)) at--;
  const star = starPrefix(text, comment, closing);
  const lineStart = startOfLine(text, range.start);
  const first = comment.start >= lineStart;
  const lead = text.slice(first ? comment.start + comment.open : lineStart, range.start).replace(star === undefined ? '' : /^\s*\*+\s?/u, '');
  const words = lead.trim();
  const prefix = star ?? (first ? firstLinePrefix(text, comment, range.start) : /^\s*/u.exec(lead)![0]);
  // A tag or an entry goes on; what follows a paragraph is another one.
  const gap = words === '' || first ? newline + prefix.trimEnd() : '';
  return insertion(at, gap + newline + prefix + (star === undefined ? '' : /^\s*/u.exec(lead)![0].replace(/^ /u, first ? '' : ' ')) + aligned(lead.trimStart()) + written);
}

/** Before the words of a line in a comment whose lines begin with stars, or would; undefined for others. */
function starPrefix(text: string, comment: Lexeme, closing: number): string | undefined {
  const lines = text.slice(comment.start, closing).split(/\r?\n/u);
  const rest = lines.slice(1).filter((line) => line.trim() !== '');
  if (rest.length > 0 && rest.every((line) => /^\s*\*/u.test(line))) return `${/^\s*\*/u.exec(rest[0]!)![0]} `;
  const doc = rest.length === 0 && /^\/\*[*!]/u.test(lines[0]!);
  return doc ? `${columns(text, comment.start)} * ` : undefined;
}

function firstLinePrefix(text: string, comment: Lexeme, start: number): string {
  // Docstrings are indented like the code, others like their first word.
  return /["']$/u.test(comment.marker) ? columns(text, comment.start) : columns(text, start);
}

function belowProse(text: string, markdown: boolean, range: Span, written: string, newline: string): Below {
  const lineStart = startOfLine(text, range.start);
  let at = lineEnd(text, range.end);
  const lead = text.slice(lineStart, range.start);
  if (markdown && (hasPipe(lead) || hasPipe(text.slice(range.end, at)))) return { reason: 'cell' };
  const quote = markdown ? (/^(?: {0,3}> ?)+/u.exec(lead)?.[0] ?? '') : '';
  const own = lead.slice(quote.length);
  const heading = markdown && /^\s{0,3}#{1,6}\s+$/u.test(own);
  const empty = newline + quote.trimEnd();
  const underline = markdown ? /^\r?\n( {0,3}(?:=+|-+)[ \t]*)(?=\r?\n|$)/u.exec(text.slice(at)) : null;
  if (underline) at += underline[0].length;
  const insert = empty + newline + quote + (heading ? own : aligned(own)) + written + (underline?.[0] ?? '');
  const next = text.slice(at).split(/\r?\n/u, 2)[1];
  const after = next === undefined || beginsAnew.test(next.slice(quote === '' ? 0 : quote.trimEnd().length)) ? '' : empty;
  return { edit: insertion(at, insert + after) };
}

function hasPipe(text: string): boolean {
  return text.replaceAll(/`[^`]*`|\\\|/gu, '').includes('|');
}

/** White space as wide as a list marker; indentation stays, other words before the range are not part of it. */
function aligned(lead: string): string {
  if (lead.trim() === '') return lead;
  // The box of a task is part of the words: four columns more would be code.
  return listMarker.test(lead) ? ' '.repeat(displayWidth(lead.replace(/\[[ xX]\]\s+$/u, ''))) : '';
}

/** White space up to the column of an offset. */
function columns(text: string, offset: number): string {
  const before = text.slice(startOfLine(text, offset), offset);
  const indent = /^\s*/u.exec(before)![0];
  return indent + ' '.repeat(displayWidth(before.slice(indent.length)));
}

function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function insertion(at: number, text: string): TextEdit {
  return { range: { start: at, end: at }, text };
}
