/** Questions asked of the matrices of one sentence, or one line of a summary. No DOM. */
import type { PanelSentence } from '../engine/protocol/panelProtocol';
import { t } from './l10n';

export type AlignedWords = Pick<PanelSentence, 'sourceTokens' | 'targetTokens' | 'alignment' | 'attention'> &
  Partial<Pick<PanelSentence, 'confidence'>>;

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

/** The partners of every word of both sides, strongest first, without those too weak to see. */
export type PartnersOfSides = Readonly<Record<Side, readonly (readonly Partner[])[]>>;

/** Weights below this are neither drawn nor listed: under half a per cent of nothing to see. */
export const visibleWeight = 0.03;

/** Partners that one description names; a common word of a long text has hundreds. */
const mostNamed = 12;

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

/** One pass over each matrix, however often its words are asked for. */
const joined = new WeakMap<Float32Array, PartnersOfSides>();

/** `weights` is row-major `[target][source]`. */
export function partnersOfSides(weights: Float32Array, targets: number, sources: number): PartnersOfSides {
  const known = joined.get(weights);
  if (known?.target.length === targets && known.source.length === sources) return known;
  const target = Array.from({ length: targets }, (): Partner[] => []);
  const source = Array.from({ length: sources }, (): Partner[] => []);
  for (let t = 0; t < targets; t += 1) {
    for (let s = 0; s < sources; s += 1) {
      const weight = weights[t * sources + s] ?? 0;
      if (weight < visibleWeight) continue;
      target[t]!.push({ index: s, weight });
      source[s]!.push({ index: t, weight });
    }
  }
  for (const partners of [...target, ...source]) partners.sort((a, b) => b.weight - a.weight);
  const sides = { target, source };
  joined.set(weights, sides);
  return sides;
}

/** The words joined to `word`, strongest first, without those too weak to see. */
export function partnersOf(sentence: AlignedWords, evidence: Evidence, word: WordRef): readonly Partner[] {
  const { sourceTokens, targetTokens } = sentence;
  return partnersOfSides(sentence[evidence], targetTokens.length, sourceTokens.length)[word.side][word.index] ?? [];
}

/** The source word that a target word takes its colour from; undefined when the sentence has no source words. */
export function strongestSource(sentence: AlignedWords, evidence: Evidence, target: number): number | undefined {
  return partnersOf(sentence, evidence, { side: 'target', index: target })[0]?.index;
}

export function formatWeight(weight: number): string {
  return `${Math.round(weight * 100)} %`;
}

/** One sentence for screen readers and the line under the drawing: `注释 (probability 80 %): comment 62 %, the 12 %`. */
export function describeWord(sentence: AlignedWords, evidence: Evidence, word: WordRef): string {
  const named = nameOf(sentence, word);
  const others = tokensOf(sentence, otherSide(word.side));
  const partners = partnersOf(sentence, evidence, word);
  if (partners.length === 0) return t('{0}: no partner', named);
  const names = partners.slice(0, mostNamed).map(({ index, weight }) => `${shownWord(others[index]?.text ?? '')} ${formatWeight(weight)}`);
  const rest = partners.length - names.length;
  const list = names.join(', ');
  return rest > 0 ? t('{0}: {1} and {2} more', named, list, rest) : t('{0}: {1}', named, list);
}

function nameOf(sentence: AlignedWords, { side, index }: WordRef): string {
  const word = shownWord(tokensOf(sentence, side)[index]?.text ?? '');
  const probability = side === 'target' ? sentence.confidence?.[index] : undefined;
  return probability === undefined ? word : t('{0} (probability {1})', word, formatWeight(probability));
}

/** The word as a reader can see it: of one that has nothing to see, the code points. */
export function shownWord(text: string): string {
  return /^[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]*$/u.test(text)
    ? Array.from(text, (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
    : text;
}
