/** Questions asked of the matrices of one sentence, or one line of a summary. No DOM. */
import type { PanelSentence } from '../engine/protocol/panelProtocol';

export type AlignedWords = Pick<PanelSentence, 'sourceTokens' | 'targetTokens' | 'alignment' | 'attention'>;

export type Evidence = 'alignment' | 'attention';
export type Side = 'source' | 'target';

/** One word of the drawn sentence. */
export interface WordRef {
  readonly side: Side;
  readonly index: number;
}

/** A word of the other side with the weight that joins it to the word asked about. */
export interface Partner {
  readonly index: number;
  /** Between 0 and 1: cell of the matrix. */
  readonly weight: number;
}

/** Weights below this are neither drawn nor listed: under half a per cent of nothing to see. */
export const visibleWeight = 0.03;

export function otherSide(side: Side): Side {
  return side === 'source' ? 'target' : 'source';
}

export function tokensOf(sentence: AlignedWords, side: Side): AlignedWords['sourceTokens'] {
  return side === 'source' ? sentence.sourceTokens : sentence.targetTokens;
}

/** The cell `[target][source]` of the chosen matrix. */
export function weightAt(sentence: AlignedWords, evidence: Evidence, target: number, source: number): number {
  return sentence[evidence][target * sentence.sourceTokens.length + source] ?? 0;
}

/** The words joined to `word`, strongest first, without those too weak to see. */
export function partnersOf(sentence: AlignedWords, evidence: Evidence, word: WordRef): Partner[] {
  return tokensOf(sentence, otherSide(word.side))
    .map((_, index) => ({
      index,
      weight:
        word.side === 'source'
          ? weightAt(sentence, evidence, index, word.index)
          : weightAt(sentence, evidence, word.index, index),
    }))
    .filter(({ weight }) => weight >= visibleWeight)
    .sort((a, b) => b.weight - a.weight);
}

/** The source word that a target word takes its colour from; undefined when the sentence has no source words. */
export function strongestSource(sentence: AlignedWords, evidence: Evidence, target: number): number | undefined {
  return partnersOf(sentence, evidence, { side: 'target', index: target })[0]?.index;
}

export function formatWeight(weight: number): string {
  return `${Math.round(weight * 100)} %`;
}

/** One sentence for screen readers and the line under the drawing: `comment: 注释 62 %, 的 12 %`. */
export function describeWord(sentence: AlignedWords, evidence: Evidence, word: WordRef): string {
  const text = tokensOf(sentence, word.side)[word.index]?.text ?? '';
  const others = tokensOf(sentence, otherSide(word.side));
  const partners = partnersOf(sentence, evidence, word);
  if (partners.length === 0) return `${text}: no partner`;
  return `${text}: ${partners.map(({ index, weight }) => `${others[index]?.text ?? ''} ${formatWeight(weight)}`).join(', ')}`;
}
