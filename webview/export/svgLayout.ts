/** Geometry of an exported matrix: a row per target word, a column per source word, a caption below. No DOM. */

export interface PictureInput {
  readonly sourceWords: readonly string[];
  readonly targetWords: readonly string[];
  readonly caption: string;
  /** Pixels. */
  readonly fontSize: number;
  /** Width of a text in that font, pixels. */
  readonly measure: (text: string) => number;
}

/** Everything in pixels. */
export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  /** Side of a cell; left edge of the first column and top edge of the first row. */
  readonly cell: number;
  readonly left: number;
  readonly top: number;
  /** Where each column's label starts; it rises to the right by `angle` degrees. */
  readonly columns: readonly Point[];
  readonly angle: number;
  /** Where each row's label ends. */
  readonly rows: readonly Point[];
  /** The number in a cell; its baseline counts from the cell's top. */
  readonly percent: { readonly baseline: number; readonly size: number };
  readonly caption: Point & { readonly size: number };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const angle = -50;
const margin = 16;
const labelGap = 8;
/** Sizes relative to the font's. */
const cellSize = 2.2;
const percentSize = 0.7;
const captionSize = 0.8;
/** From a line's middle down to where its letters stand; SVG viewers disagree on `dominant-baseline`. */
const baselineShift = 0.35;
/** The viewer's font may be wider than the one measured. */
const slack = 1.15;

export function layoutPicture({ sourceWords, targetWords, caption, fontSize, measure }: PictureInput): PictureLayout {
  const widthOf = (text: string): number => measure(text) * slack;
  const radians = (Math.abs(angle) * Math.PI) / 180;
  const sourceWidths = sourceWords.map(widthOf);
  const cell = Math.round(fontSize * cellSize);
  const left = margin + Math.ceil(largest(targetWords.map(widthOf))) + labelGap;
  const top = margin + Math.ceil(largest(sourceWidths) * Math.sin(radians) + fontSize * Math.cos(radians)) + labelGap;
  // A label hangs over the columns behind its own.
  const overhang = largest(sourceWidths.map((width, index) => (index + 0.5) * cell + width * Math.cos(radians) + fontSize));
  const right = left + Math.max(sourceWords.length * cell, overhang);
  const bottom = top + targetWords.length * cell;
  const size = round(fontSize * captionSize);
  return {
    width: Math.ceil(Math.max(right, margin + widthOf(caption) * captionSize)) + margin,
    height: Math.ceil(bottom + 2 * size) + margin,
    cell,
    left,
    top,
    columns: sourceWords.map((_, index) => ({ x: round(left + (index + 0.5) * cell + fontSize * baselineShift), y: top - labelGap })),
    angle,
    rows: targetWords.map((_, index) => ({ x: left - labelGap, y: round(top + (index + 0.5) * cell + fontSize * baselineShift) })),
    percent: { baseline: round(cell / 2 + fontSize * percentSize * baselineShift), size: round(fontSize * percentSize) },
    caption: { x: margin, y: Math.ceil(bottom + 2 * size), size },
  };
}

/** Not by spreading: a long text has more words than a call takes arguments. */
function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
