/** From translations to what the alignment view draws. Pure. */
import type { PanelContent, PanelSentence } from '../engine/protocol/panelProtocol';
import type { PackInfo, SentenceTranslation, Span, Token, Translation } from '../engine/protocol/result';
import type { Passage } from './passages';

/** A drawn sentence's way back to the document. */
export interface SentenceOrigin {
  readonly passage: Passage;
  /** Where the sentence starts in the passage's text. */
  readonly start: number;
}

/** All sentences of all passages, in order; sentences without words are left out. */
export function panelContent(
  title: string,
  pack: PackInfo,
  passages: readonly Passage[],
  translations: readonly Translation[],
): { readonly content: PanelContent; readonly origins: readonly SentenceOrigin[] } {
  const drawn = passages.flatMap((passage, index) => {
    const translation = translations[index];
    return (translation?.sentences ?? [])
      .filter(({ sourceTokens, targetTokens }) => sourceTokens.length > 0 && targetTokens.length > 0)
      .map((sentence) => ({
        sentence: panelSentence(sentence, passage.text, translation?.target ?? ''),
        origin: { passage, start: sentence.source.start },
      }));
  });
  return {
    content: {
      title,
      sourceLanguage: pack.sourceLanguage,
      targetLanguage: pack.targetLanguage,
      pack: `${pack.id} ${pack.version}`,
      sentences: drawn.map(({ sentence }) => sentence),
      appliesTo: 'source',
    },
    origins: drawn.map(({ origin }) => origin),
  };
}

/** The part of the document that a span of a drawn sentence stands for. */
export function documentSpan({ passage, start }: SentenceOrigin, span: Span): Span {
  // The end is taken from the last character: one past it may already lie on the next line.
  const last = Math.max(span.start, span.end - 1);
  return { start: passage.toDocument(start + span.start), end: passage.toDocument(start + last) + (span.end > span.start ? 1 : 0) };
}

function panelSentence(sentence: SentenceTranslation, source: string, target: string): PanelSentence {
  const { alignment, attention, links, confidence, score } = sentence;
  return {
    source: source.slice(sentence.source.start, sentence.source.end),
    target: target.slice(sentence.target.start, sentence.target.end),
    sourceTokens: shift(sentence.sourceTokens, sentence.source.start),
    targetTokens: shift(sentence.targetTokens, sentence.target.start),
    alignment,
    attention,
    links,
    confidence,
    score,
  };
}

function shift(tokens: readonly Token[], by: number): Token[] {
  return tokens.map(({ text, start, end }) => ({ text, start: start - by, end: end - by }));
}
