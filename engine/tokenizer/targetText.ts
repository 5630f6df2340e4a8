import type { Span } from '../protocol/result';
import { isCjkLetter } from '../text/normalise';
import { spaceMark, type SubwordTokenizer } from './subwordTokenizer';

/** One subword of a translation; `span` is into the sentence's target text. */
export interface TargetPiece {
  readonly id: number;
  readonly span: Span;
  /** True for the content of a protected span. */
  readonly isProtected: boolean;
}

export interface TargetText {
  readonly text: string;
  readonly pieces: readonly TargetPiece[];
}

const latinStart = /^\p{Script=Latin}/u;
const latinEnd = /\p{Script=Latin}$/u;
/** Behind what is not Chinese, punctuation of half width, as in a name of an error or a label in capitals; and `C++`. */
const latinStop = /(?:[\p{Script=Latin}0-9)\]}>`'"][:;,!?]|\p{Script=Latin}\+\+)$/u;
const latinEdge = /[\p{Script=Latin}0-9%$`<{_/@#-]/u;

/**
 * Writes subword ids (without EOS) as text. Placeholder ids become the protected text of the source, byte for byte.
 * Between an ideograph or kana and an adjacent Latin letter, digit or code, and behind their punctuation, one space is written, as Chinese
 * software documentation does, and one between a Latin letter and a protected span that begins with one. Byte pieces of
 * one character share its span; invalid UTF-8 becomes U+FFFD.
 */
export function writeTarget(
  ids: readonly number[],
  tokenizer: SubwordTokenizer,
  protectedTexts: ReadonlyMap<number, string>,
): TargetText {
  const pieces: TargetPiece[] = [];
  let text = '';
  for (let index = 0; index < ids.length; ) {
    const id = ids[index]!;
    const group = tokenizer.byte(id) === undefined ? [id] : byteGroup(ids, index, tokenizer);
    const content = protectedTexts.get(id) ?? tokenizer.surface(id) ?? decodeBytes(group, tokenizer);
    // The model's own spaces: none at the start, never two.
    const spaced = text === '' || text.endsWith(' ');
    const fresh = spaced && !protectedTexts.has(id) ? content.trimStart() : content;
    // Around code such as `run()` and `.env` too, where plain brackets and stops want none.
    const codeEnd = pieces.at(-1)?.isProtected === true && /[)}]$/u.test(text) && isCjkLetter(firstCharacter(fresh));
    const codeStart = protectedTexts.has(id) && /^[.~\\]/u.test(fresh) && isCjkLetter(lastCharacter(text));
    // No protected span begins inside a word, but the model may forget the space before it.
    const inWord = protectedTexts.has(id) && latinStart.test(fresh) && latinEnd.test(text);
    if (codeStart || codeEnd || inWord || wantsSpace(text, fresh)) text += ' ';
    const span = { start: text.length, end: text.length + fresh.length };
    text += fresh;
    for (const member of group) pieces.push({ id: member, span, isProtected: protectedTexts.has(member) });
    index += group.length;
  }
  return trimEnd({ text, pieces });
}

function trimEnd({ text, pieces }: TargetText): TargetText {
  const protectedEnd = pieces.reduce((end, piece) => (piece.isProtected ? piece.span.end : end), 0);
  const length = Math.max(text.trimEnd().length, protectedEnd);
  const clip = ({ start, end }: Span): Span => ({ start: Math.min(start, length), end: Math.min(end, length) });
  return { text: text.slice(0, length), pieces: pieces.map((piece) => ({ ...piece, span: clip(piece.span) })) };
}

/** True where Chinese typography puts a space between `left` and `right`. */
export function wantsSpace(left: string, right: string): boolean {
  const before = lastCharacter(left);
  const after = firstCharacter(right);
  // A closing tag belongs to the word before it.
  if (right.startsWith('</')) return false;
  return (isCjkLetter(before) && latinEdge.test(after)) || (isCjkLetter(after) && (latinEdge.test(before) || latinStop.test(left)));
}

export function firstCharacter(text: string): string {
  const first = text.codePointAt(0);
  return first === undefined ? '' : String.fromCodePoint(first);
}

export function lastCharacter(text: string): string {
  const last = text.codePointAt(text.length - 2);
  if (text.length >= 2 && last !== undefined && last > 0xffff) return String.fromCodePoint(last);
  return text.at(-1) ?? '';
}

/** The byte pieces from `index` on that make one UTF-8 character; cut short where the sequence is invalid. */
function byteGroup(ids: readonly number[], index: number, tokenizer: SubwordTokenizer): number[] {
  const lead = tokenizer.byte(ids[index]!)!;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  let end = index + 1;
  while (end < index + length && ((tokenizer.byte(ids[end] ?? -1) ?? 0) & 0xc0) === 0x80) end++;
  return ids.slice(index, end);
}

function decodeBytes(group: readonly number[], tokenizer: SubwordTokenizer): string {
  const bytes = group.map((id) => tokenizer.byte(id)).filter((byte) => byte !== undefined);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes)).replaceAll(spaceMark, ' ');
}
