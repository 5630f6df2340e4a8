import { phrase } from '../../protocol/phrase';
import { detectorWeights } from '../detector';
import type { Finding, LintPair } from '../finding';

/** Of fewer subwords the mean says little. */
export const leastSubwords = 10;

/** Sentences that the model finds unlikely as translations: wrong, very free, or not of its domain. */
export function lowConfidence({ aligned }: LintPair): Finding[] {
  return (aligned?.sentences ?? []).flatMap((sentence): Finding[] => {
    if (sentence.subwords.length < leastSubwords || sentence.score >= detectorWeights.unlikely) return [];
    const message = phrase('The model finds this unlikely as a translation of its source; read it again.');
    const { source, target, score } = sentence;
    // The unlikelier, the surer; at the limit it is open.
    const confidence = 1 / (1 + Math.exp(score - detectorWeights.unlikely));
    return [{ rule: 'low-confidence', severity: 'information', message, source, target, confidence }];
  });
}
