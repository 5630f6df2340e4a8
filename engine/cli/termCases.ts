/** Terms for the benchmark, taken from aligned references, and where they stand in a translation. */
import { TermMatcher } from '../glossary/termMatcher';
import { functionWords } from '../lint/functionWords';
import type { AlignedPair, AlignedSentence, PackInfo, SentenceTranslation, Span, Translation } from '../protocol/result';
import type { Term } from '../protocol/term';

/** A term with its translation. */
export interface TermPair {
  readonly source: string;
  readonly target: string;
}

export interface TermCase {
  readonly source: string;
  readonly reference: string;
  readonly plain: Translation;
  readonly terms: readonly TermPair[];
}

export interface TermPlace {
  /** How often the term's translation stands in the translation. */
  readonly occurrences: number;
  /** Whether the source word with the largest weight is one of the term's, for the first occurrence. */
  readonly aligned: boolean;
  readonly attended: boolean;
}

/** Terms of one sentence. */
const mostTerms = 2;
/** A capital inside a word is that of an identifier, which is protected. */
const english = /^[A-Za-z][a-z]{3,}(?: [A-Za-z][a-z]{3,})?$/u;
const chinese = /^\p{Script=Han}{2,6}$/u;

export function termCount(cases: readonly TermCase[]): number {
  return cases.reduce((sum, { terms }) => sum + terms.length, 0);
}

/**
 * Words of the source with other translations than the model's: what the alignment of both directions joins to each other and
 * to nothing else, one or two English words and two to six Chinese characters, once in their sentence each, no function
 * words, and the translation not in the model's own. The longest first.
 */
export function termsOf(aligned: AlignedPair, own: string, { sourceLanguage }: PackInfo): TermPair[] {
  const [sourcePattern, targetPattern] = sourceLanguage === 'en' ? [english, chinese] : [chinese, english];
  const pairs = aligned.sentences.flatMap((sentence) => componentsOf(sentence)).map(({ source, target }) => ({
    source: aligned.source.slice(source.start, source.end),
    target: aligned.target.slice(target.start, target.end).toLowerCase(),
  }));
  const usable = pairs.filter(({ source, target }) => {
    if (!sourcePattern.test(source) || !targetPattern.test(target)) return false;
    if ([source, target].some((text) => text.split(' ').some((word) => functionWords.has(word.toLowerCase())))) return false;
    const matches = new TermMatcher([{ source, target, required: true }], sourceLanguage).match(aligned.source, []);
    return matches.length === 1 && count(aligned.target, target) === 1 && count(own, target) === 0;
  });
  const sorted = usable.sort((a, b) => b.source.length - a.source.length);
  const apart = sorted.filter((pair, i) => sorted.slice(0, i).every((other) => !other.source.includes(pair.source) && !overlap(other.target, pair.target)));
  return apart.slice(0, mostTerms);
}

/** Runs of words on both sides that are linked to each other and to nothing else. */
function componentsOf({ sourceTokens, targetTokens, links }: AlignedSentence): { source: Span; target: Span }[] {
  const seen = new Set<number>();
  return links.flatMap(({ target: first }) => {
    if (seen.has(first)) return [];
    const targets = new Set([first]);
    const sources = new Set<number>();
    for (let size = 0; size < targets.size + sources.size; ) {
      size = targets.size + sources.size;
      for (const { source, target } of links) {
        if (!targets.has(target) && !sources.has(source)) continue;
        targets.add(target);
        sources.add(source);
      }
    }
    for (const target of targets) seen.add(target);
    const source = runOf([...sources]);
    const target = runOf([...targets]);
    if (!source || !target) return [];
    return [
      {
        source: { start: sourceTokens[source.start]!.start, end: sourceTokens[source.end]!.end },
        target: { start: targetTokens[target.start]!.start, end: targetTokens[target.end]!.end },
      },
    ];
  });
}

/** First and last of consecutive indices; undefined where one is missing. */
function runOf(indices: readonly number[]): Span | undefined {
  const [start, end] = [Math.min(...indices), Math.max(...indices)];
  return end - start + 1 === indices.length ? { start, end } : undefined;
}

/** Where a term's translation stands, and what the translation says it comes from. */
export function placeOf({ source, target }: TermPair, translation: Translation, language: string): TermPlace {
  const occurrences = count(translation.target, target);
  if (occurrences === 0) return { occurrences, aligned: false, attended: false };
  const start = translation.target.toLowerCase().indexOf(target.toLowerCase());
  const written = { start, end: start + target.length };
  const term: Term = { source, target, required: true };
  const places = new TermMatcher([term], language).match(translation.source, []);
  const sentence = translation.sentences.find((each) => overlaps(each.target, written));
  if (!sentence) return { occurrences, aligned: false, attended: false };
  const isTerm = (span: Span): boolean => places.some((place) => overlaps(place, span));
  return {
    occurrences,
    aligned: isTerm(mostWeighted(sentence, sentence.alignment, written)),
    attended: isTerm(mostWeighted(sentence, sentence.attention, written)),
  };
}

/** The source word that target words within a span have the largest weight for, all together. */
function mostWeighted({ sourceTokens, targetTokens }: SentenceTranslation, matrix: Float32Array, written: Span): Span {
  const width = sourceTokens.length;
  const sums = new Float64Array(width);
  targetTokens.forEach((token, t) => {
    if (overlaps(token, written)) for (let i = 0; i < width; i++) sums[i]! += matrix[t * width + i]!;
  });
  return sourceTokens[sums.indexOf(Math.max(...sums))]!;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function overlap(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

function count(text: string, part: string): number {
  return text.toLowerCase().split(part.toLowerCase()).length - 1;
}
