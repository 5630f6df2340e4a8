/** Attention that one source subword may get in all: 98 % of good translations stay below it. */
const plenty = 3;

/** What a hypothesis has looked at. */
export interface Coverage {
  /** α of the last step, `[sourceLength]`. */
  readonly attention: Float32Array;
  /** Σ_t α_t, `[sourceLength]`. */
  readonly covered: Float32Array;
  /** Attention to what had had plenty of it, in steps. */
  readonly excess: number;
}

/**
 * One more step. Its excess is that of the coverage penalty of Gehrmann et al. 2018 (equation 13), with more room than the
 * one step per position there, since a word may take several subwords: Σ_i max(Σ_t α_{t,i} − plenty, 0). A decoder that goes
 * round in circles looks at the same few places again and again, whatever it writes there.
 *
 * @param attention α, `[≥ length]`
 * @param length source subwords of the sentence
 */
export function cover(before: Coverage | undefined, attention: Float32Array, length: number): Coverage {
  const own = attention.slice(0, length);
  const covered = before ? before.covered.slice() : new Float32Array(length);
  let excess = before?.excess ?? 0;
  own.forEach((weight, i) => {
    const mass = covered[i]! + weight;
    excess += Math.max(mass - plenty, 0) - Math.max(covered[i]! - plenty, 0);
    covered[i] = mass;
  });
  return { attention: own, covered, excess };
}
