import type { SalientWord, Summary, SummaryLine, Token } from '../protocol/result';
import { matrixRows, plainToken } from './json';

/** What `summarize` writes for a document; matrices are `[targetTokens][sourceTokens]`, rows sum to 1. */
export interface SummaryJson {
  /** The lines. */
  readonly summary: string;
  /** Extractive when every line is. */
  readonly mode: SummaryLine['mode'];
  /** Mean of the lines' scores. */
  readonly score: number;
  readonly salience: readonly SalientWord[];
  /** One for each line. */
  readonly alignment: readonly LineJson[];
}

interface LineJson extends Pick<SummaryLine, 'text' | 'mode' | 'reason'> {
  readonly sourceTokens: readonly Token[];
  readonly targetTokens: readonly Token[];
  readonly alignment: readonly (readonly number[])[];
  readonly attention: readonly (readonly number[])[];
}

export function toSummaryJson({ lines, salience }: Summary): SummaryJson {
  return {
    summary: lines.map(({ text }) => text).join('\n'),
    mode: lines.every(({ mode }) => mode === 'extractive') ? 'extractive' : 'abstractive',
    score: lines.reduce((sum, { score }) => sum + score, 0) / lines.length,
    salience: salience.map(({ start, end, weight }) => ({ start, end, weight })),
    alignment: lines.map(toLineJson),
  };
}

function toLineJson({ text, mode, reason, sourceTokens, targetTokens, alignment, attention }: SummaryLine): LineJson {
  const columns = sourceTokens.length;
  return {
    text,
    mode,
    ...(reason === undefined ? {} : { reason }),
    sourceTokens: sourceTokens.map(plainToken),
    targetTokens: targetTokens.map(plainToken),
    alignment: matrixRows(alignment, columns),
    attention: matrixRows(attention, columns),
  };
}
