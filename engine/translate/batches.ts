/** Most sentences decoded side by side: more rows gain little and make the first result wait. */
const maxSentences = 16;
/** Most cells of the decoder's dense lexicon input `[N, S, V]`: 64 MB in float32. */
const maxVoteCells = 16_000_000;

/** Sentences decoded side by side where somebody reads along: few, so that the next one comes soon. */
const maxSentencesInOrder = 4;

/** Groups sentences in the order of the text, the first one alone: it is to come as soon as it can. */
export function batchInOrder(count: number): number[][] {
  const batches = count > 0 ? [[0]] : [];
  for (let start = 1; start < count; start += maxSentencesInOrder) {
    batches.push(Array.from({ length: Math.min(maxSentencesInOrder, count - start) }, (_, i) => start + i));
  }
  return batches;
}

/**
 * Groups sentences of like length, so that little of a batch is padding.
 *
 * @param lengths source subwords of each sentence
 * @param vocabulary columns of the lexicon input
 * @returns indices into `lengths`, batch by batch, short sentences first
 */
export function batchByLength(lengths: readonly number[], vocabulary: number): number[][] {
  const order = lengths.map((_, index) => index).sort((a, b) => lengths[a]! - lengths[b]! || a - b);
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const index of order) {
    const cells = (batch.length + 1) * lengths[index]! * vocabulary;
    if (batch.length > 0 && (batch.length === maxSentences || cells > maxVoteCells)) {
      batches.push(batch);
      batch = [];
    }
    batch.push(index);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
