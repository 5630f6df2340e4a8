/** Geometry of the ribbon drawing. No DOM: lengths are CSS pixels, text widths come from the caller. */
import { visibleWeight } from './evidence';

export interface RibbonInput {
  readonly sourceWords: readonly string[];
  readonly targetWords: readonly string[];
  /** Row-major `[target][source]`. */
  readonly weights: Float32Array;
  /** Width to fill; a sentence too long for it in two rows is drawn in two columns. */
  readonly width: number;
  /** Width of a text in the drawing's font. */
  readonly measure: (text: string) => number;
}

export interface WordBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Ribbon {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
  /** SVG path data. */
  readonly path: string;
}

export interface RibbonLayout {
  /** `rows`: words run left to right, source above target. `columns`: top to bottom, source left of target. */
  readonly orientation: 'rows' | 'columns';
  readonly width: number;
  readonly height: number;
  readonly sourceBoxes: readonly WordBox[];
  readonly targetBoxes: readonly WordBox[];
  /** Thin ones last, so that they are not hidden under thick ones. */
  readonly ribbons: readonly Ribbon[];
}

const wordHeight = 30;
const wordPadding = 10;
const wordGap = 8;
/** Distance between source and target words. */
const rowsSpan = 132;
const columnsSpan = { least: 90, most: 260 };
/** Room outside the words for the weights of a highlighted word. */
const weightMargin = { rows: 22, columns: 46 };
/** The most that words spread to make both sides equally long. */
const largestSpread = 28;
/** Width of a ribbon of weight 1. */
const widestBundle = 20;

/** Interval along the reading direction. */
interface Slot {
  readonly from: number;
  readonly length: number;
}

/** Lays the words out in two rows where they fit the width, else in two columns, and joins them with ribbons. */
export function layoutRibbons(input: RibbonInput): RibbonLayout {
  const width = (word: string): number => Math.ceil(input.measure(word)) + 2 * wordPadding;
  const sourceWidths = input.sourceWords.map(width);
  const targetWidths = input.targetWords.map(width);
  const longest = Math.max(packedLength(sourceWidths), packedLength(targetWidths));
  return longest <= input.width ? rows(input, sourceWidths, targetWidths) : columns(input, sourceWidths, targetWidths);
}

function rows(input: RibbonInput, sourceWidths: readonly number[], targetWidths: readonly number[]): RibbonLayout {
  const { sourceSlots, targetSlots, length } = placeBoth(sourceWidths, targetWidths);
  const offset = Math.max(0, (input.width - length) / 2);
  const top = weightMargin.rows;
  const targetTop = top + wordHeight + rowsSpan;
  const box = (y: number) => (slot: Slot): WordBox => ({ x: round(slot.from + offset), y, width: slot.length, height: wordHeight });
  const point = (along: number, across: number): string => `${round(along + offset)} ${round(across)}`;
  return {
    orientation: 'rows',
    width: Math.max(input.width, length),
    height: targetTop + wordHeight + weightMargin.rows,
    sourceBoxes: sourceSlots.map(box(top)),
    targetBoxes: targetSlots.map(box(targetTop)),
    ribbons: bundle(input, sourceSlots, targetSlots, top + wordHeight, targetTop, point),
  };
}

