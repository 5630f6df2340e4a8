/**
 * How alike two texts are: 1 − D / max(m, n), where m and n count their words and D is the least number of words to insert,
 * delete or replace. Words are compared in lower case; a mark of punctuation is a word, and so is each character of the
 * scripts that write without spaces.
 */

const words = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_]/gu;

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(words) ?? [];
}

/**
 * The least number of words to insert, delete or replace (Levenshtein).
 *
 * @param most further on it only matters that it is more: then `most + 1`
 */
export function editDistance(a: ArrayLike<number>, b: ArrayLike<number>, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Int32Array.from({ length: b.length + 1 }, (_, column) => column);
  let current = new Int32Array(b.length + 1);
  for (let row = 1; row <= a.length; row++) {
    current[0] = row;
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const replaced = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      const cost = Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1);
      current[column] = cost;
      if (cost < least) least = cost;
    }
    // No path gets cheaper on its way down.
    if (least > most) return most + 1;
    [previous, current] = [current, previous];
  }
  return Math.min(previous[b.length]!, most + 1);
}
