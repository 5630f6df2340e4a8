import { linksOf, linkThreshold } from '../align/links';
import { mergeMatrix, mergeMean } from '../align/merge';
import { alignmentPosterior, type Likelihood } from '../align/posterior';
import { mergeWords, type Words } from '../align/words';
import type { Hypothesis } from '../decode/sentenceSearch';
import type { SentenceTranslation, Span, Token, Translation } from '../protocol/result';
import { isCjk } from '../text/normalise';
import type { SourceSentence } from '../tokenizer/sentenceEncoder';
import { writeSentence } from '../tokenizer/sentenceText';
import type { SubwordTokenizer } from '../tokenizer/subwordTokenizer';
import { firstCharacter, lastCharacter, wantsSpace } from '../tokenizer/targetText';

/** A sentence's translation on its own: target offsets are into `text`. */
export interface SentenceResult {
  readonly text: string;
  readonly sourceSpan: Span;
  readonly sourceTokens: readonly Token[];
  readonly targetTokens: readonly Token[];
  readonly alignment: Float32Array;
  readonly attention: Float32Array;
  readonly confidence: Float32Array;
  /** Target subwords without EOS. */
  readonly ids: readonly number[];
  readonly logProb: number;
  /** Target subwords with EOS; 0 for a sentence that was passed through. */
  readonly subwords: number;
}

/** Text and word-level matrices of a decoded sentence. `source` is the text that the sentence's spans are into. */
export function sentenceResult(
  source: string,
  sentence: SourceSentence,
  sourceIds: readonly number[],
  hypothesis: Hypothesis,
  tokenizer: SubwordTokenizer,
  lexicon: Likelihood | undefined,
): SentenceResult {
  const target = writeSentence(hypothesis.ids, tokenizer, sentence);
  const sourceWords = wordsOf(source, sentence);
  const targetWords = mergeWords(target.pieces, target.text);
  const posterior = alignmentPosterior(hypothesis.attention, hypothesis.ids, sourceIds, lexicon);
  const columns = sourceIds.length;
  return {
    text: target.text,
    sourceSpan: sentence.span,
    sourceTokens: sourceWords.tokens,
    targetTokens: targetWords.tokens,
    alignment: mergeMatrix(posterior, columns, targetWords, sourceWords),
    attention: mergeMatrix(hypothesis.attention, columns, targetWords, sourceWords),
    confidence: mergeMean(hypothesis.logProbs, targetWords).map(Math.exp),
    ids: hypothesis.ids,
    logProb: hypothesis.logProb,
    subwords: hypothesis.ids.length + 1,
  };
}

/** A sentence without anything to translate: itself, each word aligned to itself. */
export function unchangedSentence(source: string, sentence: SourceSentence): SentenceResult {
  const { start, end } = sentence.span;
  const { tokens } = wordsOf(source, sentence);
  const identity = identityMatrix(tokens.length);
  return {
    text: source.slice(start, end),
    sourceSpan: sentence.span,
    sourceTokens: tokens,
    targetTokens: tokens.map((token) => shift(token, -start)),
    alignment: identity,
    attention: identity.slice(),
    confidence: new Float32Array(tokens.length).fill(1),
    ids: [],
    logProb: 0,
    subwords: 0,
  };
}

/** As `sentenceResult` where only the text is wanted: what that and the score need, and no more work than that. */
export function sentenceText(sentence: SourceSentence, { ids, logProb }: Hypothesis, tokenizer: SubwordTokenizer): SentenceResult {
  return { ...noEvidence, text: writeSentence(ids, tokenizer, sentence).text, sourceSpan: sentence.span, logProb, subwords: ids.length + 1 };
}

/** As `unchangedSentence` where only the text is wanted. */
export function unchangedText(source: string, { span }: SourceSentence): SentenceResult {
  return { ...noEvidence, text: source.slice(span.start, span.end), sourceSpan: span, logProb: 0, subwords: 0 };
}

const none = new Float32Array(0);
const noEvidence = { sourceTokens: [], targetTokens: [], alignment: none, attention: none, confidence: none, ids: [] };

/** `[size, size]`: each word is aligned to itself. */
export function identityMatrix(size: number): Float32Array {
  return Float32Array.from({ length: size ** 2 }, (_, cell) => (Math.floor(cell / size) === cell % size ? 1 : 0));
}

/** Joins the sentences of one text. */
export function joinSentences(source: string, results: readonly SentenceResult[], targetLanguage: string): Translation {
  const joiner = new SentenceJoiner(source, targetLanguage);
  for (const result of results) joiner.add(result);
  return joiner.finish();
}

/**
 * Joins the sentences of one text, one after the other. White space around them is the source's own, but for single blanks
 * between sentences, which follow the target language: none behind Chinese full-width punctuation, one after a Latin stop.
 */
export class SentenceJoiner {
  private readonly sentences: SentenceTranslation[] = [];
  private target = '';
  // Not `target`: to look at the end of a text that is put together from many pieces takes all of them.
  private before = '';
  private position = 0;
  private subwords = 0;
  private logProb = 0;

  constructor(
    private readonly source: string,
    private readonly targetLanguage: string,
  ) {}

  add(result: SentenceResult): void {
    this.target += gap(this.before, this.source.slice(this.position, result.sourceSpan.start), result.text, this.targetLanguage);
    const start = this.target.length;
    this.target += result.text;
    if (result.text.trim() !== '') this.before = result.text;
    this.position = result.sourceSpan.end;
    this.subwords += result.subwords;
    this.logProb += result.logProb;
    this.sentences.push({
      source: result.sourceSpan,
      target: { start, end: this.target.length },
      sourceTokens: result.sourceTokens,
      targetTokens: result.targetTokens.map((token) => shift(token, start)),
      alignment: result.alignment,
      attention: result.attention,
      links: linksOf(result.alignment, result.sourceTokens.length, linkThreshold),
      confidence: result.confidence,
      subwords: result.ids,
      score: result.subwords > 0 ? result.logProb / result.subwords : 0,
    });
  }

  finish(): Translation {
    const target = this.target + this.source.slice(this.position);
    return { source: this.source, target, sentences: this.sentences, score: this.subwords > 0 ? this.logProb / this.subwords : 0 };
  }
}

/**
 * What stands between two sentences of the translation where `original` stood in the source.
 *
 * @param before the last sentence's translation, empty for the first sentence of a text
 */
export function gap(before: string, original: string, after: string, targetLanguage: string): string {
  const between = before.trim() !== '' && !/[\n\r\u2028\u2029]/u.test(original);
  if (!between) return original;
  if (targetLanguage !== 'zh' && targetLanguage !== 'ja') return original === '' ? ' ' : original;
  if (wantsSpace(before, after)) return ' ';
  const last = lastCharacter(before);
  return isCjk(last) || isCjk(firstCharacter(after)) ? '' : original;
}

function wordsOf(source: string, sentence: SourceSentence): Words {
  const { pieces, span } = sentence;
  if (pieces.length === 0) {
    const word = { ...span, text: source.slice(span.start, span.end) };
    return { tokens: [word], wordOfPiece: new Int32Array(0) };
  }
  return mergeWords(
    pieces.map((piece) => ({ span: piece.span, isProtected: piece.protectedText !== undefined })),
    source,
  );
}

function shift(token: Token, by: number): Token {
  return { start: token.start + by, end: token.end + by, text: token.text };
}
