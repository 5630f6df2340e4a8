/** A run of words, `[start, end)`, with the sum of their scores. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/**
 * The contiguous runs of largest sum that reach `threshold`, best first, without overlaps: each is the best of what the
 * ones before leave on its side of them (Kadane's maximum subarray).
 */
export function bestSegments(scores: readonly number[], threshold: number): Segment[] {
  const found: Segment[] = [];
  const open = [{ from: 0, to: scores.length }];
  for (let range = open.pop(); range; range = open.pop()) {
    const best = bestSegment(scores, range.from, range.to);
    if (!best || best.score < threshold) continue;
    found.push(best);
    open.push({ from: range.from, to: best.start }, { from: best.end, to: range.to });
  }
  return found.sort((a, b) => b.score - a.score);
}

/** Undefined where no score is positive. */
export function bestSegment(scores: readonly number[], from = 0, to = scores.length): Segment | undefined {
  let best: Segment | undefined;
  let start = from;
  let sum = 0;
  for (let index = from; index < to; index++) {
    if (sum <= 0) {
      sum = 0;
      start = index;
    }
    sum += scores[index]!;
    if (sum > (best?.score ?? 0)) best = { start, end: index + 1, score: sum };
  }
  return best;
}
