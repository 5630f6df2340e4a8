import { mergeWords } from '../align/words';
import type { SalientWord } from '../protocol/result';
import type { Block } from './blocks';
import type { ReadUnit } from './unitEncoder';

export interface Salience {
  readonly words: readonly SalientWord[];
  /** Salience of each unit: the sum over its subwords. The units of a text sum to 1. */
  readonly units: Float64Array;
}

/**
 * Salience of a text: the softmax, over the subwords of all its blocks together, of the encoder's scores.
 *
 * @param text what the blocks' spans are into
 * @param scores w·h_i of each block's subwords, `[≥ pieces.length]` each; what stands behind (EOS, padding) is not read
 */
export function salienceOf(
  text: string,
  units: readonly ReadUnit[],
  blocks: readonly Block[],
  scores: readonly Float32Array[],
): Salience {
  const pieces = blocks.flatMap((block) => block.pieces);
  const raw = blocks.flatMap((block, index) => [...scores[index]!.subarray(0, block.pieces.length)]);
  const weights = softmax(raw);
  const { tokens, wordOfPiece } = mergeWords(
    pieces.map(({ span }) => ({ span, isProtected: false })),
    text,
  );
  const masses = new Float64Array(tokens.length);
  wordOfPiece.forEach((word, piece) => {
    if (word >= 0) masses[word]! += weights[piece]!;
  });
  // Subwords that are blanks alone belong to no word.
  const inWords = masses.reduce((sum, mass) => sum + mass, 0);
  return {
    words: tokens.map(({ start, end }, word) => ({ start, end, weight: Math.min(masses[word]! / inWords, 1) })),
    units: unitMasses(units, blocks, weights),
  };
}

function unitMasses(units: readonly ReadUnit[], blocks: readonly Block[], weights: Float64Array): Float64Array {
  const masses = new Float64Array(units.length);
  let piece = 0;
  for (const { first, end } of blocks) {
    for (let unit = first; unit < end; unit++) {
      const stop = piece + units[unit]!.pieces(unit === first).length;
      while (piece < stop) masses[unit]! += weights[piece++]!;
    }
  }
  return masses;
}

function softmax(scores: readonly number[]): Float64Array {
  const greatest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const weights = Float64Array.from(scores, (score) => Math.exp(score - greatest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** What units are chosen by: their salience over (their words to the power `lengthExponent`). */
export function unitScores(units: readonly ReadUnit[], salience: Float64Array, lengthExponent: number): Float64Array {
  return salience.map((mass, unit) => mass / Math.max(units[unit]!.words, 1) ** lengthExponent);
}
