import type { AlignedSentence, Token } from '../protocol/result';
import type { SentencePair } from './direction';
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
}

/** Weight from which a product of both directions is a link; the most careful choice on dev (docs/alignment.md). */
const combinedThreshold = 0.3;

/**
 * Both directions' posteriors decide together, by the square root of their product (Liang et al. 2006 train with the
 * product; its root keeps the scale of a probability): a link needs the consent of both.
 */
export function combineDirections(forward: DirectionEvidence, backward: DirectionEvidence | undefined): AlignedSentence {
  const { sentence, sourceWords, targetWords, attention, confidence, subwords, score } = forward;
  const columns = sourceWords.length;
  const weights = backward
    ? forward.alignment.map((weight, cell) => {
        const [target, source] = [Math.floor(cell / columns), cell % columns];
        return Math.sqrt(weight * backward.alignment[source * targetWords.length + target]!);
      })
    : forward.alignment;
  const alignment = weights.slice();
  for (let row = 0; row < targetWords.length; row++) normaliseRow(alignment.subarray(row * columns, (row + 1) * columns));
  return {
    source: sentence.source,
    target: sentence.target,
    sourceTokens: sourceWords,
    targetTokens: targetWords,
    alignment,
    attention,
    links: linksOf(weights, columns, backward ? combinedThreshold : linkThreshold),
    confidence,
    subwords,
    score,
    sourceSupport: Float32Array.from(sourceWords, (_, s) => largest(weights, s, columns, targetWords.length)),
    targetSupport: Float32Array.from(targetWords, (_, t) => largest(weights, t * columns, 1, columns)),
    ...(backward ? { sourceConfidence: backward.confidence } : {}),
  };
}

/** The largest of `count` values from `first` on, `stride` apart. */
function largest(values: Float32Array, first: number, stride: number, count: number): number {
  let most = 0;
  for (let index = 0; index < count; index++) most = Math.max(most, values[first + index * stride]!);
  return most;
}
