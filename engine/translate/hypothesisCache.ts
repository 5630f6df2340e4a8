import type { Hypothesis, SearchOptions } from '../decode/sentenceSearch';
import type { SourceSentence } from '../tokenizer/sentenceEncoder';

/** What a Map's entry, a hypothesis and its arrays take besides their contents, in bytes: roughly, in V8. */
const entryOverhead = 500;

/**
 * Everything that decides a sentence's best hypothesis, in one string. What its protected spans stand for does not: those
 * texts, and the accents of copied words, come in when the hypothesis is written.
 *
 * @param fingerprint of the pack
 * @param sourceIds source subwords with EOS
 */
export function hypothesisKey(
  fingerprint: string,
  { beamSize, lengthPenalty }: Pick<SearchOptions, 'beamSize' | 'lengthPenalty'>,
  sourceIds: readonly number[],
  terms: SourceSentence['terms'],
): string {
  return JSON.stringify([fingerprint, beamSize, lengthPenalty, sourceIds, terms.map(({ pieces, target, required }) => [pieces, target, required])]);
}

/**
 * The best hypotheses of sentences that were decoded, bit for bit as the search found them: those used last, as many as fit.
 * In memory only, since subwords are the user's text in other words.
 */
export class HypothesisCache {
  // A Map iterates in order of insertion: the first key is the one unused for longest.
  private readonly entries = new Map<string, Hypothesis>();
  private held = 0;

  /** @param capacity in bytes */
  constructor(private readonly capacity: number) {}

  /** Bytes of all entries, at most the capacity. */
  get bytes(): number {
    return this.held;
  }

  get(key: string): Hypothesis | undefined {
    const hypothesis = this.entries.get(key);
    if (!hypothesis) return undefined;
    this.entries.delete(key);
    this.entries.set(key, hypothesis);
    return hypothesis;
  }

  /** Keeps nothing that alone is larger than the capacity. */
  set(key: string, hypothesis: Hypothesis): void {
    this.delete(key);
    const size = sizeOf(key, hypothesis);
    if (size > this.capacity) return;
    this.entries.set(key, hypothesis);
    this.held += size;
    for (const oldest of this.entries.keys()) {
      if (this.held <= this.capacity) return;
      this.delete(oldest);
    }
  }

  private delete(key: string): void {
    const hypothesis = this.entries.get(key);
    if (!hypothesis) return;
    this.entries.delete(key);
    this.held -= sizeOf(key, hypothesis);
  }
}

/** In bytes: two per UTF-16 code unit, eight per number of an array that is not typed. */
function sizeOf(key: string, { ids, attention, logProbs }: Hypothesis): number {
  return entryOverhead + 2 * key.length + 8 * ids.length + attention.byteLength + logProbs.byteLength;
}
