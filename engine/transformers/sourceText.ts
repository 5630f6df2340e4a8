/** Texts cut into what a model of Hugging Face's format translates at a time. */
import protectRules from '../../models/alignlens/protect.json';
import type { TermMatcher } from '../glossary/termMatcher';
import type { Span } from '../protocol/result';
import { letterOf } from '../text/letters';
import { normalise, type MappedText } from '../text/normalise';
import { createProtector } from '../text/protect';
import { splitSentences } from '../text/sentences';
import { findCut, trim } from '../tokenizer/lineWindow';
import { withoutSpans } from '../tokenizer/sentenceEncoder';

/** A part of a sentence: plain text, or text that passes through the translation as it is. */
export interface SentencePart {
  readonly text: string;
  readonly kept: boolean;
}

export interface PlainSentence {
  /** In the original text. */
  readonly span: Span;
  /** Normalised. */
  readonly text: string;
  /** The whole text, in order. */
  readonly parts: readonly SentencePart[];
  /** What is kept, in the original text. */
  readonly keptSpans: readonly Span[];
  /** False when no letter of the source language is outside of what is kept. */
  readonly translatable: boolean;
}

/** Packs are trained with these rules; other models know nothing of them, but their users expect the same. */
const protect = createProtector(protectRules);

/**
 * Sentences of `text` in order; a line break ends one, and so does a length that the model cannot read.
 *
 * @param fits whether a sentence is short enough
 * @param matcher finds the user's terms; those that are to be kept are
 */
export function plainSentences(text: string, language: string, fits: (sentence: string) => boolean, matcher?: TermMatcher): PlainSentence[] {
  const letter = letterOf(language);
  return [...text.matchAll(/[^\n\r\u2028\u2029]+/gu)].flatMap((line) => {
    const mapped = normalise(text, line.index, line.index + line[0].length);
    const found = protect(mapped.text);
    const terms = matcher?.match(mapped.text, found).filter(({ term }) => term.target === null) ?? [];
    const kept = [...found, ...terms].sort((a, b) => a.start - b.start);
    return splitSentences(mapped.text, kept)
      .flatMap((span) => shortened(mapped.text, span, kept, fits))
      .map((span) => plainSentence(mapped, span, kept, letter));
  });
}

function shortened(line: string, span: Span, kept: readonly Span[], fits: (sentence: string) => boolean): Span[] {
  const cut = fits(line.slice(span.start, span.end)) ? undefined : findCut(line, span, kept);
  if (cut === undefined) return [span];
  return [trim(line, span.start, cut), trim(line, cut, span.end)].flatMap((half) => (half ? shortened(line, half, kept, fits) : []));
}

function plainSentence(mapped: MappedText, span: Span, kept: readonly Span[], letter: RegExp): PlainSentence {
  const inside = kept.filter(({ start, end }) => start >= span.start && end <= span.end);
  const parts: SentencePart[] = [];
  let from = span.start;
  for (const { start, end } of inside) {
    parts.push({ text: mapped.text.slice(from, start), kept: false }, { text: mapped.text.slice(start, end), kept: true });
    from = end;
  }
  parts.push({ text: mapped.text.slice(from, span.end), kept: false });
  return {
    span: mapped.original(span.start, span.end),
    text: mapped.text.slice(span.start, span.end),
    parts: parts.filter(({ text }) => text !== ''),
    keptSpans: inside.map(({ start, end }) => mapped.original(start, end)),
    translatable: letter.test(withoutSpans(mapped.text, span, inside)),
  };
}
