import { beamSearch } from '../decode/beamSearch';
import { maxTargetLength, searchOptions } from '../decode/options';
import { PlaceholderConstraint } from '../decode/placeholders';
import type { Hypothesis, SearchTask, SentenceSearch } from '../decode/sentenceSearch';
import type { TermMatcher } from '../glossary/termMatcher';
import { nextMacrotask } from '../macrotask';
import type { DecodeOptions, TranslateRequest, Translation } from '../protocol/result';
import { cancelledError } from '../protocol/rpc';
import type { LetPass } from '../taskQueue';
import type { SourceSentence } from '../tokenizer/sentenceEncoder';
import { joinSentences, sentenceResult, unchangedSentence, withoutEvidence, type SentenceResult } from './assemble';
import { batchByLength, batchInOrder } from './batches';
import type { LoadedPack } from './loadedPack';
import { PartialTranslation } from './partialTranslation';
import { sentenceTerms, type SentenceTerms } from './terms';

export interface TranslateHooks {
  readonly signal?: AbortSignal | undefined;
  /** Sentences done and in all; of a long text, in all is an estimate at first. */
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

/** Sentences that are read ahead, to be decoded beside others of their length: what a text of any length has in memory. */
const mostRead = 512;
/** Milliseconds of reading after which messages are let in. */
const readingTime = 10;

/**
 * Translates each text on its own. Long texts are read and decoded part by part, so that no more is held than a part and
 * the results. Throws `cancelled` before the next decoder step, and while texts are read, once the signal is aborted.
 */
export async function translateTexts(
  pack: LoadedPack,
  request: Pick<TranslateRequest, 'texts' | 'options' | 'terms' | 'textOnly'>,
  { signal, onProgress, onPartial, letPass }: TranslateHooks,
): Promise<Translation[]> {
  const { texts, options = {}, terms = [], textOnly = false } = request;
  const { targetLanguage, architecture } = pack.manifest;
  const results: (SentenceResult | undefined)[][] = texts.map(() => []);
  const keep = (text: number, index: number, result: SentenceResult): void => {
    results[text]![index] = textOnly ? withoutEvidence(result) : result;
  };
  const reader = new JobReader(pack, texts, pack.matcher.for(terms), (text, index, sentence) => {
    if (sentence.translatable) results[text]![index] = undefined;
    else keep(text, index, unchangedSentence(texts[text]!, sentence));
  });
  const partial = onPartial && new PartialTranslation(texts[0] ?? '', targetLanguage, pack.targetTokenizer, results[0] ?? [], onPartial);
  const inOrder = partial !== undefined && texts.length === 1;
  const beforeStep = stepGuard(signal, letPass);
  let done = 0;
  for (let jobs = await reader.next(beforeStep); jobs.length > 0; jobs = await reader.next(beforeStep)) {
    for (const members of batchesOf(jobs, architecture.targetVocabulary, inOrder)) {
      const decoded = await decodeBatch(pack, members, options, beforeStep, partial);
      members.forEach(({ text, index, sentence, sourceIds, terms: ofSentence }, i) => {
        const lexicon = ofSentence?.lexicon ?? pack.lexicon;
        keep(text, index, sentenceResult(texts[text]!, sentence, sourceIds, decoded[i]!, pack.targetTokenizer, lexicon));
      });
      done += members.length;
      onProgress?.(done, Math.max(done, reader.total));
    }
  }
  return texts.map((text, i) => joinSentences(text, results[i]!.flatMap((result) => result ?? []), targetLanguage));
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

  /** The next jobs; none behind the last. `letIn` is awaited every few milliseconds. */
  async next(letIn: () => Promise<void>): Promise<Job[]> {
    const jobs: Job[] = [];
    let paused = performance.now();
    for (let step = this.sentences.next(); ; step = this.sentences.next()) {
      if (step.done === true) {
        this.readCharacters = this.characters;
        return jobs;
      }
      const { text, index, sentence } = step.value;
      if (sentence) this.hear(text, index, sentence);
      if (sentence?.translatable === true) {
        const sourceIds = [...sentence.pieces.map(({ id }) => id), this.pack.manifest.specialTokens.eos];
        jobs.push({ text, index, sentence, sourceIds, terms: sentenceTerms(this.pack, sentence, sourceIds) });
        this.jobs++;
        if (jobs.length === mostRead) return jobs;
      }
      if (performance.now() - paused < readingTime) continue;
      await letIn();
      paused = performance.now();
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
  const model = await session.encode(
    jobs.map(({ sourceIds }) => sourceIds),
    jobs.map(({ terms }) => terms?.lexicon.rowScales),
  );
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
