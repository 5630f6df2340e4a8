/** Geometry of the matrix drawing: a row per target word, a column per source word. No DOM. */

export interface MatrixInput {
  readonly sourceWords: readonly string[];
  readonly targetWords: readonly string[];
  readonly width: number;
  /** Width of a text in the drawing's font. */
  readonly measure: (text: string) => number;
}

export interface MatrixLayout {
  readonly width: number;
  readonly height: number;
  /** Side of a cell. */
  readonly cell: number;
  /** Left edge of the first column and top edge of the first row. */
  readonly left: number;
  readonly top: number;
  /** Where the label of each column starts; it rises to the right by `columnAngle`. */
  readonly columnLabels: readonly { readonly x: number; readonly y: number }[];
  /** Where the label of each row ends. */
  readonly rowLabels: readonly { readonly x: number; readonly y: number }[];
}

/** Degrees that column labels turn against the horizontal. */
export const columnAngle = -50;

const largestCell = 40;
const smallestCell = 20;
const labelGap = 8;
const margin = 4;

/** Cells as large as the width allows, within limits; a long sentence scrolls. */
export function layoutMatrix({ sourceWords, targetWords, width, measure }: MatrixInput): MatrixLayout {
  const radians = (Math.abs(columnAngle) * Math.PI) / 180;
  const sourceLengths = sourceWords.map(measure);
  const left = margin + Math.ceil(Math.max(0, ...targetWords.map(measure))) + labelGap;
  const top = margin + Math.ceil(Math.max(0, ...sourceLengths) * Math.sin(radians)) + labelGap + 6;
  const cell = Math.max(
    smallestCell,
    Math.min(largestCell, Math.floor((width - left - 40) / Math.max(1, sourceWords.length))),
  );
  // The last label hangs over the last column.
  const overhang = sourceLengths.map((length, i) => (i + 0.5) * cell + length * Math.cos(radians));
  return {
    width: left + Math.ceil(Math.max(sourceWords.length * cell, ...overhang)) + margin,
    height: top + targetWords.length * cell + margin,
    cell,
    left,
    top,
    columnLabels: sourceWords.map((_, i) => ({ x: left + (i + 0.5) * cell, y: top - labelGap })),
    rowLabels: targetWords.map((_, i) => ({ x: left - labelGap, y: top + (i + 0.5) * cell })),
  };
}
