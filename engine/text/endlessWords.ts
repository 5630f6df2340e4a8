import type { Span } from '../protocol/result';
import { isCjk, isWhiteSpace } from './normalise';

/** A word of more UTF-16 code units is data: an encoded picture, a minified program. */
const longestWord = 1000;
/** One character more often in a row than this is no word of a language either, but a ruler or a key held down. */
const longestRun = 100;
/** Code units after which the caller has a turn: a few milliseconds. */
const turn = 0x8000;

/**
 * What no translation can make sense of, in order: words (between white space and CJK characters) of more than 1,000 code
 * units, and words or runs of a CJK character that hold one character more than 100 times in a row. Takes one pass, with
 * `undefined` every now and then where there was nothing.
 */
export function* endlessWords(text: string, from: number, to: number): Generator<Span | undefined> {
  let next = from + turn;
  let start = from;
  let kind: Kind = 'space';
  let run = 0;
  let longest = 0;
  const isEndless = (end: number): boolean => kind !== 'space' && (longest > longestRun || (kind === 'word' && end - start > longestWord));
  for (let offset = from; offset < to; ) {
    const code = text.codePointAt(offset)!;
    const size = code > 0xffff ? 2 : 1;
    const isSame = run > 0 && text.codePointAt(offset - size) === code;
    const own: Kind = isSame ? kind : kindOf(code);
    if (own !== kind || (kind === 'cjk' && !isSame)) {
      if (isEndless(offset)) yield { start, end: offset };
      start = offset;
      kind = own;
      longest = 0;
    }
    run = isSame ? run + 1 : 1;
    if (run > longest) longest = run;
    offset += size;
    if (offset < next) continue;
    next = offset + turn;
    yield undefined;
  }
  if (isEndless(to)) yield { start, end: to };
}

type Kind = 'space' | 'cjk' | 'word';

function kindOf(code: number): Kind {
  // Most characters by far, and neither expression is needed for them.
  if (code > 0x20 && code < 0x7f) return 'word';
  if (code === 0x20) return 'space';
  const character = String.fromCodePoint(code);
  if (isWhiteSpace(character)) return 'space';
  return isCjk(character) ? 'cjk' : 'word';
}