function columns(input: RibbonInput, sourceWidths: readonly number[], targetWidths: readonly number[]): RibbonLayout {
  const heights = (widths: readonly number[]): number[] => widths.map(() => wordHeight);
  const { sourceSlots, targetSlots, length } = placeBoth(heights(sourceWidths), heights(targetWidths));
  const sourceWidth = Math.max(...sourceWidths, 0);
  const targetWidth = Math.max(...targetWidths, 0);
  const free = input.width - sourceWidth - targetWidth - 2 * weightMargin.columns;
  const span = Math.min(columnsSpan.most, Math.max(columnsSpan.least, free));
  const left = Math.max(0, (free - span) / 2) + weightMargin.columns;
  const sourceRight = left + sourceWidth;
  const targetLeft = sourceRight + span;
  return {
    orientation: 'columns',
    width: Math.max(input.width, targetLeft + targetWidth + weightMargin.columns),
    height: length,
    // Source words end, and target words begin, where the ribbons do.
    sourceBoxes: sourceSlots.map((slot, i) => ({
      x: round(sourceRight - (sourceWidths[i] ?? 0)), y: round(slot.from), width: sourceWidths[i] ?? 0, height: slot.length,
    })),
    targetBoxes: targetSlots.map((slot, i) => ({
      x: round(targetLeft), y: round(slot.from), width: targetWidths[i] ?? 0, height: slot.length,
    })),
    ribbons: bundle(input, sourceSlots, targetSlots, sourceRight, targetLeft, (along, across) => `${round(across)} ${round(along)}`),
  };
}

/** Words one after another on both sides; the shorter side is spread towards the longer and centred on it. */
function placeBoth(sourceLengths: readonly number[], targetLengths: readonly number[]): {
  sourceSlots: Slot[];
  targetSlots: Slot[];
  length: number;
} {
  const length = Math.max(packedLength(sourceLengths), packedLength(targetLengths));
  return { sourceSlots: place(sourceLengths, length), targetSlots: place(targetLengths, length), length };
}

function place(lengths: readonly number[], available: number): Slot[] {
  const packed = packedLength(lengths);
  const spread = lengths.length > 1 ? Math.min(largestSpread, (available - packed) / (lengths.length - 1)) : 0;
  let from = (available - packed - spread * Math.max(0, lengths.length - 1)) / 2;
  return lengths.map((length) => {
    const slot = { from, length };
    from += length + wordGap + spread;
    return slot;
  });
}

function packedLength(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0) + wordGap * Math.max(0, lengths.length - 1);
}

/**
 * Ribbons as wide as their weight. At each word they lie side by side, in the order of their other ends, so
 * that those of one word never cross each other.
 */
function bundle(
  { weights }: RibbonInput,
  sourceSlots: readonly Slot[],
  targetSlots: readonly Slot[],
  sourceEdge: number,
  targetEdge: number,
  point: (along: number, across: number) => string,
): Ribbon[] {
  const weight = (t: number, s: number): number => {
    const value = weights[t * sourceSlots.length + s] ?? 0;
    return value >= visibleWeight ? value : 0;
  };
  const atTarget = targetSlots.map((slot, t) => stack(slot, sourceSlots.map((_, s) => weight(t, s))));
  const atSource = sourceSlots.map((slot, s) => stack(slot, targetSlots.map((_, t) => weight(t, s))));
  const middle = (sourceEdge + targetEdge) / 2;
  const ribbons: Ribbon[] = [];
  for (const [t, ends] of atTarget.entries()) {
    for (const [s, end] of ends.entries()) {
      const start = atSource[s]?.[t];
      if (start === undefined || weight(t, s) === 0) continue;
      const path =
        `M${point(start.from, sourceEdge)}` +
        `C${point(start.from, middle)} ${point(end.from, middle)} ${point(end.from, targetEdge)}` +
        `L${point(end.from + end.length, targetEdge)}` +
        `C${point(end.from + end.length, middle)} ${point(start.from + start.length, middle)} ${point(start.from + start.length, sourceEdge)}Z`;
      ribbons.push({ source: s, target: t, weight: weight(t, s), path });
    }
  }
  return ribbons.sort((a, b) => b.weight - a.weight);
}

/** Divides the middle of a word's slot among its weights, 1 being `widestBundle` wide unless the word is too short. */
function stack(slot: Slot, weights: readonly number[]): Slot[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const unit = Math.min(widestBundle, (slot.length - 6) / Math.max(sum, 1));
  let from = slot.from + (slot.length - sum * unit) / 2;
  return weights.map((weight) => {
    const part = { from, length: weight * unit };
    from += part.length;
    return part;
  });
}

/** Two decimals are finer than any screen and keep the drawing's text short. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
