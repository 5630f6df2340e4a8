import type { Span } from '../protocol/result';
import type { KeptPart } from './draft';

/** An ICU message: what of it is no prose. */
export interface IcuMessage {
  /** Arguments and quoted literals, in order. */
  readonly parts: readonly IcuPart[];
  /** Each `#` of a plural's branch. */
  readonly hash: readonly KeptPart[];
}

export interface IcuPart extends KeptPart {
  readonly branches: readonly IcuBranch[];
}

/** A branch of a plural or select: a message of its own. */
export interface IcuBranch {
  /** In the text of the message it belongs to. */
  readonly span: Span;
  /** Offsets are into the branch. */
  readonly message: IcuMessage;
}

const simple = /^\{\s*[\p{L}\p{N}_.-]+\s*(?:,[^{}]*)?\}/u;
const complex = /^\{\s*[\p{L}\p{N}_.-]+\s*,\s*(plural|select|selectordinal)\s*,/u;
const selector = /^\s*(?:offset\s*:\s*\d+\s*)?(=\d+|[\p{L}\p{N}_-]+)\s*\{/u;
const quoted = /^'(?=[{}#|])(?:[^']|'')*(?:'|$)/u;

/** Branches in one another at most: a text with more is no message of people's. */
const deepestBranch = 8;

/** Reads ICU MessageFormat; undefined for a text that is none, such as one with an open brace. */
export function readIcu(text: string, inPlural = false, deepest = deepestBranch): IcuMessage | undefined {
  const parts: IcuPart[] = [];
  const hash: KeptPart[] = [];
  for (let offset = 0; offset < text.length; ) {
    const rest = text.slice(offset);
    const literal = quoted.exec(rest)?.[0];
    if (literal !== undefined) {
      parts.push({ start: offset, end: offset + literal.length, text: literal, branches: [] });
      offset += literal.length;
    } else if (text[offset] === '{') {
      const part = readArgument(text, offset, deepest);
      if (!part) return undefined;
      // A plain `{name}` is protected as it is, and tells the model more than a stand-in.
      if (part.branches.length > 0 || /[\s,]/u.test(part.text)) parts.push(part);
      offset = part.end;
    } else if (text[offset] === '}') {
      return undefined;
    } else {
      if (inPlural && text[offset] === '#') hash.push({ start: offset, end: offset + 1, text: '#' });
      offset += rest.startsWith("''") ? 2 : 1;
    }
  }
  return { parts, hash };
}

function readArgument(text: string, start: number, deepest: number): IcuPart | undefined {
  const rest = text.slice(start);
  const head = complex.exec(rest);
  const plain = head ? undefined : simple.exec(rest)?.[0];
  if (plain !== undefined) return { start, end: start + plain.length, text: plain, branches: [] };
  if (!head || deepest === 0) return undefined;
  const branches: IcuBranch[] = [];
  let offset = start + head[0].length;
  for (let choice = selector.exec(text.slice(offset)); choice; choice = selector.exec(text.slice(offset))) {
    const from = offset + choice[0].length;
    const to = closingBrace(text, from);
    const message = to === undefined ? undefined : readIcu(text.slice(from, to), head[1] !== 'select', deepest - 1);
    if (to === undefined || !message) return undefined;
    branches.push({ span: { start: from, end: to }, message });
    offset = to + 1;
  }
  const end = /^\s*\}/u.exec(text.slice(offset));
  if (!end || branches.length === 0) return undefined;
  const stop = offset + end[0].length;
  return { start, end: stop, text: text.slice(start, stop), branches };
}

/** The offset of the brace that closes what is open at `offset`; quoted braces close nothing. */
function closingBrace(text: string, offset: number): number | undefined {
  let depth = 1;
  for (let at = offset; at < text.length; ) {
    const literal = quoted.exec(text.slice(at))?.[0];
    if (literal !== undefined) {
      at += literal.length;
      continue;
    }
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}' && --depth === 0) return at;
    at += text.startsWith("''", at) ? 2 : 1;
  }
  return undefined;
}
