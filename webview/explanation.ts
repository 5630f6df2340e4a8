/** Questions asked of an explanation. No DOM. */
import type { PanelSentence } from '../engine/protocol/panelProtocol';
import type { ExplainedStep, Explanation, ScoredHypothesis, Subword } from '../engine/protocol/explanation';
import type { Link, Token } from '../engine/protocol/result';
import { t } from './l10n';

/** A word with its subwords, or an EOS by itself; the subwords follow one another. */
export interface WordGroup {
  /** Index of the word in the sentence's tokens, -1 for none. */
  readonly word: number;
  readonly text: string;
  /** Half-open range of subwords. */
  readonly first: number;
  readonly end: number;
}

/** How much of a step's probability came from one source word's votes. */
export interface VoteShare extends WordGroup {
  /** 0 to 1; with `own`, the shares of all words sum to 1. */
  readonly share: number;
}

/** The softmax of energies with the numbers on the way, which a reader can check. */
export interface Softmax {
  readonly max: number;
  /** exp(e_i − max e), `[energies]`. */
  readonly exponentials: readonly number[];
  /** Σ_i exp(e_i − max e). */
  readonly sum: number;
  /** `[energies]`, sums to 1. */
  readonly weights: readonly number[];
}

/** What tells vectors apart at a glance. */
export interface VectorFacts {
  readonly mean: number;
  /** Euclidean. */
  readonly norm: number;
  readonly min: number;
  readonly max: number;
}

/** Posteriors from here on count as links between subwords. */
const linkThreshold = 0.4;

/** What EOS is called where its empty text would say nothing. */
export function endLabel(): string {
  return t('⟨end⟩');
}

/** A subword for reading: EOS has a name, and a space that belongs to it is seen. */
export function subwordLabel(text: string): string {
  return text === '' ? endLabel() : text.replaceAll(' ', '▁');
}

/** What a step wrote, as it stands in the text; as a piece of the vocabulary where it left nothing there. */
export function stepLabel({ targetSubwords, steps }: Explanation, index: number): string {
  const inText = targetSubwords[index]?.text ?? '';
  return subwordLabel(inText === '' ? (steps[index]?.text ?? '') : inText);
}

/** The subwords of each word together, in order. */
export function wordGroups(subwords: readonly Subword[]): WordGroup[] {
  const groups: { word: number; text: string; first: number; end: number; until: number }[] = [];
  subwords.forEach(({ word, text, start, end }, index) => {
    const last = groups.at(-1);
    if (last === undefined || word < 0 || word !== last.word) {
      groups.push({ word, text, first: index, end: index + 1, until: end });
      return;
    }
    // Byte pieces of one character share its span: its text is told once.
    last.text += text.slice(Math.max(0, last.until - start));
    last.until = Math.max(last.until, end);
    last.end = index + 1;
  });
  return groups.map(({ word, text, first, end }) => ({ word, text: text === '' ? endLabel() : text, first, end }));
}

/** The first step that wrote a target word; undefined for a word that no step wrote. */
export function stepOfWord({ targetSubwords }: Explanation, word: number): number | undefined {
  const step = targetSubwords.findIndex((subword) => subword.word === word);
  return step < 0 ? undefined : step;
}

/** Votes merged to source words, largest first. */
export function voteShares({ sourceSubwords }: Explanation, { votes }: Pick<ExplainedStep, 'votes'>): VoteShare[] {
  return wordGroups(sourceSubwords)
    .map((group) => ({ ...group, text: group.text.trim(), share: sum(votes.subarray(group.first, group.end)) }))
    .sort((a, b) => b.share - a.share);
}

/** The mean share of the LSTM's own over some steps: the rest came from votes. */
export function meanOwn({ steps }: Explanation, { first, end }: Pick<WordGroup, 'first' | 'end'>): number {
  return sum(steps.slice(first, end).map(({ own }) => own)) / (end - first);
}

export function softmax(energies: ArrayLike<number>): Softmax {
  const values = Array.from(energies);
  const max = values.reduce((largest, value) => Math.max(largest, value), -Infinity);
  const exponentials = values.map((value) => Math.exp(value - max));
  const total = sum(exponentials);
  return { max, exponentials, sum: total, weights: exponentials.map((value) => value / total) };
}

/** The row of a `[steps, source subwords]` matrix. */
export function rowOf({ sourceSubwords }: Explanation, matrix: Float32Array, step: number): Float32Array {
  return matrix.subarray(step * sourceSubwords.length, (step + 1) * sourceSubwords.length);
}

export function vectorFacts(values: Float32Array): VectorFacts {
  let [min, max, total, squares] = [Infinity, -Infinity, 0, 0];
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    total += value;
    squares += value * value;
  }
  return { mean: total / values.length, norm: Math.sqrt(squares), min, max };
}

/** Whether the hypothesis is the explained translation itself; EOS at its end says nothing. */
export function isPresent({ steps }: Explanation, { subwords }: ScoredHypothesis): boolean {
  const eos = steps.at(-1)?.id;
  const written = steps.slice(0, -1).map(({ id }) => id);
  const proposed = subwords.at(-1) === eos ? subwords.slice(0, -1) : subwords;
  return proposed.length === written.length && proposed.every((id, index) => id === written[index]);
}

/** The explained translation's text. What lies between its subwords is a space. */
export function presentText({ targetSubwords }: Explanation): string {
  return targetSubwords.reduce((written, { text, start }) => {
    const before = written.padEnd(start);
    return before + text.slice(before.length - start);
  }, '');
}

/**
 * The sentence with subwords in place of words, to be drawn as any sentence. EOS is left out on both sides and rows
 * are scaled to sum to 1 again; a row that lay on EOS alone becomes uniform. Subwords with a posterior of
 * `linkThreshold` are linked.
 */
export function subwordSentence(sentence: PanelSentence, explanation: Explanation): PanelSentence {
  const sourceTokens = explanation.sourceSubwords.slice(0, -1).map(asToken);
  const targetTokens = explanation.targetSubwords.slice(0, -1).map(asToken);
  const without = (matrix: Float32Array): Float32Array =>
    withoutEnd(matrix, targetTokens.length, explanation.sourceSubwords.length);
  const alignment = without(explanation.alignment);
  return {
    ...sentence,
    sourceTokens,
    targetTokens,
    alignment,
    attention: without(explanation.attention),
    links: linksOf(alignment, sourceTokens.length),
    confidence: Float32Array.from(explanation.steps.slice(0, -1), ({ probability }) => probability),
  };
}

/** `[rows + 1, columns]` → `[rows, columns - 1]`. */
function withoutEnd(matrix: Float32Array, rows: number, columns: number): Float32Array {
  const kept = new Float32Array(rows * (columns - 1));
  for (let row = 0; row < rows; row++) {
    const values = matrix.subarray(row * columns, (row + 1) * columns - 1);
    const total = sum(values);
    kept.set(total > 0 ? values.map((value) => value / total) : values.map(() => 1 / values.length), row * (columns - 1));
  }
  return kept;
}

function linksOf(alignment: Float32Array, columns: number): Link[] {
  return Array.from(alignment).flatMap((weight, cell) =>
    weight < linkThreshold ? [] : [{ source: cell % columns, target: Math.floor(cell / columns) }],
  );
}

/** Without the space that a subword of the vocabulary begins with, unless it is all there is. */
function asToken({ text, start, end }: Subword): Token {
  const bare = text.trim();
  if (bare === '') return { text, start, end };
  const from = start + text.indexOf(bare);
  return { text: bare, start: from, end: from + bare.length };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
