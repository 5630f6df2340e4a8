import type { Scores } from './shortlist';

/** Forbids what would write an n-gram twice behind `ids`. */
export function maskRepetitions(scores: Scores, ids: readonly number[], n: number): void {
  for (let at = 0; at + n <= ids.length; at++) {
    let same = 0;
    while (same < n - 1 && ids[at + same] === ids[ids.length - n + 1 + same]) same++;
    if (same === n - 1) scores.forbid(ids[at + n - 1]!);
  }
}
