import type { AlignedSentence, Token } from '../protocol/result';
import type { SentencePair } from './direction';
import type { LexicalSupport } from './lexicalSupport';
import { linksOf, linkThreshold } from './links';
import { normaliseRow } from './posterior';

/** What forced decoding in one direction says of a sentence pair; matrices `[targetWords, sourceWords]`, rows sum to 1. */
export interface DirectionEvidence {
  readonly sentence: SentencePair;
  readonly sourceWords: readonly Token[];
  readonly targetWords: readonly Token[];
  readonly alignment: Float32Array;
  readonly attention: Float32Array;
  /** `[targetWords]` */
  readonly confidence: Float32Array;
  /** Without EOS. */
  readonly subwords: readonly number[];
  /** Mean log-probability per target subword. */
  readonly score: number;
  /** Only of a pack with a lexicon. */
  readonly lexical?: LexicalSupport;
}

/**
 * How much a link whose neighbours (one word further or back on either side) are links is to be preferred: phrases are
 * translated as wholes. 2 to 5 are alike on dev (docs/alignment.md).
 */
const neighbourPreference = 3;

/**
 * Both directions' posteriors decide together, by the square root of their product (Liang et al. 2006 train with the
 * product; its root keeps the scale of a probability): a link needs the consent of both, and its neighbours count.
 */
export function combineDirections(forward: DirectionEvidence, backward: DirectionEvidence | undefined): AlignedSentence {
  const { sentence, sourceWords, targetWords, attention, confidence, subwords, score } = forward;
  const [rows, columns] = [targetWords.length, sourceWords.length];
  const weights = combinedWeights(forward.alignment, backward && transpose(backward.alignment, columns, rows), columns);
  const alignment = weights.slice();
  for (let row = 0; row < rows; row++) normaliseRow(alignment.subarray(row * columns, (row + 1) * columns));
  return {
    source: sentence.source,
    target: sentence.target,
    sourceTokens: sourceWords,
    targetTokens: targetWords,
    alignment,
    attention,
    links: linksOf(weights, columns, linkThreshold),
    confidence,
    subwords,
    score,
    sourceSupport: Float32Array.from(sourceWords, (_, s) => largest(weights, s, columns, rows)),
    targetSupport: Float32Array.from(targetWords, (_, t) => largest(weights, t * columns, 1, columns)),
    ...(forward.lexical ? { sourceCover: forward.lexical.source, targetGain: forward.lexical.target } : {}),
    ...(backward ? { sourceConfidence: backward.confidence } : {}),
  };
}

/**
 * @param forward `[rows, columns]`: rows sum to 1
 * @param backward same shape: columns sum to 1; without it the forward direction decides alone
 */
function combinedWeights(forward: Float32Array, backward: Float32Array | undefined, columns: number): Float32Array {
  const product = (a: Float32Array, b: Float32Array | undefined): Float32Array => (b ? a.map((weight, cell) => Math.sqrt(weight * b[cell]!)) : a);
  const rows = columns > 0 ? forward.length / columns : 0;
  const boost = neighbourBoost(product(forward, backward), rows, columns);
  const boosted = (weights: Float32Array): Float32Array => weights.map((weight, cell) => weight * boost[cell]!);
  const forwardBoosted = boosted(forward);
  for (let row = 0; row < rows; row++) normaliseRow(forwardBoosted.subarray(row * columns, (row + 1) * columns));
  if (!backward) return forwardBoosted;
  const byColumns = transpose(boosted(backward), rows, columns);
  for (let column = 0; column < columns; column++) normaliseRow(byColumns.subarray(column * rows, (column + 1) * rows));
  return product(forwardBoosted, transpose(byColumns, columns, rows));
}

/** 1 + preference · (largest weight of the eight neighbours), `[rows, columns]`. */
function neighbourBoost(weights: Float32Array, rows: number, columns: number): Float32Array {
  return weights.map((_, cell) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    let most = 0;
    for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
        if (r !== row || c !== column) most = Math.max(most, weights[r * columns + c]!);
      }
    }
    return 1 + neighbourPreference * most;
  });
}

/** `[rows, columns]` → `[columns, rows]`. */
function transpose(matrix: Float32Array, rows: number, columns: number): Float32Array {
  const turned = new Float32Array(matrix.length);
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) turned[column * rows + row] = matrix[row * columns + column]!;
  return turned;
}

/** The largest of `count` values from `first` on, `stride` apart. */
function largest(values: Float32Array, first: number, stride: number, count: number): number {
  let most = 0;
  for (let index = 0; index < count; index++) most = Math.max(most, values[first + index * stride]!);
  return most;
}
