import { normaliseRow } from './posterior';
import type { Words } from './words';

/**
 * Merges a subword matrix to words: the sum over the source subwords of a word, the mean over the target subwords of
 * a word. Source subwords outside words (EOS, white space) are dropped first and their rows scaled to sum 1 again.
 *
 * @param matrix `[T, columns]`, row-major, T ≥ `target.wordOfPiece.length`: rows behind (EOS) are dropped
 * @param columns source subwords, ≥ `source.wordOfPiece.length`: columns behind (EOS, padding) are dropped
 * @returns `[target.tokens.length, source.tokens.length]`, row-major; each row sums to 1
 */
export function mergeMatrix(matrix: Float32Array, columns: number, target: Words, source: Words): Float32Array {
  const width = source.tokens.length;
  const merged = new Float32Array(target.tokens.length * width);
  const row = new Float32Array(width);
  target.wordOfPiece.forEach((targetWord, t) => {
    if (targetWord < 0) return;
    row.fill(0);
    source.wordOfPiece.forEach((sourceWord, i) => {
      if (sourceWord >= 0) row[sourceWord]! += matrix[t * columns + i]!;
    });
    share(row, 1, source);
    normaliseRow(row);
    for (let i = 0; i < width; i++) merged[targetWord * width + i]! += row[i]!;
  });
  share(merged, width, target);
  // A mean over the pieces of a word of rows that sum to 1 sums to 1.
  for (let word = 0; word < target.tokens.length; word++) normaliseRow(merged.subarray(word * width, (word + 1) * width));
  return merged;
}

/**
 * Merges values of target subwords to words by their mean; 0 for words without any.
 *
 * @param values `[T]`, T ≥ `target.wordOfPiece.length`; values behind (EOS) are dropped
 * @returns `[target.tokens.length]`
 */
export function mergeMean(values: Float32Array, target: Words): Float32Array {
  const sums = new Float32Array(target.tokens.length);
  const counts = new Float32Array(target.tokens.length);
  target.wordOfPiece.forEach((word, t) => {
    if (word < 0) return;
    sums[word]! += values[t]!;
    counts[word]! += 1;
  });
  const means = sums.map((sum, word) => (counts[word]! > 0 ? sum / counts[word]! : 0));
  share(means, 1, target);
  return means;
}

/** Gives words without subwords of their own the `size` values of the word that has them. */
function share(values: Float32Array, size: number, { heldBy }: Words): void {
  heldBy?.forEach((holder, word) => values.copyWithin(word * size, holder * size, (holder + 1) * size));
}
