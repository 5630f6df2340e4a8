/** How strongly each word of a summarized text is highlighted. Pure. */
import type { Span } from '../engine/protocol/result';
import type { SummarizedPart } from './summaryContent';
import { subjectSpan } from './summarySubjects';

/** As many as package.json contributes colours for. */
export const levelCount = 6;

/** Words with less of the strongest word's weight stay plain: a text that is marked everywhere says nothing. */
const leastShare = 0.06;

/**
 * Level 0 (faint) to `levelCount - 1` of a word, or undefined for none. The square root spreads the many small weights:
 * a quarter of the greatest weight is half as strong.
 */
export function salienceLevel(weight: number, greatest: number): number | undefined {
  if (greatest <= 0 || weight < leastShare * greatest) return undefined;
  const faintest = Math.sqrt(leastShare);
  const strength = (Math.sqrt(weight / greatest) - faintest) / (1 - faintest);
  return Math.min(levelCount - 1, Math.floor(strength * levelCount));
}

/** The words of each level as spans of the document; weights count within their own part. */
export function salienceSpans(parts: readonly SummarizedPart[]): Span[][] {
  const levels: Span[][] = Array.from({ length: levelCount }, () => []);
  for (const { subject, summary } of parts) {
    const greatest = summary.salience.reduce((most, { weight }) => Math.max(most, weight), 0);
    for (const word of summary.salience) {
      const level = salienceLevel(word.weight, greatest);
      if (level !== undefined) levels[level]!.push(subjectSpan(subject, word));
    }
  }
  return levels;
}
