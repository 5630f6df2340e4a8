/** The alignment as JSON, for programs; docs/alignment-json.md describes every key. */
import type { PanelContent, PanelSentence } from '../../engine/protocol/panelProtocol';
import type { Link, Token } from '../../engine/protocol/result';
import { rowsOf } from './rows';

/** Changes when a reader of the old form would misread the new one; new keys alone do not change it. */
export const jsonSchema = 1;

export interface AlignmentJson {
  readonly schema: typeof jsonSchema;
  readonly title: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly pack: string;
  readonly sentences: readonly SentenceJson[];
}

export interface SentenceJson {
  readonly source: string;
  readonly target: string;
  readonly score: number;
  readonly sourceTokens: readonly Token[];
  readonly targetTokens: readonly Token[];
  /** `[targetTokens][sourceTokens]`; rows sum to 1. */
  readonly alignment: readonly (readonly number[])[];
  readonly attention: readonly (readonly number[])[];
  readonly links: readonly Link[];
  /** `[targetTokens]` */
  readonly confidence: readonly number[];
}

/** One line of JSON: some of the content's sentences with all their evidence, unrounded. */
export function alignmentJson(
  { title, sourceLanguage, targetLanguage, pack }: Omit<PanelContent, 'sentences'>,
  sentences: readonly PanelSentence[],
): string {
  const json: AlignmentJson = {
    schema: jsonSchema,
    title,
    sourceLanguage,
    targetLanguage,
    pack,
    sentences: sentences.map(sentenceJson),
  };
  return `${JSON.stringify(json)}\n`;
}

function sentenceJson(sentence: PanelSentence): SentenceJson {
  const { source, target, score, sourceTokens, targetTokens, links } = sentence;
  const columns = sourceTokens.length;
  return {
    source,
    target,
    score,
    sourceTokens: sourceTokens.map(plainToken),
    targetTokens: targetTokens.map(plainToken),
    alignment: rowsOf(sentence.alignment, columns),
    attention: rowsOf(sentence.attention, columns),
    links: links.map((link) => ({ source: link.source, target: link.target })),
    confidence: [...sentence.confidence],
  };
}

function plainToken({ text, start, end }: Token): Token {
  return { text, start, end };
}
