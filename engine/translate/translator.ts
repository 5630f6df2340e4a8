import { beamSearch } from '../decode/beamSearch';
import { maxTargetLength, searchOptions } from '../decode/options';
import { PlaceholderConstraint } from '../decode/placeholders';
import type { Hypothesis, SearchOptions, SearchTask, SentenceSearch } from '../decode/sentenceSearch';
import type { TermMatcher } from '../glossary/termMatcher';
import { nextMacrotask } from '../macrotask';
import type { TranslateRequest, Translation } from '../protocol/result';
import { cancelledError } from '../protocol/rpc';
import type { LetPass } from '../taskQueue';
import type { SourceSentence } from '../tokenizer/sentenceEncoder';
import { SentenceJoiner, sentenceResult, sentenceText, unchangedSentence, unchangedText, type SentenceResult } from './assemble';
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

/** Sentences that are read ahead, to be decoded beside others of their length: what a text of any length has in memory. */
const mostRead = 512;
/** Milliseconds of work without a session after which messages are let in. */
const slice = 10;

/**
 * Translates each text on its own. Long texts are read and decoded part by part, so that no more is held than a part and
 * the results. A sentence that stands in a part several times, or that the cache has, is not decoded again. Throws
 * `cancelled` before the next decoder step, and while texts are read and results written, once the signal is aborted.
 */
export async function translateTexts(
  pack: LoadedPack,
  request: Pick<TranslateRequest, 'texts' | 'options' | 'terms' | 'textOnly'>,
  cache: HypothesisCache,
  { signal, onProgress, onPartial, letPass }: TranslateHooks,
): Promise<Translation[]> {
  const { texts, options = {}, terms = [], textOnly = false } = request;
  const { targetLanguage, architecture } = pack.manifest;
  const search = searchOptions(pack, options);
  const results: (SentenceResult | undefined)[][] = texts.map(() => []);
  const reader = new JobReader(pack, search, texts, pack.matcher.for(terms), (text, index, sentence) => {
    if (sentence.translatable) results[text]![index] = undefined;
    else results[text]![index] = textOnly ? unchangedText(texts[text]!, sentence) : unchangedSentence(texts[text]!, sentence);
  });
  const partial = onPartial && new PartialTranslation(texts[0] ?? '', targetLanguage, pack.targetTokenizer, results[0] ?? [], onPartial);
  const inOrder = partial !== undefined && texts.length === 1;
  const beforeStep = stepGuard(signal, letPass);
  const pause = inSlices(beforeStep);
  let done = 0;
  const finish = async (equal: Equal, hypothesis: Hypothesis): Promise<void> => {
    for (const { text, index, sentence, sourceIds, terms: ofSentence } of equal) {
      results[text]![index] = textOnly
        ? sentenceText(sentence, hypothesis, pack.targetTokenizer)
        : sentenceResult(texts[text]!, sentence, sourceIds, hypothesis, pack.targetTokenizer, ofSentence?.lexicon ?? pack.lexicon);
      done++;
      await pause();
    }
  };
  /** Finishes what is known or decoded, and gives the rest. */
  const settle = async (equals: readonly Equal[], decoded: readonly Hypothesis[] = []): Promise<Equal[]> => {
    // All of them before a pause: who passes between two steps may have the same sentences, and all are to read the same words.
    const hypotheses = equals.map(([{ key }], i) => {
      const known = cache.get(key);
      if (!known && decoded[i]) cache.set(key, decoded[i]);
      return known ?? decoded[i];
    });
    for (const [i, equal] of equals.entries()) if (hypotheses[i]) await finish(equal, hypotheses[i]);
    return equals.filter((_, i) => !hypotheses[i]);
  };
  for (let jobs = await reader.next(pause); jobs.length > 0; jobs = await reader.next(pause)) {
    const before = done;
    const open = await settle(equalJobs(jobs));
    if (done > before) onProgress?.(done, Math.max(done, reader.total));
    for (const batch of batchesOf(open, architecture.targetVocabulary, inOrder)) {
      const members = await settle(batch);
      if (members.length > 0) await settle(members, await decodeBatch(pack, members, search, beforeStep, partial));
      onProgress?.(done, Math.max(done, reader.total));
    }
  }
  const translations: Translation[] = [];
  for (const [text, source] of texts.entries()) {
    const joiner = new SentenceJoiner(source, targetLanguage);
    for (const result of results[text]!) {
      if (result) joiner.add(result);
      await pause();
    }
    translations.push(joiner.finish());
  }
  return translations;
}

/** `sentence` is missing where the reader pauses only. */
type Read = Pick<Job, 'text' | 'index'> & { readonly sentence: SourceSentence | undefined };

/** Reads texts into jobs, some at a time. */
class JobReader {
  private readonly sentences: Generator<Read>;
  private readonly characters: number;
  private jobs = 0;
  private readCharacters = 0;

  /** @param hear hears of every sentence, also of those that are no jobs */
  constructor(
    private readonly pack: LoadedPack,
    private readonly search: SearchOptions,
    private readonly texts: readonly string[],
    matcher: TermMatcher | undefined,
    private readonly hear: (text: number, index: number, sentence: SourceSentence) => void,
  ) {
    this.characters = texts.reduce((sum, { length }) => sum + length, 0);
    this.sentences = this.read(matcher);
  }

  /** Jobs in all: an estimate by length until everything is read. */
  get total(): number {
    return this.readCharacters === 0 ? this.jobs : Math.round((this.jobs * this.characters) / this.readCharacters);
  }

  /** The next jobs; none behind the last. `pause` is awaited between any two sentences. */
  async next(pause: () => Promise<void>): Promise<Job[]> {
    const jobs: Job[] = [];
    for (let step = this.sentences.next(); ; step = this.sentences.next()) {
      if (step.done === true) {
        this.readCharacters = this.characters;
        return jobs;
      }
      const { text, index, sentence } = step.value;
      if (sentence) this.hear(text, index, sentence);
      if (sentence?.translatable === true) {
        const sourceIds = [...sentence.pieces.map(({ id }) => id), this.pack.manifest.specialTokens.eos];
        const key = hypothesisKey(this.pack.fingerprint, this.search, sourceIds, sentence.terms);
        jobs.push({ text, index, sentence, sourceIds, terms: sentenceTerms(this.pack, sentence, sourceIds), key });
        this.jobs++;
        if (jobs.length === mostRead) return jobs;
      }
      await pause();
    }
  }

  private *read(matcher: TermMatcher | undefined): Generator<Read> {
    let before = 0;
    for (const [text, content] of this.texts.entries()) {
      let index = 0;
      for (const sentence of this.pack.sentences.read(content, matcher)) {
        yield { text, index, sentence };
        if (!sentence) continue;
        this.readCharacters = before + sentence.span.end;
        index++;
      }
      before += content.length;
    }
  }
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

/** Awaited between pieces of work that need no session: lets messages in as `letIn` does, once in some milliseconds. */
function inSlices(letIn: () => Promise<void>): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice) return;
    await letIn();
    since = performance.now();
  };
}

/** What search needs to know of a sentence. */
export function searchTask(
  { manifest, wordConstraints }: LoadedPack,
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
    words: wordConstraints.of(sentence),
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
    shortlistWith: jobs.flatMap(({ sentence, terms }) => [...termSubwords(terms), ...pack.wordConstraints.subwords(sentence)]),
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
