import { beamSearch } from '../decode/beamSearch';
import { maxTargetLength, searchOptions } from '../decode/options';
import { PlaceholderConstraint } from '../decode/placeholders';
import type { Hypothesis, SearchOptions, SearchTask, SentenceSearch } from '../decode/sentenceSearch';
import { nextMacrotask } from '../macrotask';
import type { TranslateRequest, Translation } from '../protocol/result';
import { cancelledError } from '../protocol/rpc';
import type { LetPass } from '../taskQueue';
import type { SourceSentence } from '../tokenizer/sentenceEncoder';
import { joinSentences, sentenceResult, unchangedSentence, type SentenceResult } from './assemble';
import { batchByLength, batchInOrder } from './batches';
import { hypothesisKey, type HypothesisCache } from './hypothesisCache';
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
  /** Equal for sentences that have the same hypothesis. */
  readonly key: string;
}

/** Sentences with one key: the first is decoded for all. */
type Equal = readonly [Job, ...Job[]];

/**
 * Translates each text on its own. A sentence that stands there several times, or that the cache has, is not decoded again.
 * Throws `cancelled` before the next decoder step once the signal is aborted.
 */
export async function translateTexts(
  pack: LoadedPack,
  request: Pick<TranslateRequest, 'texts' | 'options' | 'terms'>,
  cache: HypothesisCache,
  { signal, onProgress, onPartial, letPass }: TranslateHooks,
): Promise<Translation[]> {
  const { texts, options = {}, terms = [] } = request;
  const { targetLanguage } = pack.manifest;
  const search = searchOptions(pack.manifest, options);
  const matcher = pack.matcher.for(terms);
  const sentences = texts.map((text) => pack.sentences.encode(text, matcher));
  const results: (SentenceResult | undefined)[][] = sentences.map((ofText, text) =>
    ofText.map((sentence) => (sentence.translatable ? undefined : unchangedSentence(texts[text]!, sentence))),
  );
  const jobs = sentences.flatMap((ofText, text) => jobsOf(pack, search, ofText, text));
  const partial = onPartial && new PartialTranslation(texts[0] ?? '', targetLanguage, pack.targetTokenizer, results[0] ?? [], onPartial);
  let done = 0;
  const finish = (equal: readonly Job[], hypothesis: Hypothesis): void => {
    for (const { text, index, sentence, sourceIds, terms: ofSentence } of equal) {
      const lexicon = ofSentence?.lexicon ?? pack.lexicon;
      results[text]![index] = sentenceResult(texts[text]!, sentence, sourceIds, hypothesis, pack.targetTokenizer, lexicon);
    }
    done += equal.length;
  };
  const isOpen = (equal: Equal): boolean => {
    const known = cache.get(equal[0].key);
    if (known) finish(equal, known);
    return !known;
  };
  const open = equalJobs(jobs).filter(isOpen);
  if (done > 0) onProgress?.(done, jobs.length);
  const beforeStep = stepGuard(signal, letPass);
  for (const batch of batchesOf(open, pack.manifest.architecture.targetVocabulary, partial !== undefined && texts.length === 1)) {
    // Who passed between two steps may have had the same sentences: then all read the same words.
    const members = batch.filter(isOpen);
    const decoded = members.length > 0 ? await decodeBatch(pack, members, search, beforeStep, partial) : [];
    members.filter(isOpen).forEach((equal) => {
      const hypothesis = decoded[members.indexOf(equal)]!;
      cache.set(equal[0].key, hypothesis);
      finish(equal, hypothesis);
    });
    onProgress?.(done, jobs.length);
  }
  return texts.map((text, i) => joinSentences(text, results[i]!.flatMap((result) => result ?? []), targetLanguage));
}

function jobsOf(pack: LoadedPack, search: SearchOptions, sentences: readonly SourceSentence[], text: number): Job[] {
  return sentences.flatMap((sentence, index) => {
    if (!sentence.translatable) return [];
    const sourceIds = [...sentence.pieces.map(({ id }) => id), pack.manifest.specialTokens.eos];
    const key = hypothesisKey(pack.fingerprint, search, sourceIds, sentence.terms);
    return [{ text, index, sentence, sourceIds, terms: sentenceTerms(pack, sentence, sourceIds), key }];
  });
}

/** In the order of their first sentences. */
function equalJobs(jobs: readonly Job[]): Equal[] {
  const byKey = new Map<string, [Job, ...Job[]]>();
  for (const job of jobs) {
    const equal = byKey.get(job.key);
    if (equal) equal.push(job);
    else byKey.set(job.key, [job]);
  }
  return [...byKey.values()];
}

/**
 * Sentences to decode side by side. Those with terms keep to themselves: they have wider beams, and quantization lets
 * the sentences of a batch touch each other's last digits.
 */
function batchesOf(open: readonly Equal[], vocabulary: number, inOrder: boolean): Equal[][] {
  if (inOrder) return batchInOrder(open.length).map((batch) => batch.map((member) => open[member]!));
  const groups = [open.filter(([{ terms }]) => !terms), open.filter(([{ terms }]) => terms)];
  return groups.flatMap((group) => {
    const lengths = group.map(([{ sourceIds }]) => sourceIds.length);
    return batchByLength(lengths, vocabulary).map((batch) => batch.map((member) => group[member]!));
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
  members: readonly Equal[],
  options: SearchOptions,
  beforeStep: () => Promise<void>,
  partial: PartialTranslation | undefined,
): Promise<Hypothesis[]> {
  const jobs = members.map(([first]) => first);
  await beforeStep();
  const model = await pack.session.encode(jobs.map(({ sourceIds }) => sourceIds), {
    rowScales: jobs.map(({ terms }) => terms?.lexicon.rowScales),
    shortlistWith: jobs.flatMap(({ terms }) => termSubwords(terms)),
  });
  const tasks = jobs.map(({ sentence, sourceIds, terms }) => searchTask(pack, sentence, sourceIds, terms));
  const afterStep = partial && ((searches: readonly SentenceSearch[]): void => partial.update(runningOf(members, searches)));
  const hypotheses = await beamSearch(model, tasks, options, beforeStep, afterStep);
  return hypotheses.map((nBest) => nBest[0]!);
}

/** The first text's sentences among those being decoded. */
function runningOf(members: readonly Equal[], searches: readonly SentenceSearch[]) {
  return new Map(
    members.flatMap((equal, i) =>
      equal.flatMap(({ text, index, sentence }) => (text === 0 ? [[index, { sentence, search: searches[i]! }] as const] : [])),
    ),
  );
}
