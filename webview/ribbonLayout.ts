/** Geometry of the ribbon drawing. No DOM: lengths are CSS pixels, text widths come from the caller. */
import { partnersOfSides, type Partner } from './evidence';

export interface RibbonInput {
  readonly sourceWords: readonly string[];
  readonly targetWords: readonly string[];
  /** Row-major `[target][source]`. */
  readonly weights: Float32Array;
  /** Width to fill; a sentence too long for it in two rows is drawn in two columns. */
  readonly width: number;
  /** Size of the drawing's font: everything grows with it. */
  readonly em: number;
  /** Width of a text in that font. */
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
  /** Its ends, along the words. */
  readonly start: Slot;
  readonly end: Slot;
}

/** Interval along the reading direction. */
export interface Slot {
  readonly from: number;
  readonly length: number;
}

export interface RibbonLayout {
  /** `rows`: words run left to right, source above target. `columns`: top to bottom, source left of target. */
  readonly orientation: 'rows' | 'columns';
  readonly width: number;
  readonly height: number;
  readonly sourceBoxes: readonly WordBox[];
  readonly targetBoxes: readonly WordBox[];
  /** Where ribbons leave the source words and reach the target words. */
  readonly sourceEdge: number;
  readonly targetEdge: number;
  /** Thin ones last, so that they are not hidden under thick ones. */
  readonly ribbons: readonly Ribbon[];
}

/** In sizes of the font, as all lengths below. */
const wordHeight = 2.1;
const wordPadding = 0.7;
const wordGap = 0.55;
/** Distance between source and target words. */
const rowsSpan = 9;
const columnsSpan = { least: 6, most: 18 };
/** Room outside the words for the weights of a highlighted word. */
const weightMargin = { rows: 1.6, columns: 3.4 };
/** The most that words spread to make both sides equally long. */
const largestSpread = 2;
/** Width of a ribbon of weight 1. */
const widestBundle = 1.4;
/** Words this long have nothing to gain from being shown whole. */
const longestWord = 18;

/** Lays the words out in two rows where they fit the width, else in two columns, and joins them with ribbons. */
export function layoutRibbons(input: RibbonInput): RibbonLayout {
  const { em, measure } = input;
  const width = (word: string): number => Math.ceil(Math.min(longestWord * em, measure(word)) + 2 * wordPadding * em);
  const sourceWidths = input.sourceWords.map(width);
  const targetWidths = input.targetWords.map(width);
  const longest = Math.max(packedLength(sourceWidths, em), packedLength(targetWidths, em));
  return longest <= input.width ? rows(input, sourceWidths, targetWidths) : columns(input, sourceWidths, targetWidths);
}

/** The widest that a word's text can be inside its box. */
export function textWidth(em: number): number {
  return longestWord * em;
}

/** SVG path data. */
export function ribbonPath({ orientation, sourceEdge, targetEdge }: RibbonLayout, { start, end }: Ribbon): string {
  const point = (along: number, across: number): string =>
    orientation === 'rows' ? `${round(along)} ${round(across)}` : `${round(across)} ${round(along)}`;
  const middle = (sourceEdge + targetEdge) / 2;
  return (
    `M${point(start.from, sourceEdge)}` +
    `C${point(start.from, middle)} ${point(end.from, middle)} ${point(end.from, targetEdge)}` +
    `L${point(end.from + end.length, targetEdge)}` +
    `C${point(end.from + end.length, middle)} ${point(start.from + start.length, middle)} ${point(start.from + start.length, sourceEdge)}Z`
  );
}

/** Indices of the boxes, and the ribbons, that lie at least partly between two heights of a drawing in columns. */
export function ribbonsWithin(layout: RibbonLayout, from: number, to: number): {
  readonly source: number[];
  readonly target: number[];
  readonly ribbons: Ribbon[];
} {
  const boxes = (all: readonly WordBox[]): number[] => [...all.keys()].filter((index) => all[index]!.y < to && all[index]!.y + all[index]!.height > from);
  return {
    source: boxes(layout.sourceBoxes),
    target: boxes(layout.targetBoxes),
    ribbons: layout.ribbons.filter(
      ({ start, end }) => Math.min(start.from, end.from) < to && Math.max(start.from + start.length, end.from + end.length) > from,
    ),
  };
}

function rows(input: RibbonInput, sourceWidths: readonly number[], targetWidths: readonly number[]): RibbonLayout {
  const { em } = input;
  const { sourceSlots, targetSlots, length } = placeBoth(sourceWidths, targetWidths, em);
  const offset = Math.max(0, (input.width - length) / 2);
  const top = weightMargin.rows * em;
  const height = wordHeight * em;
  const targetTop = top + height + rowsSpan * em;
  const moved = (slots: readonly Slot[]): Slot[] => slots.map((slot) => ({ ...slot, from: slot.from + offset }));
  const box = (y: number) => (slot: Slot): WordBox => ({ x: round(slot.from + offset), y: round(y), width: slot.length, height: round(height) });
  return {
    orientation: 'rows',
    width: Math.max(input.width, length),
    height: Math.ceil(targetTop + height + weightMargin.rows * em),
    sourceBoxes: sourceSlots.map(box(top)),
    targetBoxes: targetSlots.map(box(targetTop)),
    sourceEdge: top + height,
    targetEdge: targetTop,
    ribbons: bundle(input, moved(sourceSlots), moved(targetSlots)),
  };
}

