/** Sets what would write an n-gram twice behind `ids` to -∞ in the log-probabilities `[vocabulary]`. */
export function maskRepetitions(logProbs: Float32Array, ids: readonly number[], n: number): void {
  for (let at = 0; at + n <= ids.length; at++) {
    let same = 0;
    while (same < n - 1 && ids[at + same] === ids[ids.length - n + 1 + same]) same++;
    if (same === n - 1) logProbs[ids[at + n - 1]!] = -Infinity;
  }
}
