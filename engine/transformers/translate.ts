/** Translates with a model of Hugging Face's format; a pack of AlignLens says which words belong together. */
import { meanScore } from '../align/alignTexts';
import { combineDirections } from '../align/combine';
import { decodeBeads } from '../align/direction';
import { mergeWords } from '../align/words';
import { AlignLensError } from '../protocol/errors';
import type { SentenceTranslation, Span, Token, TranslateRequest, Translation } from '../protocol/result';
import { gap, identityMatrix } from '../translate/assemble';
import type { LoadedPack } from '../translate/loadedPack';
import { stepGuard, type TranslateHooks } from '../translate/translator';
import type { LoadedModel } from './loadedModel';
import { plainSentences, type PlainSentence } from './sourceText';

interface DoneSentence {
  readonly sentence: PlainSentence;
  readonly target: string;
}

/** A text with its translation, before the words are aligned. */
interface Written {
  readonly source: string;
  readonly target: string;
  readonly sentences: readonly { readonly sentence: PlainSentence; readonly target: Span }[];
}

/**
 * Translates each text on its own, sentence by sentence. Throws `cancelled` before the next run of a graph once the signal is
 * aborted.
 *
 * @param aligner for the same languages; without it there are no links
 */
export async function translateWithModel(
  loaded: LoadedModel,
  aligner: LoadedPack | undefined,
  { texts, terms = [] }: Pick<TranslateRequest, 'texts' | 'terms'>,
  { signal, onProgress, onPartial, letPass }: TranslateHooks,
): Promise<Translation[]> {
  const { info, matcher, model, maxSourceTokens, prefix } = loaded;
  const fits = (sentence: string): boolean => model.length(prefix + sentence) <= maxSourceTokens;
  const sentences = texts.map((text) => plainSentences(text, info.sourceLanguage, fits, matcher.for(terms)));
  const total = sentences.reduce((sum, ofText) => sum + ofText.length, 0);
  const beforeStep = stepGuard(signal, letPass);
  const written: Written[] = [];
  let count = 0;
  for (const [index, source] of texts.entries()) {
    const done: DoneSentence[] = [];
    for (const sentence of sentences[index]!) {
      await beforeStep();
      const original = source.slice(sentence.span.start, sentence.span.end);
      done.push({ sentence, target: sentence.translatable ? await translateSentence(loaded, sentence, beforeStep) : original });
      if (index === 0) onPartial?.(write(source, done, info.targetLanguage, false).target);
      onProgress?.(++count, total);
    }
    written.push(write(source, done, info.targetLanguage, true));
  }
  const translations: Translation[] = [];
  for (const text of written) translations.push(await withWords(text, aligner, beforeStep));
  return translations;
}

async function translateSentence({ model, prefix }: LoadedModel, { text, parts }: PlainSentence, beforeStep: () => Promise<void>): Promise<string> {
  const generate = async (plain: string): Promise<string> => {
    const source = prefix + plain;
    return (await model.generate(source, maxTargetLength(model.length(source)), beforeStep)).trim();
  };
  const whole = await generate(text);
  if (holdsAll(whole, parts)) return whole;
  // The model changed something that was to be kept: then what stands around it is translated on its own.
  const pieces: string[] = [];
  for (const part of parts) pieces.push(part.kept || !/\p{L}/u.test(part.text) ? part.text : await keepingSpace(part.text, generate));
  return pieces.join('');
}

/** Target subwords at most: as the packs of AlignLens have it. */
function maxTargetLength(sourceLength: number): number {
  return 2 * sourceLength + 10;
}

/** Numbers may be written as the target language writes them; all else that is kept stands in the translation as often as before. */
function holdsAll(translation: string, parts: PlainSentence['parts']): boolean {
  const kept = parts.filter((part) => part.kept && !/^[\d.,:]+$/u.test(part.text)).map((part) => part.text);
  let rest = translation;
  // Long ones first: a short one may be part of another.
  return kept.sort((a, b) => b.length - a.length).every((own) => {
    const found = rest.includes(own);
    // What does not occur in texts keeps what stands before and behind apart.
    rest = rest.replace(own, () => '\0');
    return found;
  });
}

