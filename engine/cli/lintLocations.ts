import type { Span } from '../protocol/result';

/** From 1; columns count UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of a text into lines and columns; a line ends with LF, CRLF or CR. */
export function lineColumn(text: string): (offset: number) => LineColumn {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/gu)].map((match) => match.index + match[0].length)];
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}

const known = new WeakMap<object, (offset: number) => LineColumn>();

/** Start and end of a span in a file, whose lines are counted once. */
export function regionOf(file: { readonly text: string }, { start, end }: Span): { start: LineColumn; end: LineColumn } {
  const at = known.get(file) ?? lineColumn(file.text);
  known.set(file, at);
  return { start: at(start), end: at(end) };
}
