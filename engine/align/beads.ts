/**
 * Sentence alignment: which sentences of two texts belong together, in order. A dynamic programme over beads of none, one
 * or two sentences a side (Gale & Church 1993 for the beads and their prior), scored by how much better a lexicon explains
 * the target with these source sentences than without (IBM model 1 against the unigram distribution).
 */
import type { Lexicon } from '../pack/lexicon';

/** Sentences `[sourceStart, sourceEnd)` belong to sentences `[targetStart, targetEnd)`; one of the two may be empty. */
export interface Bead {
  readonly sourceStart: number;
  readonly sourceEnd: number;
  readonly targetStart: number;
  readonly targetEnd: number;
}

const kinds = [
  { sources: 1, targets: 1, prior: Math.log(0.89) },
  { sources: 1, targets: 0, prior: Math.log(0.005) },
  { sources: 0, targets: 1, prior: Math.log(0.005) },
  { sources: 2, targets: 1, prior: Math.log(0.045) },
  { sources: 1, targets: 2, prior: Math.log(0.045) },
  { sources: 2, targets: 2, prior: Math.log(0.011) },
] as const;

/** What the lexicon must leave to words that nothing explains. */
const unexplained = 0.2;
/** Sentences that the path may leave the diagonal by: texts of thousands of sentences stay affordable. */
const band = 30;

/**
 * @param sources subwords of each source sentence
 * @param targets subwords of each target sentence
 * @returns beads in order that cover all sentences of both sides
 */
export function alignSentences(
  sources: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  lexicon: Pick<Lexicon, 'likelihood' | 'unigram'> | undefined,
): Bead[] {
  const [n, m] = [sources.length, targets.length];
  const gain = beadGain(sources, targets, lexicon);
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1).fill(-Infinity));
  const chosen = Array.from({ length: n + 1 }, () => new Int8Array(m + 1).fill(-1));
  best[0]![0] = 0;
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      if (n > 0 && Math.abs(j - (i * m) / n) > Math.max(band, Math.abs(n - m))) continue;
      kinds.forEach(({ sources: s, targets: t, prior }, kind) => {
        if (s > i || t > j) return;
        const before = best[i - s]![j - t]!;
        if (before === -Infinity) return;
        const score = before + prior + gain(i - s, i, j - t, j);
        if (score > best[i]![j]!) {
          best[i]![j] = score;
          chosen[i]![j] = kind;
        }
      });
    }
  }
  return readBack(chosen, n, m);
}

function readBack(chosen: readonly Int8Array[], n: number, m: number): Bead[] {
  const beads: Bead[] = [];
  for (let [i, j] = [n, m]; i > 0 || j > 0; ) {
    const { sources, targets } = kinds[chosen[i]![j]!]!;
    beads.unshift({ sourceStart: i - sources, sourceEnd: i, targetStart: j - targets, targetEnd: j });
    i -= sources;
    j -= targets;
  }
  return beads;
}

/** Σ_y log of how much likelier the target subwords of a bead are with its source sentences than by themselves. */
function beadGain(
  sources: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  lexicon: Pick<Lexicon, 'likelihood' | 'unigram'> | undefined,
): (sourceStart: number, sourceEnd: number, targetStart: number, targetEnd: number) => number {
  if (!lexicon) return () => 0;
  // Σ_x L(y|x) of each target subword, for each source sentence that is asked about.
  const sums = new Map<number, Float32Array>();
  const sumsOf = (source: number, target: number): Float32Array => {
    const key = source * targets.length + target;
    let known = sums.get(key);
    if (!known) {
      known = Float32Array.from(targets[target]!, (y) => sources[source]!.reduce((sum, x) => sum + lexicon.likelihood(y, x), 0));
      sums.set(key, known);
    }
    return known;
  };
  return (sourceStart, sourceEnd, targetStart, targetEnd) => {
    if (sourceStart === sourceEnd) return 0;
    let count = 0;
    for (let s = sourceStart; s < sourceEnd; s++) count += sources[s]!.length;
    let gain = 0;
    for (let t = targetStart; t < targetEnd; t++) {
      targets[t]!.forEach((y, position) => {
        let sum = 0;
        for (let s = sourceStart; s < sourceEnd; s++) sum += sumsOf(s, t)[position]!;
        gain += Math.log(((1 - unexplained) * sum) / Math.max(1, count) / lexicon.unigram[y]! + unexplained);
      });
    }
    return gain;
  };
}
