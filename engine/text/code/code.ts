import type { Span } from '../../protocol/result';
import { commentSyntax } from '../languages';
import { lexemes, type Lexeme } from '../lexemes';

/** A source text whose comments and strings are out of the way. */
export interface Code {
  /** The text with blanks for comments and quotes for strings, offsets kept. Line breaks in strings are covered too. */
  readonly masked: string;
  /** Comments, without docstrings. */
  readonly comments: readonly Lexeme[];
  /** Strings and docstrings. */
  readonly strings: readonly Lexeme[];
}

/** A function as the readers of code find it; the rest is the same for all languages. */
export interface FoundFunction extends Span {
  readonly nameSpan: Span;
  readonly body: number;
}

const preprocessed = ['c', 'cpp', 'cuda-cpp', 'csharp', 'objective-c', 'objective-cpp'];
// A directive goes on behind a backslash at the end of its line.
const directive = /^[ \t]*#(?:\\\r?\n|[^\n])*/gmu;

/** @returns undefined for a language whose comments are not known */
export function readCode(text: string, languageId: string): Code | undefined {
  const syntax = commentSyntax(languageId);
  if (!syntax) return undefined;
  const comments: Lexeme[] = [];
  const strings: Lexeme[] = [];
  const parts: string[] = [];
  let end = 0;
  for (const lexeme of lexemes(text, syntax)) {
    const isString = lexeme.kind === 'string' || syntax.multilineQuotes.includes(lexeme.marker);
    (isString ? strings : comments).push(lexeme);
    parts.push(text.slice(end, lexeme.start));
    parts.push(isString ? '"'.repeat(lexeme.end - lexeme.start) : blank(text.slice(lexeme.start, lexeme.end)));
    end = lexeme.end;
  }
  parts.push(text.slice(end));
  const masked = parts.join('');
  return { masked: preprocessed.includes(languageId) ? masked.replace(directive, blank) : masked, comments, strings };
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/gu, (character) => ' '.repeat(character.length));
}

/** The white space between the line's start and `offset`; undefined when there is something else. */
export function indentationAt(text: string, offset: number): string | undefined {
  let start = offset;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  return start === 0 || text[start - 1] === '\n' || text[start - 1] === '\r' ? text.slice(start, offset) : undefined;
}

/** Columns of white space before the line's first word; a tab reaches to the next multiple of 8, as Python has it. */
export function columnsOf(indentation: string): number {
  let columns = 0;
  for (const character of indentation) columns = character === '\t' ? columns - (columns % 8) + 8 : columns + 1;
  return columns;
}
