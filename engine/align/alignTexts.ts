/** Existing translations with their evidence, by forced decoding in one direction or both. */
import { AlignLensError } from '../protocol/errors';
import { phrase } from '../protocol/phrase';
import type { AlignedPair, AlignedSentence, AlignRequest, Span, TextPair } from '../protocol/result';
import type { LoadedPack } from '../translate/loadedPack';
import { stepGuard, type TranslateHooks } from '../translate/translator';
import { alignSentences } from './beads';
import { combineDirections, type DirectionEvidence } from './combine';
import { decodeBeads, type SentencePair } from './direction';

/** Characters of one side of a pair: beyond this, forced decoding would run for minutes. */
const longestText = 100_000;

/** What the sides of a pair are cut into before they are aligned. */
interface Cut {
  readonly pair: number;
  readonly source: Span | undefined;
  readonly target: Span | undefined;
}

/**
 * Aligns each pair on its own, in order. Throws `pack-incompatible` when `reverse` does not translate back, `input-too-long`
 * and `cancelled`.
 */
export async function alignTexts(
  pack: LoadedPack,
  reverse: LoadedPack | undefined,
  { pairs, pretokenized = false }: AlignRequest,
  { signal, onProgress }: TranslateHooks,
): Promise<AlignedPair[]> {
  if (reverse) requireReverse(pack, reverse);
  pairs.forEach(requireLength);
  const cuts = pairs.flatMap((texts, pair) =>
    (pretokenized ? [wholePair(texts)] : sentencePairs(pack, texts)).map((spans): Cut => ({ pair, ...spans })),
  );
  const sentences = cuts.flatMap(({ pair, source, target }): SentencePair[] =>
    source && target ? [{ texts: pairs[pair]!, source, target, pretokenized }] : [],
  );
  const total = sentences.length * (reverse ? 2 : 1);
  const beforeStep = stepGuard(signal);
  const forward = await decodeBeads(pack, sentences, beforeStep, (done) => onProgress?.(done, total));
  const backward = reverse && (await decodeBeads(reverse, forward.map(flip), beforeStep, (done) => onProgress?.(sentences.length + done, total)));
  const aligned = forward.map((evidence, index) => combineDirections(evidence, backward?.[index]));
  let next = 0;
  const results: AlignedSentence[][] = pairs.map(() => []);
  for (const cut of cuts) {
    const own = results[cut.pair]!;
    own.push(cut.source && cut.target ? aligned[next++]! : unmatched(pairs[cut.pair]!, cut, own.at(-1)));
  }
  return pairs.map(({ source, target }, pair) => ({ source, target, sentences: results[pair]!, score: meanScore(results[pair]!) }));
}

/** The reverse direction reads the same words: the matrices then fit each other. */
function flip({ sentence: { texts, source, target }, sourceWords, targetWords }: DirectionEvidence): SentencePair {
  return {
    texts: { source: texts.target, target: texts.source },
    source: target,
    target: source,
    pretokenized: false,
    words: { source: targetWords, target: sourceWords },
  };
}

function wholePair({ source, target }: TextPair): Omit<Cut, 'pair'> {
  const whole = (text: string): Span | undefined => (text.trim() === '' ? undefined : { start: 0, end: text.length });
  return { source: whole(source), target: whole(target) };
}

function sentencePairs(pack: LoadedPack, { source, target }: TextPair): Omit<Cut, 'pair'>[] {
  const sources = pack.sentences.encode(source);
  const targets = pack.targetSentences.encode(target);
  const ids = (sentence: { readonly pieces: readonly { readonly id: number }[] }): number[] => sentence.pieces.map(({ id }) => id);
  const cover = (sentences: readonly { readonly span: Span }[], start: number, end: number): Span | undefined =>
    start < end ? { start: sentences[start]!.span.start, end: sentences[end - 1]!.span.end } : undefined;
  return alignSentences(sources.map(ids), targets.map(ids), pack.lexicon).map(({ sourceStart, sourceEnd, targetStart, targetEnd }) => ({
    source: cover(sources, sourceStart, sourceEnd),
    target: cover(targets, targetStart, targetEnd),
  }));
}

/**
 * A sentence that has no counterpart: one word over all of it, which nothing supports. On the other side it is an empty
 * span behind the sentence before.
 */
function unmatched({ source, target }: TextPair, cut: Cut, before: AlignedSentence | undefined): AlignedSentence {
  const token = (text: string, span: Span | undefined) => (span ? [{ ...span, text: text.slice(span.start, span.end) }] : []);
  const sourceTokens = token(source, cut.source);
  const targetTokens = token(target, cut.target);
  const behind = (span: Span | undefined): Span => ({ start: span?.end ?? 0, end: span?.end ?? 0 });
  return {
    source: cut.source ?? behind(before?.source),
    target: cut.target ?? behind(before?.target),
    sourceTokens,
    targetTokens,
    alignment: new Float32Array(0),
    attention: new Float32Array(0),
    links: [],
    confidence: new Float32Array(targetTokens.length),
    subwords: [],
    score: 0,
    sourceSupport: new Float32Array(sourceTokens.length),
    targetSupport: new Float32Array(targetTokens.length),
  };
}

/** Weighted by subwords with EOS; 0 where none was decoded. */
export function meanScore(sentences: readonly Pick<AlignedSentence, 'subwords' | 'score'>[]): number {
  const weight = ({ subwords }: Pick<AlignedSentence, 'subwords'>): number => (subwords.length > 0 ? subwords.length + 1 : 0);
  const count = sentences.reduce((sum, sentence) => sum + weight(sentence), 0);
  return count > 0 ? sentences.reduce((sum, sentence) => sum + sentence.score * weight(sentence), 0) / count : 0;
}

function requireReverse({ manifest: forward }: LoadedPack, { manifest: backward }: LoadedPack): void {
  if (backward.sourceLanguage === forward.targetLanguage && backward.targetLanguage === forward.sourceLanguage) return;
  throw new AlignLensError(
    'pack-incompatible',
    phrase('The pack {0} translates {1} → {2}, which is not the way back of {3} → {4}. Name another pack, or none.', backward.id, backward.sourceLanguage, backward.targetLanguage, forward.sourceLanguage, forward.targetLanguage),
  );
}

function requireLength({ source, target }: TextPair): void {
  const length = Math.max(source.length, target.length);
  if (length <= longestText) return;
  throw new AlignLensError('input-too-long', phrase('A text to align has {0} characters; the limit is {1}. Align its parts one by one.', length, longestText));
}
