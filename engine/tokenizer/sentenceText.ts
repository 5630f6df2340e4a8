import type { Span } from '../protocol/result';
import { bareLetters } from '../text/bareLetters';
import type { SourceSentence } from './sentenceEncoder';
import type { SubwordTokenizer } from './subwordTokenizer';
import { writeTarget, type TargetPiece, type TargetText } from './targetText';

const word = /[\p{Script=Latin}\p{M}]+/gu;

type Copied = Pick<SourceSentence, 'pieces' | 'copies' | 'isInCapitals'>;

/** What each placeholder of the sentence stands for, by id. */
export function protectedTextsOf({ pieces }: Pick<SourceSentence, 'pieces'>): Map<number, string> {
  return new Map(pieces.flatMap(({ id, protectedText }) => (protectedText === undefined ? [] : [[id, protectedText] as const])));
}

/** The text of a sentence's translation; words that it copies from the source have their accents and capitals there. */
export function writeSentence(ids: readonly number[], tokenizer: SubwordTokenizer, sentence: Copied): TargetText {
  let target = writeTarget(ids, tokenizer, protectedTextsOf(sentence));
  const { copies = [], isInCapitals = false } = sentence;
  const written = (word: string): string => (isInCapitals ? bareLetters(word).toLowerCase() : bareLetters(word));
  const originals = new Map(copies.filter((copy) => written(copy) !== copy).map((copy) => [written(copy), copy]));
  if (originals.size === 0) return target;
  // From the end on, so that the places of what comes before stay.
  for (const span of wordsOf(target).reverse()) {
    const meant = originals.get(written(target.text.slice(span.start, span.end)));
    if (meant !== undefined) target = replaced(target, span, meant);
  }
  return target;
}

function wordsOf({ text, pieces }: TargetText): Span[] {
  const kept = pieces.filter(({ isProtected }) => isProtected).map(({ span }) => span);
  return [...text.matchAll(word)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => kept.every((span) => span.end <= start || end <= span.start));
}

/** The pieces share the letters of the new word out among them. */
function replaced({ text, pieces }: TargetText, { start, end }: Span, meant: string): TargetText {
  const [before, after] = [end - start, meant.length];
  const moved = (offset: number): number => {
    if (offset <= start) return offset;
    return offset >= end ? offset + after - before : start + Math.round(((offset - start) * after) / before);
  };
  const move = (piece: TargetPiece): TargetPiece => ({ ...piece, span: { start: moved(piece.span.start), end: moved(piece.span.end) } });
  return { text: text.slice(0, start) + meant + text.slice(end), pieces: pieces.map(move) };
}
