import type { Span } from '../protocol/result';
import { plainCharacter } from './plainCharacters';

// Exactly what Python's str.split() splits at: the training data was normalised with it (models/alignlens/text.py).
const whiteSpace = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u;
const cjk = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;
const cjkLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export function isWhiteSpace(character: string): boolean {
  return whiteSpace.test(character);
}

/** Ideographs, kana and their full-width punctuation: no space is written beside them. */
export function isCjk(character: string): boolean {
  return cjk.test(character);
}

/** Ideographs and kana without punctuation. */
export function isCjkLetter(character: string): boolean {
  return cjkLetter.test(character);
}

/** Normalised text that knows where each of its UTF-16 code units comes from. */
export interface MappedText {
  readonly text: string;
  /** The original span of `text.slice(start, end)`; a collapsed space stands for its whole run. */
  original(start: number, end: number): Span;
}

/**
 * The text as the model reads it: in plain characters; runs of white space become one space, a space beside a CJK character and
 * white space at both ends go. Offsets given by `original` are into `source`.
 *
 * @param read what stands at an offset, and where the next begins
 */
export function normalise(source: string, from = 0, to = source.length, read = plainCharacter): MappedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let run: Span | undefined;
  let previous = '';
  for (let offset = from; offset < to; ) {
    const { plain, end } = read(source, offset, to);
    if (isWhiteSpace(plain)) {
      run = { start: run?.start ?? offset, end };
    } else if (plain !== '') {
      if (run && previous !== '' && !isCjk(previous) && !isCjk(plain)) {
        text += ' ';
        starts.push(run.start);
        ends.push(run.end);
      }
      run = undefined;
      text += plain;
      for (let unit = 0; unit < plain.length; unit++) {
        // What is as long as before is read unit by unit; else all of it stands for all.
        starts.push(plain.length === end - offset ? offset + unit : offset);
        ends.push(plain.length === end - offset ? offset + unit + 1 : end);
      }
      previous = plain;
    }
    offset = end;
  }
  return {
    text,
    original: (start, end) =>
      start < end ? { start: starts[start]!, end: ends[end - 1]! } : { start: starts[start] ?? to, end: starts[start] ?? to },
  };
}
