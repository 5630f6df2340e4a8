/**
 * Sentence alignment: which sentences of two texts belong together, in order. A dynamic programme over beads of none, one
 * or two sentences a side (Gale & Church 1993 for the beads and their prior), scored by how much better a lexicon explains
 * the target with these source sentences than without (IBM model 1 against the unigram distribution), and by how many of
 * the source subwords found a translation: without that, a source sentence that was left out would hide in its neighbour.
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
  { sources: 1, targets: 0, prior: Math.log(0.01) },
  { sources: 0, targets: 1, prior: Math.log(0.01) },
  { sources: 2, targets: 1, prior: Math.log(0.045) },
  { sources: 1, targets: 2, prior: Math.log(0.045) },
  { sources: 2, targets: 2, prior: Math.log(0.001) },
] as const;

/** What the lexicon must leave to words that nothing explains. */
const unexplained = 0.2;
/** Votes for words of the target that a source subword of a true pair has about; fewer speak against the pair. */
const usualVotes = 0.4;
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
  // The texts are a pair: what stands alone on both sides belongs together, however badly it fits.
  if (n === 1 && m === 1) return [{ sourceStart: 0, sourceEnd: 1, targetStart: 0, targetEnd: 1 }];
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

type Gain = (sourceStart: number, sourceEnd: number, targetStart: number, targetEnd: number) => number;

/** What a bead gains over leaving its sentences alone; 0 for a bead with an empty side. */
function beadGain(
  sources: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  lexicon: Pick<Lexicon, 'likelihood' | 'unigram'> | undefined,
): Gain {
  if (!lexicon) return () => 0;
  const votes = new VoteSums(sources, targets, lexicon);
  return (sourceStart, sourceEnd, targetStart, targetEnd) => {
    if (sourceStart === sourceEnd || targetStart === targetEnd) return 0;
    let gain = 0;
    let count = 0;
    for (let s = sourceStart; s < sourceEnd; s++) {
      count += sources[s]!.length;
      sources[s]!.forEach((_, position) => {
        let sum = 0;
        for (let t = targetStart; t < targetEnd; t++) sum += votes.of(s, t).bySource[position]!;
        gain += Math.log(mixed(Math.min(1, sum)) / mixed(usualVotes));
      });
    }
    for (let t = targetStart; t < targetEnd; t++) {
      targets[t]!.forEach((y, position) => {
        let sum = 0;
        for (let s = sourceStart; s < sourceEnd; s++) sum += votes.of(s, t).byTarget[position]!;
        gain += Math.log(mixed(sum / count / lexicon.unigram[y]!));
      });
    }
    return gain;
  };
}

function mixed(explained: number): number {
  return (1 - unexplained) * explained + unexplained;
}

/** Sums of L(y|x) over the subwords of a pair of sentences, made when first asked for. */
class VoteSums {
  private readonly known = new Map<number, { readonly bySource: Float32Array; readonly byTarget: Float32Array }>();

  constructor(
    private readonly sources: readonly (readonly number[])[],
    private readonly targets: readonly (readonly number[])[],
    private readonly lexicon: Pick<Lexicon, 'likelihood'>,
  ) {}

  /** Per source subword the sum over y, per target subword the sum over x. */
  of(source: number, target: number): { readonly bySource: Float32Array; readonly byTarget: Float32Array } {
    const key = source * this.targets.length + target;
    const known = this.known.get(key);
    if (known) return known;
    const [xs, ys] = [this.sources[source]!, this.targets[target]!];
    const sums = { bySource: new Float32Array(xs.length), byTarget: new Float32Array(ys.length) };
    xs.forEach((x, i) => {
      ys.forEach((y, j) => {
        const likelihood = this.lexicon.likelihood(y, x);
        sums.bySource[i]! += likelihood;
        sums.byTarget[j]! += likelihood;
      });
    });
    this.known.set(key, sums);
    return sums;
  }
}
