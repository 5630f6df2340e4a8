/** How sure the decoder was. No DOM. */
import type { PanelSentence } from '../engine/protocol/panelProtocol';

/** Translated words that the decoder gave less are marked in every drawing. */
export const unsureWord = 0.2;

/** Sentences whose words were given less on average are what *Low confidence only* lists. */
export const unsureSentence = 0.35;

export function isUnsure({ confidence }: Pick<PanelSentence, 'confidence'>, target: number): boolean {
  return (confidence[target] ?? 1) < unsureWord;
}

/** False for a sentence that was left out of a translation, or added to it: it has words on one side only. */
export function hasCounterpart({ sourceTokens, targetTokens }: Pick<PanelSentence, 'sourceTokens' | 'targetTokens'>): boolean {
  return sourceTokens.length > 0 && targetTokens.length > 0;
}

/**
 * Geometric mean of the probabilities of the sentence's subwords, 0 to 1; `score` is the mean of their logarithms. A
 * sentence without a counterpart has none.
 */
export function sentenceConfidence(sentence: Pick<PanelSentence, 'score' | 'sourceTokens' | 'targetTokens'>): number {
  return hasCounterpart(sentence) ? Math.exp(sentence.score) : 0;
}

/** Indices of the sentences that the list shows: all, or those of low confidence, and always the one that is drawn. */
export function listedSentences(sentences: readonly PanelSentence[], lowConfidenceOnly: boolean, selected: number): number[] {
  return [...sentences.keys()].filter(
    (index) => !lowConfidenceOnly || index === selected || sentenceConfidence(sentences[index]!) < unsureSentence,
  );
}

/** The listed sentence before (-1) or after (1) the one that is drawn, or undefined at the end of the list. */
export function neighbour(listed: readonly number[], selected: number, step: -1 | 1): number | undefined {
  return listed[listed.indexOf(selected) + step];
}