function columns(input: RibbonInput, sourceWidths: readonly number[], targetWidths: readonly number[]): RibbonLayout {
  const { em } = input;
  const heights = (widths: readonly number[]): number[] => widths.map(() => round(wordHeight * em));
  const { sourceSlots, targetSlots, length } = placeBoth(heights(sourceWidths), heights(targetWidths), em);
  const sourceWidth = largest(sourceWidths);
  const targetWidth = largest(targetWidths);
  const outside = weightMargin.columns * em;
  const free = input.width - sourceWidth - targetWidth - 2 * outside;
  const span = Math.min(columnsSpan.most * em, Math.max(columnsSpan.least * em, free));
  const left = Math.max(0, (free - span) / 2) + outside;
  const sourceRight = left + sourceWidth;
  const targetLeft = sourceRight + span;
  return {
    orientation: 'columns',
    width: Math.max(input.width, targetLeft + targetWidth + outside),
    height: Math.ceil(length),
    // Source words end, and target words begin, where the ribbons do.
    sourceBoxes: sourceSlots.map((slot, i) => ({
      x: round(sourceRight - (sourceWidths[i] ?? 0)), y: round(slot.from), width: sourceWidths[i] ?? 0, height: slot.length,
    })),
    targetBoxes: targetSlots.map((slot, i) => ({
      x: round(targetLeft), y: round(slot.from), width: targetWidths[i] ?? 0, height: slot.length,
    })),
    sourceEdge: sourceRight,
    targetEdge: targetLeft,
    ribbons: bundle(input, sourceSlots, targetSlots),
  };
}

/** Words one after another on both sides; the shorter side is spread towards the longer and centred on it. */
function placeBoth(sourceLengths: readonly number[], targetLengths: readonly number[], em: number): {
  sourceSlots: Slot[];
  targetSlots: Slot[];
  length: number;
} {
  const length = Math.max(packedLength(sourceLengths, em), packedLength(targetLengths, em));
  return { sourceSlots: place(sourceLengths, length, em), targetSlots: place(targetLengths, length, em), length };
}

function place(lengths: readonly number[], available: number, em: number): Slot[] {
  const packed = packedLength(lengths, em);
  const spread = lengths.length > 1 ? Math.min(largestSpread * em, (available - packed) / (lengths.length - 1)) : 0;
  let from = (available - packed - spread * Math.max(0, lengths.length - 1)) / 2;
  return lengths.map((length) => {
    const slot = { from, length };
    from += length + wordGap * em + spread;
    return slot;
  });
}

function packedLength(lengths: readonly number[], em: number): number {
  return lengths.reduce((sum, length) => sum + length, 0) + wordGap * em * Math.max(0, lengths.length - 1);
}

/**
 * Ribbons as wide as their weight. At each word they lie side by side, in the order of their other ends, so
 * that those of one word never cross each other.
 */
function bundle({ weights, em }: RibbonInput, sourceSlots: readonly Slot[], targetSlots: readonly Slot[]): Ribbon[] {
  const partners = partnersOfSides(weights, targetSlots.length, sourceSlots.length);
  const atTarget = targetSlots.map((slot, target) => stack(slot, partners.target[target] ?? [], em));
  const atSource = sourceSlots.map((slot, source) => stack(slot, partners.source[source] ?? [], em));
  return atTarget
    .flatMap((ends, target) =>
      [...ends].map(([source, { slot: end, weight }]) => ({ source, target, weight, start: atSource[source]!.get(target)!.slot, end })),
    )
    .sort((a, b) => b.weight - a.weight);
}

/** Divides the middle of a word's slot among its partners, 1 being `widestBundle` wide unless the word is too short. */
function stack(slot: Slot, partners: readonly Partner[], em: number): Map<number, { readonly slot: Slot; readonly weight: number }> {
  const sum = partners.reduce((total, { weight }) => total + weight, 0);
  const unit = Math.min(widestBundle * em, (slot.length - 0.4 * em) / Math.max(sum, 1));
  let from = slot.from + (slot.length - sum * unit) / 2;
  const inOrder = [...partners].sort((a, b) => a.index - b.index);
  return new Map(
    inOrder.map(({ index, weight }) => {
      const part = { from, length: weight * unit };
      from += part.length;
      return [index, { slot: part, weight }];
    }),
  );
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

/** Two decimals are finer than any screen and keep the drawing's text short. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
