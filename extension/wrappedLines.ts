/** Text in lines: sentences that were wrapped are read as one, and what becomes of them takes as many lines. Pure. */
import { displayWidth, wrapText } from '../engine/text/wrap';

/** Lines that belong together, as indices of the text's lines: `[first, last]`. */
export interface LineGroup {
  readonly first: number;
  readonly last: number;
  /** The lines in one, joined by spaces. */
  readonly text: string;
}

/** A shorter line was hardly broken for want of room: it is an entry of a list or a heading. */
const leastWrapped = 30;

/** The lines of a text, those of a wrapped sentence together; lines without words are left out. */
export function lineGroups(lines: readonly string[]): LineGroup[] {
  const groups: LineGroup[] = [];
  for (const [index, line] of lines.entries()) {
    if (!/[\p{L}\p{N}]/u.test(line)) continue;
    const before = groups.at(-1);
    if (before?.last === index - 1 && goesOn(lines[index - 1]!, line)) {
      groups[groups.length - 1] = { first: before.first, last: index, text: `${before.text} ${line.trim()}` };
    } else {
      groups.push({ first: index, last: index, text: line.trim() });
    }
  }
  return groups;
}

/** Whether a sentence of one line seems to go on in the next. */
function goesOn(line: string, next: string): boolean {
  return displayWidth(line) >= leastWrapped && !/[.!?:;。！？：；…]["'”’)\]]*\s*$/u.test(line) && /^\s*[\p{Ll}(`"']/u.test(next);
}

/** Breaks a text into exactly so many lines of about the same width; where it is too short for that, the last are empty. */
export function inLines(text: string, count: number): string[] {
  if (count === 1) return [text.replaceAll('\n', ' ')];
  // A run of blanks at once: a pattern that begins with some would try each of them.
  const flat = text.replaceAll(/\s+/gu, (blanks) => (blanks.includes('\n') ? ' ' : blanks));
  const lines = wrapText(flat, leastWidth(flat, count));
  return [...lines, ...new Array<string>(count - lines.length).fill('')];
}

/** The fewest columns, of those that the text has on average or more, in which it takes at most `count` lines. */
function leastWidth(text: string, count: number): number {
  const columns = displayWidth(text);
  let least = Math.ceil(columns / count);
  for (let enough = columns; least < enough; ) {
    const middle = Math.floor((least + enough) / 2);
    if (wrapText(text, middle).length > count) least = middle + 1;
    else enough = middle;
  }
  return least;
}
