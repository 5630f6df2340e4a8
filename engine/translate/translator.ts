import { beamSearch } from '../decode/beamSearch';
import { maxTargetLength, searchOptions } from '../decode/options';
import { PlaceholderConstraint } from '../decode/placeholders';
import type { SearchTask } from '../decode/sentenceSearch';
import { nextMacrotask } from '../macrotask';
import type { DecodeOptions, Translation } from '../protocol/result';
import { cancelledError } from '../protocol/rpc';
import type { SourceSentence } from '../tokenizer/sentenceEncoder';
import { joinSentences, sentenceResult, unchangedSentence, type SentenceResult } from './assemble';
import { batchByLength } from './batches';
import type { LoadedPack } from './loadedPack';

export interface TranslateHooks {
  readonly signal?: AbortSignal | undefined;
  /** Sentences done and in all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

interface Job {
  /** Index of the text. */
  readonly text: number;
  /** Index of the sentence in its text. */
  readonly index: number;
  readonly sentence: SourceSentence;
  /** Source subwords with EOS. */
  readonly sourceIds: readonly number[];
}

/** Translates each text on its own. Throws `cancelled` before the next decoder step once the signal is aborted. */
export async function translateTexts(
  pack: LoadedPack,
  texts: readonly string[],
  options: DecodeOptions,
  { signal, onProgress }: TranslateHooks,
): Promise<Translation[]> {
  const { eos } = pack.manifest.specialTokens;
  const sentences = texts.map((text) => pack.sentences.encode(text));
  const results: SentenceResult[][] = sentences.map((ofText, text) =>
    ofText.map((sentence) => unchangedSentence(texts[text]!, sentence)),
  );
  const jobs: Job[] = sentences.flatMap((ofText, text) =>
    ofText.flatMap((sentence, index) =>
      sentence.translatable ? [{ text, index, sentence, sourceIds: [...sentence.pieces.map(({ id }) => id), eos] }] : [],
    ),
  );
  const batches = batchByLength(
    jobs.map(({ sourceIds }) => sourceIds.length),
    pack.manifest.architecture.targetVocabulary,
  );
  let done = 0;
  for (const batch of batches) {
    const members = batch.map((job) => jobs[job]!);
    const decoded = await decodeBatch(pack, members, options, signal);
    members.forEach((job, i) => {
      const { text, index, sentence, sourceIds } = job;
      results[text]![index] = sentenceResult(
        texts[text]!,
        sentence,
        sourceIds,
        decoded[i]!,
        pack.targetTokenizer,
        pack.lexicon,
      );
    });
    done += members.length;
    onProgress?.(done, jobs.length);
  }
  return texts.map((text, i) => joinSentences(text, results[i]!, pack.manifest.targetLanguage));
}

/** Awaited before each decoder step: lets messages in, and throws `cancelled` once the signal is aborted. */
export function stepGuard(signal: AbortSignal | undefined): () => Promise<void> {
  return async () => {
    await nextMacrotask();
    if (signal?.aborted) throw cancelledError();
  };
}

/** What search needs to know of a sentence. */
export function searchTask({ manifest }: LoadedPack, sentence: SourceSentence, sourceIds: readonly number[]): SearchTask {
  const required = sentence.pieces.flatMap(({ id, protectedText }) => (protectedText === undefined ? [] : [id]));
  return {
    sourceIds,
    maxLength: maxTargetLength(manifest, sourceIds.length),
    constraint: new PlaceholderConstraint(manifest.placeholders, required),
  };
}

async function decodeBatch(pack: LoadedPack, jobs: readonly Job[], options: DecodeOptions, signal: AbortSignal | undefined) {
  const { manifest, session } = pack;
  const beforeStep = stepGuard(signal);
  await beforeStep();
  const model = await session.encode(jobs.map(({ sourceIds }) => sourceIds));
  const tasks = jobs.map(({ sentence, sourceIds }) => searchTask(pack, sentence, sourceIds));
  const hypotheses = await beamSearch(model, tasks, searchOptions(manifest, options), beforeStep);
  return hypotheses.map((nBest) => nBest[0]!);
}
