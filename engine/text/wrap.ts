import { isCjk, isCjkLetter } from './normalise';

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3ffff}]/u;
const mark = /[\p{Mn}\p{Me}\p{Cf}]/u;
// Chinese typesetting: closing marks never begin a line, opening marks never end one.
const noLineStart = /^[，。、；：！？）」』】》〉”’…—％,.;:!?)\]}%]/u;
const noLineEnd = /[（「『【《〈“‘([{]$/u;
// What Markdown and doc comments would take for a list entry, heading, quote or tag at the start of a line.
const markup = /^(?:[-+*>]|#{1,6}|\d+[.)]|@\w+)(?:\s|$)/u;

/** Columns the text takes in an editor: ideographs and full-width marks 2, combining marks 0, tabs 4. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (character === '\t') width += 4;
    else if (!mark.test(character)) width += wide.test(character) ? 2 : 1;
  }
  return width;
}

/**
 * Breaks one line of text into lines of at most `width` columns where it can: at spaces and between ideographs,
 * never inside inline code. Joining the lines again (a space except between CJK characters) gives the text back.
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const { glue, chunk } of breakable(text)) {
    const longer = line + glue + chunk;
    const mayBreak = line !== '' && !markup.test(chunk);
    if (mayBreak && displayWidth(longer) > width) {
      lines.push(line);
      line = chunk;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  return lines;
}

interface Chunk {
  /** What stands before the chunk when no line break does: a space or nothing. */
  readonly glue: string;
  readonly chunk: string;
}

/** The unbreakable parts of a text. */
function breakable(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  for (const match of text.matchAll(/( *)((?:(`+)(?:[^`]|(?!\3)`)*\3|[^ ])+)/gu)) {
    const word = match[2] ?? '';
    let part = '';
    let glue = match[1] === '' ? '' : ' ';
    // Inline code is one unit; the rest of the word may break beside ideographs.
    for (const [unit] of word.matchAll(/(`+)(?:[^`]|(?!\1)`)*\1|./gu)) {
      if (part !== '' && breaksBetween(part.slice(-2), unit)) {
        chunks.push({ glue, chunk: part });
        glue = '';
        part = '';
      }
      part += unit;
    }
    if (part !== '') chunks.push({ glue, chunk: part });
  }
  return chunks;
}

/** @param left its last two code units suffice: a part may be as long as its text */
function breaksBetween(left: string, right: string): boolean {
  const before = Array.from(left).at(-1) ?? '';
  const after = Array.from(right)[0] ?? '';
  const beside = (isCjkLetter(before) && isCjk(after)) || (isCjk(before) && isCjkLetter(after));
  return beside && !noLineStart.test(right) && !noLineEnd.test(left);
}
