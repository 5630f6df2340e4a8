/** Geometry of the matrix drawing: a row per target word, a column per source word. No DOM; lengths are CSS pixels. */
import type { Mark } from './mark';

export interface MatrixInput {
  readonly sourceWords: readonly string[];
  readonly targetWords: readonly string[];
  /** Width to fill. */
  readonly width: number;
  /** Size of the drawing's font: everything grows with it. */
  readonly em: number;
  /** Width of a text in that font. */
  readonly measure: (text: string) => number;
}

export interface MatrixLayout {
  readonly columns: number;
  readonly rows: number;
  /** Side of a cell. */
  readonly cell: number;
  /** Size of the row labels and of the column labels, which stay in sight: cells begin below and right of them. */
  readonly left: number;
  readonly top: number;
  /** Size of the whole drawing. */
  readonly width: number;
  readonly height: number;
  /** Words as they fit their labels. */
  readonly columnLabels: readonly string[];
  readonly rowLabels: readonly string[];
  /** Space between labels and cells. */
  readonly gap: number;
}

/** The part of the drawing that is in sight. */
export interface MatrixWindow {
  /** How far the cells are scrolled out of sight. */
  readonly x: number;
  readonly y: number;
  /** Size of what is in sight, labels included. */
  readonly width: number;
  readonly height: number;
}

/** Half-open range of columns or rows. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Degrees that column labels turn against the horizontal. */
export const columnAngle = -50;
const radians = (-columnAngle * Math.PI) / 180;

/** In sizes of the font. */
const largestCell = 3;
const smallestCell = 1.6;
const labelGap = 0.6;
const margin = 0.3;
const longestColumnLabel = 11;
const longestRowLabel = 14;

/** Cells as large as the width allows, within limits; a long sentence scrolls. */
export function layoutMatrix({ sourceWords, targetWords, width, em, measure }: MatrixInput): MatrixLayout {
  const fit = (most: number) => (word: string): string => shortened(word, most * em, measure);
  const columnLabels = sourceWords.map(fit(longestColumnLabel));
  // Row labels may not take the place of the cells in a narrow panel.
  const rowLabels = targetWords.map(fit(Math.min(longestRowLabel, (width * 0.4) / em)));
  const lengths = columnLabels.map(measure);
  const gap = labelGap * em;
  const left = Math.ceil(largest(rowLabels.map(measure)) + gap + margin * em);
  const top = Math.ceil(largest(lengths) * Math.sin(radians) + gap + em);
  const columns = Math.max(1, sourceWords.length);
  const overhang = (cell: number): number =>
    largest(lengths.map((length, i) => (i + 0.5) * cell + length * Math.cos(radians) + em * 0.5)) - columns * cell;
  const room = width - left - Math.max(0, overhang(smallestCell * em)) - margin * em;
  const cell = Math.max(Math.round(smallestCell * em), Math.min(Math.round(largestCell * em), Math.floor(room / columns)));
  return {
    columns: sourceWords.length,
    rows: targetWords.length,
    cell,
    left,
    top,
    // The last label hangs over the last column.
    width: left + Math.ceil(sourceWords.length * cell + Math.max(0, overhang(cell)) + margin * em),
    height: top + Math.ceil(targetWords.length * cell + margin * em),
    columnLabels,
    rowLabels,
    gap,
  };
}

/** Columns and rows that are at least partly in sight. */
export function visibleCells({ cell, left, top, columns, rows }: MatrixLayout, window: MatrixWindow): { readonly columns: Range; readonly rows: Range } {
  const range = (start: number, size: number, count: number): Range => ({
    from: Math.max(0, Math.floor(start / cell)),
    to: Math.min(count, Math.ceil((start + Math.max(0, size)) / cell)),
  });
  return { columns: range(window.x, window.width - left, columns), rows: range(window.y, window.height - top, rows) };
}

/** What stands at a point of the window: a pair of words, a word's label, or nothing. */
export function markAt(layout: MatrixLayout, window: MatrixWindow, x: number, y: number): Mark | undefined {
  const { cell, left, top, columns, rows } = layout;
  const index = (position: number, count: number): number | undefined => {
    const found = Math.floor(position / cell);
    return found >= 0 && found < count ? found : undefined;
  };
  const target = y < top ? undefined : index(y - top + window.y, rows);
  if (y < top) {
    // Labels rise to the right: the word at a point has its column further left.
    const source = index(x - (top - y) / Math.tan(radians) - left + window.x, columns);
    return source === undefined || x < left ? undefined : { source };
  }
  if (target === undefined) return undefined;
  if (x < left) return { target };
  const source = index(x - left + window.x, columns);
  return source === undefined ? undefined : { source, target };
}

/**
 * Where to scroll so that the mark is in sight; as far as it is already, nothing moves. One that is just out of sight comes to
 * the edge, one that is far away to the middle.
 */
export function scrolledTo({ cell, left, top }: MatrixLayout, window: MatrixWindow, { source, target }: Mark): { readonly x: number; readonly y: number } {
  const place = (index: number | undefined, start: number, size: number): number => {
    if (index === undefined) return start;
    // Its neighbours come into sight with it, where there is room for them.
    const around = size > 5 * cell ? cell : 0;
    const nearest = Math.min(index * cell - around, Math.max(start, (index + 1) * cell + around - size));
    return Math.max(0, Math.abs(nearest - start) <= 2 * cell ? nearest : (index + 0.5) * cell - size / 2);
  };
  return { x: place(source, window.x, window.width - left), y: place(target, window.y, window.height - top) };
}

/** The beginning of a text with an ellipsis, where the whole is wider than `most`. */
export function shortened(text: string, most: number, measure: (text: string) => number): string {
  if (measure(text) <= most) return text;
  // Whole characters: half of a surrogate pair is nothing.
  const characters = Array.from(text);
  let [fits, tooLong] = [0, characters.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(`${characters.slice(0, middle).join('')}…`) <= most) fits = middle;
    else tooLong = middle;
  }
  return `${characters.slice(0, fits).join('')}…`;
}

/** Of any number of values: as arguments of one call, a long text's would be too many. */
function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
