/** Sentences of a translation in the user's words. Pure. */
import type { SentenceTranslation, Span, Token, Translation } from '../../engine/protocol/result';

/** The translation with other translations in the place of some of its sentences, by their index. */
export function withSentences(translation: Translation, others: ReadonlyMap<number, Translation>): Translation {
  let target = '';
  let position = 0;
  const sentences: SentenceTranslation[] = [];
  translation.sentences.forEach((sentence, index) => {
    target += translation.target.slice(position, sentence.target.start);
    position = sentence.target.end;
    const other = others.get(index);
    sentences.push(...(other ? other.sentences.map((part) => moved(part, sentence.source.start, target.length)) : [moved(sentence, 0, target.length - sentence.target.start)]));
    target += other ? other.target : translation.target.slice(sentence.target.start, sentence.target.end);
  });
  return { ...translation, target: target + translation.target.slice(position), sentences };
}

function moved(sentence: SentenceTranslation, inSource: number, inTarget: number): SentenceTranslation {
  return {
    ...sentence,
    source: shift(sentence.source, inSource),
    target: shift(sentence.target, inTarget),
    sourceTokens: sentence.sourceTokens.map((token) => shiftToken(token, inSource)),
    targetTokens: sentence.targetTokens.map((token) => shiftToken(token, inTarget)),
  };
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function shiftToken({ text, start, end }: Token, by: number): Token {
  return { text, start: start + by, end: end + by };
}
