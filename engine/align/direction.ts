/** Forced decoding of sentence pairs in one direction, up to matrices between words. */
import { forcedDecode } from '../decode/forcedDecode';
import { AlignLensError } from '../protocol/errors';
import { phrase } from '../protocol/phrase';
import type { Span, TextPair, Token } from '../protocol/result';
import type { SourcePiece, SourceSentence } from '../tokenizer/sentenceEncoder';
import { batchByLength } from '../translate/batches';
import type { LoadedPack } from '../translate/loadedPack';
import type { DirectionEvidence } from './combine';
import { lexicalSupport } from './lexicalSupport';
import { mergeMatrix, mergeMean } from './merge';
import { alignmentPosterior } from './posterior';
import { mergeWords, type Words } from './words';

/** Subwords of one side of a sentence pair. */
const longestSentence = 1000;

/** A source sentence and its translation as parts of two texts. */
export interface SentencePair {
  readonly texts: TextPair;
  readonly source: Span;
  readonly target: Span;
  /** Words are what white space separates. */
  readonly pretokenized: boolean;
  /** Words that are known already; they come before any other rule. */
  readonly words?: { readonly source: readonly Token[]; readonly target: readonly Token[] };
}

/** One side of a pair as a decoder or encoder reads it. */
interface Side {
  /** Without EOS. */
  readonly ids: readonly number[];
  readonly words: Words;
}

/** Evidence of each pair, in order. `onProgress` counts pairs. */
export async function decodeBeads(
  pack: LoadedPack,
  pairs: readonly SentencePair[],
  beforeStep: () => Promise<void>,
  onProgress: (done: number) => void,
): Promise<DirectionEvidence[]> {
  const { eos } = pack.manifest.specialTokens;
  const sides = pairs.map((pair) => encodePair(pack, pair));
  const results: DirectionEvidence[] = [];
  let done = 0;
  for (const batch of batchByLength(sides.map(({ source }) => source.ids.length + 1), pack.manifest.architecture.targetVocabulary)) {
    await beforeStep();
    const members = batch.map((index) => sides[index]!);
    const model = await pack.session.encode(members.map(({ source }) => [...source.ids, eos]));
    const forced = await forcedDecode(model, members.map(({ target }) => target.ids), pack.manifest.specialTokens, beforeStep);
    batch.forEach((index, n) => {
      const { source, target } = sides[index]!;
      const sourceIds = [...source.ids, eos];
      const { logProbs, attention } = forced[n]!;
      const own = columnsOf(attention, target.ids.length, model.sourceLength, sourceIds.length);
      const posterior = alignmentPosterior(own, target.ids, sourceIds, pack.lexicon);
      results[index] = {
        sentence: pairs[index]!,
        sourceWords: source.words.tokens,
        targetWords: target.words.tokens,
        alignment: mergeMatrix(posterior, sourceIds.length, target.words, source.words),
        attention: mergeMatrix(own, sourceIds.length, target.words, source.words),
        confidence: mergeMean(logProbs, target.words).map(Math.exp),
        subwords: target.ids,
        score: logProbs.reduce((sum, logProb) => sum + logProb, 0) / logProbs.length,
        ...(pack.lexicon ? { lexical: lexicalSupport(pack.lexicon, source.ids, target.ids, source.words, target.words) } : {}),
      };
    });
    done += batch.length;
    onProgress(done);
  }
  return results;
}

/** The first rows and columns of a padded matrix. */
function columnsOf(matrix: Float32Array, rows: number, width: number, columns: number): Float32Array {
  const own = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) own.set(matrix.subarray(row * width, row * width + columns), row * columns);
  return own;
}

function encodePair(pack: LoadedPack, { texts, source, target, pretokenized, words }: SentencePair): { source: Side; target: Side } {
  const sourceWords = words?.source ?? (pretokenized ? spacedWords(texts.source, source) : undefined);
  const targetWords = words?.target ?? (pretokenized ? spacedWords(texts.target, target) : undefined);
  const read = pack.sentences.encodeWhole(texts.source, source, sourceWords);
  const written = pack.targetSentences.encodeWhole(texts.target, target, targetWords, { names: pack.sentences.names(texts.source, source) });
  requireLength(Math.max(read.pieces.length, written.pieces.length));
  return {
    source: { ids: read.pieces.map(({ id }) => id), words: wordsOf(read, texts.source, sourceWords) },
    target: { ids: targetIds(pack, read.pieces, written.pieces), words: wordsOf(written, texts.target, targetWords) },
  };
}

/** What is one sentence by the caller's word may have any length; the lexicon's dense rows for it may not. */
function requireLength(subwords: number): void {
  if (subwords <= longestSentence) return;
  throw new AlignLensError('input-too-long', phrase('A sentence to align has {0} subwords; the limit is {1}. Split it in two.', subwords, longestSentence));
}

function spacedWords(text: string, { start, end }: Span): Token[] {
  return [...text.slice(start, end).matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: start + index,
    end: start + index + word.length,
  }));
}

function wordsOf({ pieces }: SourceSentence, text: string, given: readonly Token[] | undefined): Words {
  const wordPieces = pieces.map(({ span, protectedText }) => ({ span, isProtected: protectedText !== undefined }));
  if (!given) return mergeWords(wordPieces, text);
  let word = 0;
  const wordOfPiece = Int32Array.from(wordPieces, ({ span }) => {
    // By its end: a piece may begin with the space before its word.
    while (word < given.length - 1 && given[word]!.end < span.end) word++;
    return given.length > 0 && given[word]!.start < span.end ? word : -1;
  });
  const heldBy = Int32Array.from(given, (own, index) => {
    if (wordOfPiece.includes(index)) return index;
    const piece = wordPieces.findIndex(({ span }) => span.start <= own.start && own.end <= span.end);
    return wordOfPiece[piece] ?? index;
  });
  return { tokens: given, wordOfPiece, heldBy };
}

/**
 * Target subwords for the decoder: a protected span takes the placeholder of the same text in the source, as a
 * translation would; one that the source lacks takes a placeholder that is free.
 */
function targetIds({ manifest }: LoadedPack, source: readonly SourcePiece[], target: readonly SourcePiece[]): number[] {
  const { kinds, perKind, firstId } = manifest.placeholders;
  const open = source.filter(({ protectedText }) => protectedText !== undefined);
  const taken = new Set(open.map(({ id }) => id));
  return target.map(({ id, protectedText }) => {
    if (protectedText === undefined) return id;
    const match = open.findIndex((piece) => piece.protectedText === protectedText);
    if (match >= 0) return open.splice(match, 1)[0]!.id;
    const first = firstId + Math.floor((id - firstId) / perKind) * perKind;
    const ofKind = Array.from({ length: kinds.length > 0 ? perKind : 0 }, (_, index) => first + index);
    const free = ofKind.find((candidate) => !taken.has(candidate)) ?? id;
    taken.add(free);
    return free;
  });
}
