import type { Span } from '../protocol/result';
import { isCjk, isWhiteSpace } from './normalise';

/** A word of more UTF-16 code units is data: an encoded picture, a minified program. */
const longestWord = 1000;
/** One character more often in a row than this is no word of a language either, but a ruler or a key held down. */
const longestRun = 100;

/**
 * What no translation can make sense of, in order: words (between white space and CJK characters) of more than 1,000 code
 * units, and words or runs of a CJK character that hold one character more than 100 times in a row. Takes one pass.
 */
export function endlessWords(text: string, from: number, to: number): Span[] {
  const found: Span[] = [];
  let start = from;
  let kind = 'space';
  let run = 0;
  let longest = 0;
  const close = (end: number): void => {
    if (kind !== 'space' && (longest > longestRun || (kind === 'word' && end - start > longestWord))) found.push({ start, end });
  };
  for (let offset = from; offset < to; ) {
    const code = text.codePointAt(offset)!;
    const size = code > 0xffff ? 2 : 1;
    const isSame = run > 0 && text.codePointAt(offset - size) === code;
    const next = isSame ? kind : kindOf(code);
    if (next !== kind || (kind === 'cjk' && !isSame)) {
      close(offset);
      [start, kind, run, longest] = [offset, next, 0, 0];
    }
    run = isSame ? run + 1 : 1;
    if (run > longest) longest = run;
    offset += size;
  }
  close(to);
  return found;
}

function kindOf(code: number): 'space' | 'cjk' | 'word' {
  // Most characters by far, and neither expression is needed for them.
  if (code > 0x20 && code < 0x7f) return 'word';
  const character = String.fromCodePoint(code);
  if (isWhiteSpace(character)) return 'space';
  return isCjk(character) ? 'cjk' : 'word';
}
