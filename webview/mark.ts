/** What the reader points at in a drawing. No DOM. */
import type { PanelSentence } from '../engine/protocol/panelProtocol';
import type { Span } from '../engine/protocol/result';
import { describeWord, formatWeight, partnersOf, shownWord, weightAt, type Evidence, type WordRef } from './evidence';
import { t } from './l10n';

/** A word of either side; in the matrix also a pair of words, which is a cell. Indices into the sentence's tokens. */
export interface Mark {
  readonly source?: number;
  readonly target?: number;
}

export function markOf({ side, index }: WordRef): Mark {
  return side === 'source' ? { source: index } : { target: index };
}

/** The word that drawings without cells mark: of a pair, the translated word. */
export function wordOfMark({ source, target }: Mark): WordRef | undefined {
  if (target !== undefined) return { side: 'target', index: target };
  return source === undefined ? undefined : { side: 'source', index: source };
}

export function sameMark(a: Mark | undefined, b: Mark | undefined): boolean {
  return a?.source === b?.source && a?.target === b?.target;
}

/** The line under the drawing: of a pair `文件 ← file: 70 %`. */
export function describeMark(sentence: PanelSentence, evidence: Evidence, mark: Mark): string {
  const { source, target } = mark;
  if (source === undefined || target === undefined) {
    const word = wordOfMark(mark);
    return word ? describeWord(sentence, evidence, word) : '';
  }
  const pair = `${shownWord(sentence.targetTokens[target]?.text ?? '')} ← ${shownWord(sentence.sourceTokens[source]?.text ?? '')}`;
  const linked = sentence.links.some((link) => link.source === source && link.target === target);
  const probability = formatWeight(sentence.confidence[target] ?? 0);
  const weight = formatWeight(weightAt(sentence, evidence, target, source));
  return linked
    ? t('{0}: {1}, a pair · probability of the word {2}', pair, weight, probability)
    : t('{0}: {1} · probability of the word {2}', pair, weight, probability);
}

/**
 * The part of the source, as offsets into the sentence, that explains the mark: the source word itself, or the words
 * linked to a translated word. Undefined where nothing does.
 */
export function sourceSpan(sentence: PanelSentence, evidence: Evidence, { source, target }: Mark): Span | undefined {
  if (source !== undefined) return spanOf(sentence, [source]);
  if (target === undefined) return undefined;
  const strongest = partnersOf(sentence, evidence, { side: 'target', index: target })[0]?.index;
  const linked = new Set(sentence.links.filter((link) => link.target === target).map((link) => link.source));
  const first = strongest !== undefined && (linked.size === 0 || linked.has(strongest)) ? strongest : [...linked][0];
  if (first === undefined) return undefined;
  // Linked words that stand elsewhere would drag everything between them along.
  let [from, to] = [first, first];
  while (linked.has(from - 1)) from -= 1;
  while (linked.has(to + 1)) to += 1;
  return spanOf(sentence, [from, to]);
}

/** The source word at an offset into the sentence, or else the one that ends there. */
export function sourceWordAt({ sourceTokens }: PanelSentence, offset: number): number | undefined {
  const at = sourceTokens.findIndex(({ start, end }) => start <= offset && offset < end);
  const before = at >= 0 ? at : sourceTokens.findIndex(({ end }) => end === offset);
  return before >= 0 ? before : undefined;
}

function spanOf({ sourceTokens }: PanelSentence, words: readonly number[]): Span | undefined {
  const [first, last] = [sourceTokens[words[0] ?? -1], sourceTokens[words.at(-1) ?? -1]];
  return first && last && { start: first.start, end: last.end };
}
