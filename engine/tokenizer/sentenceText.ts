import { editDistance } from '../memory/similarity';
import type { Span } from '../protocol/result';
import type { SourceSentence } from './sentenceEncoder';
import type { SubwordTokenizer } from './subwordTokenizer';
import { writeTarget, type TargetPiece, type TargetText } from './targetText';

const word = /[\p{Script=Latin}\p{M}]{4,}/gu;
/** Letters of a word that may be wrong, of all: a name that the model spells with other subwords is mostly right. */
const wrongLetters = 0.4;

type Copied = Pick<SourceSentence, 'pieces' | 'copies' | 'terms'>;

/** What each placeholder of the sentence stands for, by id. */
export function protectedTextsOf({ pieces }: Pick<SourceSentence, 'pieces'>): Map<number, string> {
  return new Map(pieces.flatMap(({ id, protectedText }) => (protectedText === undefined ? [] : [[id, protectedText] as const])));
}

/**
 * The text of a sentence's translation, with the words that it takes from the source spelt as there: the model writes rare
 * names subword by subword, and sometimes takes a wrong one (`Canariel` for `Canaries`). A word in Latin letters that the
 * source does not hold becomes the one that it is nearest to, if that is near enough and not in the translation already.
 */
export function writeSentence(ids: readonly number[], tokenizer: SubwordTokenizer, sentence: Copied): TargetText {
  let target = writeTarget(ids, tokenizer, protectedTextsOf(sentence));
  if (sentence.copies.length === 0) return target;
  const known = [...sentence.copies, ...sentence.terms.map((term) => term.target)].join('\n').toLowerCase();
  // From the end on, so that the places of what comes before stay.
  for (const { start, end } of wordsOf(target).reverse()) {
    const written = target.text.slice(start, end);
    if (known.includes(written.toLowerCase())) continue;
    const others = target.text.slice(0, start) + target.text.slice(end);
    const meant = nearest(written, sentence.copies.filter((copy) => !others.includes(copy)));
    if (meant !== undefined) target = replaced(target, { start, end }, meant);
  }
  return target;
}

function wordsOf({ text, pieces }: TargetText): Span[] {
  const kept = pieces.filter(({ isProtected }) => isProtected).map(({ span }) => span);
  return [...text.matchAll(word)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => kept.every((span) => span.end <= start || end <= span.start));
}

function nearest(written: string, copies: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const copy of copies) {
    if (copy[0]?.toLowerCase() !== written[0]?.toLowerCase()) continue;
    const most = Math.floor(wrongLetters * Math.max(copy.length, written.length));
    const distance = editDistance(codes(copy), codes(written), most);
    if (distance <= most && distance < least) [best, least] = [copy, distance];
  }
  return best;
}

function codes(text: string): number[] {
  return Array.from(text.toLowerCase(), (character) => character.codePointAt(0)!);
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
