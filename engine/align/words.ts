import type { Span, Token } from '../protocol/result';
import { isCjkLetter, isWhiteSpace } from '../text/normalise';

/** A subword as the word merge sees it. */
export interface WordPiece {
  readonly span: Span;
  /** Stands for a protected span, which is a word of its own. */
  readonly isProtected: boolean;
}

export interface Words {
  readonly tokens: readonly Token[];
  /** For each piece the index of its word in `tokens`, or -1 for white space. */
  readonly wordOfPiece: Int32Array;
  /**
   * For each word the one that has its pieces: another one where a piece, such as a protected name of two words, spans several.
   * Absent where every word has pieces of its own.
   */
  readonly heldBy?: Int32Array;
}

const wordCharacter = /[\p{L}\p{M}\p{N}_]/u;
const letter = /[\p{L}\p{M}]/u;
const apostrophe = /['’]/u;

/**
 * Merges subwords to words with spans into `text`. Neighbouring pieces are one word when no white space lies between
 * them and both characters at the boundary are letters, digits or `_` of a script written with spaces (an
 * apostrophe between letters counts as one), or when the boundary lies inside one character (byte fallback).
 * So a CJK piece, a punctuation piece and a protected span are words of their own.
 */
export function mergeWords(pieces: readonly WordPiece[], text: string): Words {
  const tokens: Token[] = [];
  const wordOfPiece = new Int32Array(pieces.length).fill(-1);
  let previous: WordPiece | undefined;
  pieces.forEach((piece, index) => {
    const span = piece.isProtected ? piece.span : trimSpan(text, piece.span);
    if (span.start === span.end) {
      previous = undefined;
      return;
    }
    const current = { span, isProtected: piece.isProtected };
    const last = tokens.at(-1);
    if (previous && last && joins(text, previous, current)) {
      const end = Math.max(last.end, span.end);
      tokens[tokens.length - 1] = { start: last.start, end, text: text.slice(last.start, end) };
    } else {
      tokens.push({ ...span, text: text.slice(span.start, span.end) });
    }
    wordOfPiece[index] = tokens.length - 1;
    previous = current;
  });
  return { tokens, wordOfPiece };
}

function trimSpan(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isWhiteSpace(text[from]!)) from++;
  while (to > from && isWhiteSpace(text[to - 1]!)) to--;
  return { start: from, end: to };
}

function joins(text: string, left: WordPiece, right: WordPiece): boolean {
  if (left.isProtected || right.isProtected) return false;
  if (left.span.start === right.span.start && left.span.end === right.span.end) return true;
  const boundary = right.span.start;
  if (left.span.end !== boundary) return false;
  const before = characterBefore(text, boundary);
  const after = characterAt(text, boundary);
  if (isWordCharacter(before) && isWordCharacter(after)) return true;
  if (apostrophe.test(after)) return isLetter(before) && isLetter(characterAt(text, boundary + 1));
  if (apostrophe.test(before)) return isLetter(after) && isLetter(characterBefore(text, boundary - 1));
  return false;
}

function isWordCharacter(character: string): boolean {
  return wordCharacter.test(character) && !isCjkLetter(character);
}

function isLetter(character: string): boolean {
  return letter.test(character) && !isCjkLetter(character);
}

function characterAt(text: string, offset: number): string {
  const codePoint = text.codePointAt(offset);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}

function characterBefore(text: string, offset: number): string {
  const pair = text.codePointAt(offset - 2);
  return offset >= 2 && pair !== undefined && pair > 0xffff ? String.fromCodePoint(pair) : characterAt(text, offset - 1);
}
