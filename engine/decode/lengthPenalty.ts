/**
 * Length normalisation of GNMT (Wu et al. 2016, equation 14): a hypothesis is ranked by
 * log P(Y|X) / lp(Y) with lp(Y) = ((5 + |Y|) / 6)^α. |Y| counts EOS; α = 0 ranks by probability alone.
 */
export function lengthPenalty(length: number, alpha: number): number {
  return ((5 + length) / 6) ** alpha;
}
