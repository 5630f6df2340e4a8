/** What a source subword that was never looked at counts as: its logarithm must stay finite. */
const least = 1e-9;

/**
 * Coverage penalty of GNMT (Wu et al. 2016, equation 14), ≤ 0: cp(X; Y) = β · Σ_i log(min(Σ_t α_{t,i}, 1)), which is 0 when
 * every source subword got the attention of one whole step.
 *
 * @param attention α of each step, that of EOS too, `[sourceLength]` each
 */
export function coveragePenalty(attention: readonly Float32Array[], beta: number): number {
  const covered = new Float64Array(attention[0]?.length ?? 0);
  for (const row of attention) row.forEach((weight, i) => (covered[i]! += weight));
  return beta * covered.reduce((sum, mass) => sum + Math.log(Math.min(Math.max(mass, least), 1)), 0);
}
