/** The part of a lexicon that the posterior needs: L(target|source) + ε·u(target), of the source subword at a position. */
export interface Likelihood {
  likelihood(target: number, source: number, position: number): number;
}

/**
 * The alignment posterior over subwords: which source subword explains the chosen target subword,
 * a_{t,i} ∝ α_{t,i} · (L(y_t|x_i) + ε·u(y_t)).
 *
 * `attention` is `[targetIds.length, sourceIds.length]`, row-major, and so is the result, whose rows sum to 1.
 * Without a lexicon the posterior is the attention itself.
 */
export function alignmentPosterior(
  attention: Float32Array,
  targetIds: readonly number[],
  sourceIds: readonly number[],
  lexicon: Likelihood | undefined,
): Float32Array {
  const columns = sourceIds.length;
  const posterior = Float32Array.from(attention);
  targetIds.forEach((target, t) => {
    const row = posterior.subarray(t * columns, (t + 1) * columns);
    if (lexicon) sourceIds.forEach((source, i) => (row[i]! *= lexicon.likelihood(target, source, i)));
    normaliseRow(row);
  });
  return posterior;
}

/** Scales a row to sum 1; a row without mass becomes uniform. */
export function normaliseRow(row: Float32Array): void {
  const sum = row.reduce((total, value) => total + value, 0);
  if (sum > 0) for (let i = 0; i < row.length; i++) row[i]! /= sum;
  else row.fill(1 / row.length);
}
