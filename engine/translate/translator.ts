import { beamSearch } from '../decode/beamSearch';
import { maxTargetLength, searchOptions } from '../decode/options';
import { PlaceholderConstraint } from '../decode/placeholders';
import type { Hypothesis, SearchTask, SentenceSearch } from '../decode/sentenceSearch';
import { nextMacrotask } from '../macrotask';
import type { DecodeOptions, TranslateRequest, Translation } from '../protocol/result';
import { cancelledError } from '../protocol/rpc';
import type { LetPass } from '../taskQueue';
import type { SourceSentence } from '../tokenizer/sentenceEncoder';
import { joinSentences, sentenceResult, unchangedSentence, type SentenceResult } from './assemble';
import { batchByLength, batchInOrder } from './batches';
import type { LoadedPack } from './loadedPack';
import { PartialTranslation } from './partialTranslation';
import { sentenceTerms, termSubwords, type SentenceTerms } from './terms';

export interface TranslateHooks {
  readonly signal?: AbortSignal | undefined;
  /** Sentences done and in all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Hears of the first text's translation while it grows; of a request of one text, sentences come in its order then. */
  readonly onPartial?: ((text: string) => void) | undefined;
  /** Awaited between two decoder steps, while no session runs: lets more urgent work pass. */
  readonly letPass?: LetPass | undefined;
}

interface Job {
  /** Index of the text. */
  readonly text: number;
  /** Index of the sentence in its text. */
  readonly index: number;
  readonly sentence: SourceSentence;
  /** Source subwords with EOS. */
  readonly sourceIds: readonly number[];
  readonly terms: SentenceTerms | undefined;
}

/** Translates each text on its own. Throws `cancelled` before the next decoder step once the signal is aborted. */
export async function translateTexts(
  pack: LoadedPack,
  request: Pick<TranslateRequest, 'texts' | 'options' | 'terms'>,
  { signal, onProgress, onPartial, letPass }: TranslateHooks,
): Promise<Translation[]> {
  const { texts, options = {}, terms = [] } = request;
  const { targetLanguage } = pack.manifest;
  const matcher = pack.matcher.for(terms);
  const sentences = texts.map((text) => pack.sentences.encode(text, matcher));
  const results: (SentenceResult | undefined)[][] = sentences.map((ofText, text) =>
    ofText.map((sentence) => (sentence.translatable ? undefined : unchangedSentence(texts[text]!, sentence))),
  );
  const jobs = sentences.flatMap((ofText, text) => jobsOf(pack, ofText, text));
  const partial = onPartial && new PartialTranslation(texts[0] ?? '', targetLanguage, pack.targetTokenizer, results[0] ?? [], onPartial);
  const batches = batchesOf(jobs, pack.manifest.architecture.targetVocabulary, partial !== undefined && texts.length === 1);
  const beforeStep = stepGuard(signal, letPass);
  let done = 0;
  for (const members of batches) {
    const decoded = await decodeBatch(pack, members, options, beforeStep, partial);
    members.forEach(({ text, index, sentence, sourceIds, terms: ofSentence }, i) => {
      const lexicon = ofSentence?.lexicon ?? pack.lexicon;
      results[text]![index] = sentenceResult(texts[text]!, sentence, sourceIds, decoded[i]!, pack.targetTokenizer, lexicon);
    });
    done += members.length;
    onProgress?.(done, jobs.length);
  }
  return texts.map((text, i) => joinSentences(text, results[i]!.flatMap((result) => result ?? []), targetLanguage));
}

function jobsOf(pack: LoadedPack, sentences: readonly SourceSentence[], text: number): Job[] {
  return sentences.flatMap((sentence, index) => {
    if (!sentence.translatable) return [];
    const sourceIds = [...sentence.pieces.map(({ id }) => id), pack.manifest.specialTokens.eos];
    return [{ text, index, sentence, sourceIds, terms: sentenceTerms(pack, sentence, sourceIds) }];
  });
}

/**
 * Sentences to decode side by side. Those with terms keep to themselves: they have wider beams, and quantization lets
 * the sentences of a batch touch each other's last digits.
 */
function batchesOf(jobs: readonly Job[], vocabulary: number, inOrder: boolean): Job[][] {
  if (inOrder) return batchInOrder(jobs.length).map((batch) => batch.map((job) => jobs[job]!));
  const groups = [jobs.filter(({ terms }) => !terms), jobs.filter(({ terms }) => terms)];
  return groups.flatMap((group) => {
    const lengths = group.map(({ sourceIds }) => sourceIds.length);
    return batchByLength(lengths, vocabulary).map((batch) => batch.map((job) => group[job]!));
  });
}

/** Awaited before each decoder step: lets messages and more urgent work in, and throws `cancelled` once the signal is aborted. */
export function stepGuard(signal: AbortSignal | undefined, letPass?: LetPass): () => Promise<void> {
  return async () => {
    await nextMacrotask();
    await letPass?.();
    if (signal?.aborted) throw cancelledError();
  };
}

/** What search needs to know of a sentence. */
export function searchTask(
  { manifest }: LoadedPack,
  sentence: SourceSentence,
  sourceIds: readonly number[],
  terms: SentenceTerms | undefined,
): SearchTask {
  const required = sentence.pieces.flatMap(({ id, protectedText }) => (protectedText === undefined ? [] : [id]));
  return {
    sourceIds,
    // Room for terms that are longer in the target language than words commonly are.
    maxLength: maxTargetLength(manifest, sourceIds.length) + (terms?.guide.requiredLength ?? 0),
    constraint: new PlaceholderConstraint(manifest.placeholders, required),
    guide: terms?.guide,
  };
}

async function decodeBatch(
  pack: LoadedPack,
  jobs: readonly Job[],
  options: DecodeOptions,
  beforeStep: () => Promise<void>,
  partial: PartialTranslation | undefined,
): Promise<Hypothesis[]> {
  const { manifest, session } = pack;
  await beforeStep();
  const model = await session.encode(jobs.map(({ sourceIds }) => sourceIds), {
    rowScales: jobs.map(({ terms }) => terms?.lexicon.rowScales),
    shortlistWith: jobs.flatMap(({ terms }) => termSubwords(terms)),
  });
  const tasks = jobs.map(({ sentence, sourceIds, terms }) => searchTask(pack, sentence, sourceIds, terms));
  const afterStep = partial && ((searches: readonly SentenceSearch[]): void => partial.update(runningOf(jobs, searches)));
  const hypotheses = await beamSearch(model, tasks, searchOptions(manifest, options), beforeStep, afterStep);
  return hypotheses.map((nBest) => nBest[0]!);
}

/** The first text's sentences among those being decoded. */
function runningOf(jobs: readonly Job[], searches: readonly SentenceSearch[]) {
  return new Map(
    jobs.flatMap(({ text, index, sentence }, i) => (text === 0 ? [[index, { sentence, search: searches[i]! }] as const] : [])),
  );
}
