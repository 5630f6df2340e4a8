/** From translations to what the alignment view draws. Pure. */
import type { PanelContent, PanelSentence } from '../engine/protocol/panelProtocol';
import type { PackInfo, SentenceTranslation, Span, Token, Translation } from '../engine/protocol/result';
import type { Passage } from './passages';

/** A drawn sentence's way back to the document. */
export interface SentenceOrigin {
  readonly passage: Passage;
  /** Where the sentence starts in the passage's text. */
  readonly start: number;
  /** The passage's translation, and the sentence in it. */
  readonly translation: Translation;
  readonly sentence: SentenceTranslation;
}

/** All sentences of all passages, in order; sentences without words are left out. */
export function panelContent(
  title: string,
  pack: PackInfo,
  passages: readonly Passage[],
  translations: readonly Translation[],
  appliesTo: PanelContent['appliesTo'] = 'source',
): { readonly content: PanelContent; readonly origins: readonly SentenceOrigin[] } {
  const drawn = passages.flatMap((passage, index) => {
    const translation = translations[index];
    if (!translation) return [];
    return translation.sentences
      // A sentence that was left out of an existing translation, or added to it, has words on one side.
      .filter(({ sourceTokens, targetTokens }) => sourceTokens.length + targetTokens.length > 0)
      .map((sentence) => ({
        sentence: panelSentence(sentence, passage.text, translation.target),
        origin: { passage, start: sentence.source.start, translation, sentence },
      }));
  });
  return {
    content: {
      title,
      sourceLanguage: pack.sourceLanguage,
      targetLanguage: pack.targetLanguage,
      pack: `${pack.id} ${pack.version}`,
      sentences: drawn.map(({ sentence }) => sentence),
      appliesTo,
    },
    origins: drawn.map(({ origin }) => origin),
  };
}

/** The part of the document that a span of a drawn sentence stands for. */
export function documentSpan({ passage, start }: Pick<SentenceOrigin, 'passage' | 'start'>, span: Span): Span {
  const from = passage.toDocument(start + span.start);
  return { start: from, end: span.end > span.start ? passage.toDocument(start + span.end, 'end') : from };
}

/**
 * The drawn sentence that a cursor at an offset of the document stands in, and where in its source: the other way of
 * `documentSpan`. A cursor between two sentences stands in the one after it; one in a comment's decoration, behind the word before.
 *
 * @param origins one per sentence of the content
 */
export function sentenceAt(
  origins: readonly Pick<SentenceOrigin, 'passage' | 'start'>[],
  { sentences }: Pick<PanelContent, 'sentences'>,
  documentOffset: number,
): { readonly sentence: number; readonly offset: number } | undefined {
  let touched: { readonly sentence: number; readonly offset: number } | undefined;
  for (const [sentence, origin] of origins.entries()) {
    const { length } = sentences[sentence]?.source ?? '';
    const { start, end } = documentSpan(origin, { start: 0, end: length });
    if (documentOffset < start || documentOffset > end) continue;
    const offset = lastOffset(length, (candidate) => origin.passage.toDocument(origin.start + candidate) <= documentOffset);
    if (documentOffset < end) return { sentence, offset };
    touched ??= { sentence, offset: length };
  }
  return touched;
}

/** The largest offset up to `length` for which the condition holds: it holds for 0, and up to some offset. */
function lastOffset(length: number, holds: (offset: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A sentence of a translation as the view draws it, given both whole texts. */
export function panelSentence(sentence: SentenceTranslation, source: string, target: string): PanelSentence {
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
