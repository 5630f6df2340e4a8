import { AlignLensError } from '../protocol/errors';
import { phrase } from '../protocol/phrase';

/** Words in small Latin letters without accents, sorted: what translations of a pack are made of. */
export class WordList {
  private constructor(private readonly words: readonly string[]) {}

  /** @param words in any order */
  static of(words: Iterable<string>): WordList {
    return new WordList([...new Set(words)].sort());
  }

  /** Reads a file with a word per line. Throws `pack-damaged`; `name` (file and location) appears in the message. */
  static parse(content: Uint8Array, name: string): WordList {
    const words = new TextDecoder().decode(content).split('\n');
    const wrong = words.pop() !== '' || words.findIndex((word, i) => !/^[a-z]+$/u.test(word) || word <= (words[i - 1] ?? '')) >= 0;
    if (wrong) {
      throw new AlignLensError('pack-damaged', phrase('{0} is no sorted list of words. Copy or install the pack again.', name));
    }
    return new WordList(words);
  }

  has(word: string): boolean {
    return this.words[this.firstFrom(word)] === word;
  }

  hasBeginning(beginning: string): boolean {
    return this.words[this.firstFrom(beginning)]?.startsWith(beginning) ?? false;
  }

  *beginningWith(beginning: string): Generator<string> {
    for (let at = this.firstFrom(beginning); this.words[at]?.startsWith(beginning) === true; at++) yield this.words[at]!;
  }

  /** The index of the first word that is not less. */
  private firstFrom(word: string): number {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.words[middle]! < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
