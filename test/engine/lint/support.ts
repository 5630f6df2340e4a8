import type { AlignedPair, AlignedSentence, Token } from '../../../engine/protocol/result';
import { inEnglish } from '../../../engine/protocol/phrase';
import { lintPair, ruleIds, type Finding, type LintPair, type RuleId } from '../../../engine/lint';

/** An English and a Chinese text. */
export function pairOf(source: string, target: string, more: Partial<LintPair> = {}): LintPair {
  return { source, target, sourceLanguage: 'en', targetLanguage: 'zh', flags: [], glossary: [], ...more };
}

/** The findings of one rule. */
export function findings(rule: RuleId, source: string, target: string, more: Partial<LintPair> = {}): Finding[] {
  return lintPair(pairOf(source, target, more), new Set([rule]));
}

export const messages = (found: readonly Finding[]): string[] => found.map(({ message }) => inEnglish(message));

/** The target after the fixes of the findings. */
export function fixed(target: string, found: readonly Finding[]): string {
  return found
    .flatMap(({ fix }) => fix ?? [])
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((text, { span, text: inserted }) => text.slice(0, span.start) + inserted + text.slice(span.end), target);
}

export const allRules = new Set(ruleIds);

/** Words split at spaces; a word with an asterisk has no counterpart, the n-th other one is the n-th other one's. */
export function alignedBy(source: string, target: string): AlignedPair {
  const [own, other] = [wordsOf(source), wordsOf(target)];
  const partners = (words: readonly MarkedToken[]): MarkedToken[] => words.filter(({ alone }) => !alone);
  const links = partners(own).map((word, index) => ({ source: own.indexOf(word), target: other.indexOf(partners(other)[index]!) }));
  const alignment = new Float32Array(own.length * other.length);
  other.forEach((_, t) => {
    const link = links.find(({ target: at }) => at === t);
    for (let s = 0; s < own.length; s++) alignment[t * own.length + s] = link ? Number(link.source === s) : 1 / own.length;
  });
  const [sourceText, targetText] = [source, target].map((text) => text.replaceAll('*', '')) as [string, string];
  const sentence: AlignedSentence = {
    source: { start: 0, end: sourceText.length },
    target: { start: 0, end: targetText.length },
    sourceTokens: own.map(({ token }) => token),
    targetTokens: other.map(({ token }) => token),
    alignment,
    attention: alignment,
    links,
    confidence: Float32Array.from(other, ({ alone }) => (alone ? 1e-4 : 0.5)),
    subwords: Array.from({ length: 12 }, (_, index) => index),
    score: -1,
    sourceSupport: Float32Array.from(own, ({ alone }) => (alone ? 1 / own.length : 1)),
    targetSupport: Float32Array.from(other, ({ alone }) => (alone ? 1 / own.length : 1)),
    sourceCover: Float32Array.from(own, ({ alone }) => (alone ? 0 : 0.7)),
    targetGain: Float32Array.from(other, ({ alone }) => (alone ? -5 : 5)),
  };
  return { source: sourceText, target: targetText, sentences: [sentence], score: -1 };
}

interface MarkedToken {
  readonly token: Token;
  readonly alone: boolean;
}

function wordsOf(marked: string): MarkedToken[] {
  let offset = 0;
  return marked.split(' ').map((word) => {
    const text = word.replace('*', '');
    const start = offset;
    offset += text.length + 1;
    return { token: { start, end: start + text.length, text }, alone: word !== text };
  });
}