async function keepingSpace(text: string, translate: (text: string) => Promise<string>): Promise<string> {
  const plain = text.trim();
  const start = text.indexOf(plain);
  return text.slice(0, start) + (await translate(plain)) + text.slice(start + plain.length);
}

/** Joins sentences as the packs of AlignLens do: white space around them is the source's own. */
function write(source: string, done: readonly DoneSentence[], targetLanguage: string, whole: boolean): Written {
  let target = '';
  let position = 0;
  const sentences = done.map(({ sentence, target: text }) => {
    target += gap(target, source.slice(position, sentence.span.start), text, targetLanguage);
    const start = target.length;
    target += text;
    position = sentence.span.end;
    return { sentence, target: { start, end: target.length } };
  });
  return { source, target: whole ? target + source.slice(position) : target, sentences };
}

async function withWords({ source, target, sentences }: Written, aligner: LoadedPack | undefined, beforeStep: () => Promise<void>): Promise<Translation> {
  const translated = sentences.filter(({ sentence, target: { start, end } }) => sentence.translatable && end > start);
  const aligned = aligner ? await align(aligner, { source, target, sentences: translated }, beforeStep) : [];
  const links = new Map(translated.map((one, index) => [one, aligned[index]]));
  const results = sentences.map((one) => links.get(one) ?? withoutLinks(source, target, one));
  return { source, target, sentences: results, score: meanScore(results) };
}

/** By forced decoding. A sentence that is too long for the pack goes without. */
async function align(pack: LoadedPack, { source, target, sentences }: Written, beforeStep: () => Promise<void>): Promise<(SentenceTranslation | undefined)[]> {
  const texts = { source, target };
  const pairs = sentences.map((one) => ({ texts, source: one.sentence.span, target: one.target, pretokenized: false }));
  try {
    const evidence = await decodeBeads(pack, pairs, beforeStep, () => undefined);
    return evidence.map((one) => {
      const { source: from, target: to, sourceTokens, targetTokens, alignment, attention, links, confidence, subwords, score } = combineDirections(one, undefined);
      return { source: from, target: to, sourceTokens, targetTokens, alignment, attention, links, confidence, subwords, score };
    });
  } catch (error) {
    if (!(error instanceof AlignLensError) || error.code !== 'input-too-long') throw error;
    const [only, ...others] = sentences;
    if (only && others.length === 0) return [undefined];
    const answers: (SentenceTranslation | undefined)[] = [];
    for (const one of sentences) answers.push(...(await align(pack, { source, target, sentences: [one] }, beforeStep)));
    return answers;
  }
}

/** A sentence that was not translated is aligned to itself; of another, nothing is known, and its matrices are of zeros. */
function withoutLinks(source: string, target: string, { sentence, target: written }: Written['sentences'][number]): SentenceTranslation {
  const sourceTokens = wordsOf(source, sentence.span, sentence.keptSpans);
  const same = !sentence.translatable;
  const by = written.start - sentence.span.start;
  const targetTokens = same ? sourceTokens.map(({ start, end, text }) => ({ start: start + by, end: end + by, text })) : wordsOf(target, written, []);
  const matrix = same ? identityMatrix(sourceTokens.length) : new Float32Array(sourceTokens.length * targetTokens.length);
  return {
    source: sentence.span,
    target: written,
    sourceTokens,
    targetTokens,
    alignment: matrix,
    attention: matrix.slice(),
    links: same ? sourceTokens.map((_, index) => ({ source: index, target: index })) : [],
    confidence: new Float32Array(targetTokens.length).fill(1),
    subwords: [],
    score: 0,
  };
}

/** Words as in translations of packs, of a text without subwords: its characters stand for them. */
function wordsOf(text: string, { start, end }: Span, kept: readonly Span[]): readonly Token[] {
  const pieces: { readonly span: Span; readonly isProtected: boolean }[] = [];
  for (let offset = start; offset < end; ) {
    const protectedSpan = kept.find((span) => span.start === offset);
    const next = protectedSpan?.end ?? offset + String.fromCodePoint(text.codePointAt(offset)!).length;
    pieces.push({ span: { start: offset, end: next }, isProtected: protectedSpan !== undefined });
    offset = next;
  }
  return mergeWords(pieces, text).tokens;
}
