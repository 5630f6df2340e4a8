/** Which words of a summarized document are highlighted, and how strongly. Pure. */
import type { Span } from '../engine/protocol/result';
import { levelCount, salienceLevel } from '../engine/protocol/salienceLevel';
import type { SummarizedPart } from './summaryContent';
import { subjectSpan } from './summarySubjects';

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
