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
  let columns = 0;
  for (const { glue, chunk } of breakable(text)) {
    const more = displayWidth(chunk);
    const mayBreak = line !== '' && !markup.test(chunk);
    if (mayBreak && columns + glue.length + more > width) {
      lines.push(line);
      line = chunk;
      columns = more;
    } else {
      line += glue + chunk;
      columns += glue.length + more;
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

/** The unbreakable parts of a text, each looked at once: blanks may be as many as the text has characters. */
function breakable(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let glue = '';
  let start = 0;
  let before = '';
  const flush = (end: number): void => {
    if (end > start) chunks.push({ glue, chunk: text.slice(start, end) });
    glue = '';
    start = end;
  };
  let at = 0;
  for (const unit of units(text)) {
    if (unit === ' ') {
      flush(at);
      glue = ' ';
      start = at + 1;
    } else if (start < at && breaksBetween(before, unit)) {
      flush(at);
    }
    before = unit;
    at += unit.length;
  }
  flush(at);
  return chunks;
}

/** Inline code as one unit, and the characters around it. */
function* units(text: string): Generator<string> {
  // Runs of so many backticks are not closed in what is left of the text.
  const unclosed = new Set<number>();
  for (let at = 0; at < text.length; ) {
    let end = at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
    if (text[at] === '`') {
      while (text[end] === '`') end++;
      const marks = end - at;
      const closing = unclosed.has(marks) ? -1 : text.indexOf(text.slice(at, end), end);
      if (closing < 0) unclosed.add(marks);
      else end = closing + marks;
    }
    yield text.slice(at, end);
    at = end;
  }
}

function breaksBetween(left: string, right: string): boolean {
  const before = Array.from(left).at(-1) ?? '';
  const after = Array.from(right)[0] ?? '';
  const beside = (isCjkLetter(before) && isCjk(after)) || (isCjk(before) && isCjkLetter(after));
  return beside && !noLineStart.test(right) && !noLineEnd.test(left);
}
