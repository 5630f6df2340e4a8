import type { Lexicon } from '../pack/lexicon';
import { mergeMean } from './merge';
import type { Words } from './words';

/** What the lexicon alone says of the words of a sentence pair, wherever they stand; see `AlignedSentence`. */
export interface LexicalSupport {
  /** `[sourceWords]`: Σ_y L(y|x) over the target's subwords y, 0 to 1; mean over the word's subwords. */
  readonly source: Float32Array;
  /** `[targetWords]`: log (max_x L(y|x) + ε·u(y)) / u(y) over the source's subwords x, ≥ log ε; mean over the word's subwords. */
  readonly target: Float32Array;
}

type Likelihoods = Pick<Lexicon, 'likelihood' | 'floorOf' | 'unigram' | 'epsilon'>;

/** @param sourceIds, targetIds subwords without EOS */
export function lexicalSupport(
  lexicon: Likelihoods,
  sourceIds: readonly number[],
  targetIds: readonly number[],
  source: Words,
  target: Words,
): LexicalSupport {
  const distinct = [...new Set(targetIds)];
  const cover = Float32Array.from(sourceIds, (x) =>
    distinct.reduce((sum, y) => sum + lexicon.likelihood(y, x) - lexicon.floorOf(y), 0),
  );
  const gain = Float32Array.from(targetIds, (y) => {
    const best = sourceIds.reduce((most, x) => Math.max(most, lexicon.likelihood(y, x)), lexicon.floorOf(y));
    return Math.log(Math.max(best, Number.MIN_VALUE) / Math.max(lexicon.unigram[y] ?? 0, leastUnigram));
  });
  return { source: mergeMean(cover, source), target: mergeMean(gain, target) };
}

/** Subwords that the lexicon never saw have no frequency. */
const leastUnigram = 1e-6;
