import { editDistance, wordsOf } from './similarity';
import { normalised, unitKey, type Direction, type MemoryUnit } from './unit';

/** A unit for a text that is like its source, but not the same. */
export interface FuzzyMatch {
  readonly unit: MemoryUnit;
  /** Similarity as a whole percentage, rounded down; at most 99, since the texts differ in something. */
  readonly match: number;
}

/** Units, found by their source: the same text or the likest one. */
export class TranslationMemory {
  private readonly units = new Map<string, MemoryUnit>();
  private readonly indices = new Map<string, WordIndex>();

  get size(): number {
    return this.units.size;
  }

  /** In the order in which they were set. */
  all(): IterableIterator<MemoryUnit> {
    return this.units.values();
  }

  /** Takes the place of the unit with the same source and languages. */
  set(unit: MemoryUnit): void {
    this.delete(unit);
    this.units.set(unitKey(unit), unit);
    this.indexOf(unit).add(unit);
  }

  delete(unit: Pick<MemoryUnit, 'source' | 'sourceLanguage' | 'targetLanguage'>): void {
    const known = this.units.get(unitKey(unit));
    if (!known) return;
    this.units.delete(unitKey(unit));
    this.indexOf(known).delete(known);
  }

  /** The unit with this source, whatever its white space. */
  exact(source: string, { sourceLanguage, targetLanguage }: Direction): MemoryUnit | undefined {
    return this.units.get(unitKey({ source, sourceLanguage, targetLanguage }));
  }

  /**
   * The unit whose source is likest to a text without being the same.
   *
   * @param least similarity in percent, more than 0
   */
  similar(source: string, direction: Direction, least = 70): FuzzyMatch | undefined {
    return this.indices.get(directionKey(direction))?.likest(source, least);
  }

  private indexOf(direction: Direction): WordIndex {
    const key = directionKey(direction);
    let index = this.indices.get(key);
    if (!index) this.indices.set(key, (index = new WordIndex()));
    return index;
  }
}

function directionKey({ sourceLanguage, targetLanguage }: Direction): string {
  return `${sourceLanguage}\t${targetLanguage}`;
}

interface Entry {
  readonly unit: MemoryUnit;
  /** Ids of the words, in order. */
  readonly words: Int32Array;
}

interface Candidate {
  readonly entry: Entry;
  /** No edit makes them more alike than the words they share. */
  readonly bound: number;
}

/** Words of a text at most that is compared with others: the work grows with their square. */
const longestSimilar = 2000;

/** Units by the words of their sources. */
class WordIndex {
  private readonly ids = new Map<string, number>();
  /** Deleted entries leave a hole: their numbers stand in the postings. */
  private readonly entries: (Entry | undefined)[] = [];
  private readonly numbers = new Map<MemoryUnit, number>();
  /** Word and how often it stood before in its text → entries, so that repeated words count as often as they are there. */
  private readonly postings = new Map<string, number[]>();

  add(unit: MemoryUnit): void {
    const words = Int32Array.from(wordsOf(unit.source), (word) => this.idOf(word));
    const number = this.entries.push({ unit, words }) - 1;
    this.numbers.set(unit, number);
    for (const key of occurrences(words)) {
      const posting = this.postings.get(key);
      if (posting) posting.push(number);
      else this.postings.set(key, [number]);
    }
  }

  delete(unit: MemoryUnit): void {
    const number = this.numbers.get(unit);
    if (number === undefined) return;
    this.entries[number] = undefined;
    this.numbers.delete(unit);
  }

  likest(source: string, least: number): FuzzyMatch | undefined {
    // A word that no unit has stands for itself only.
    let unknown = -1;
    const words = Int32Array.from(wordsOf(source), (word) => this.ids.get(word) ?? unknown--);
    if (words.length > longestSimilar) return undefined;
    const same = normalised(source);
    let best: FuzzyMatch | undefined;
    for (const { entry, bound } of this.candidates(words, least / 100)) {
      if (best && bound * 100 < best.match + 1) break;
      if (normalised(entry.unit.source) === same) continue;
      const longest = Math.max(words.length, entry.words.length);
      const needed = Math.max(least, (best?.match ?? 0) + 1);
      const distance = editDistance(words, entry.words, Math.floor(longest * (1 - needed / 100) + 1e-9));
      const match = Math.min(99, Math.floor(100 * (1 - distance / longest) + 1e-9));
      if (match >= needed) best = { unit: entry.unit, match };
    }
    return best;
  }

  /** Entries that share enough words, the most promising first. */
  private candidates(words: Int32Array, least: number): Candidate[] {
    const shared = new Uint16Array(this.entries.length);
    for (const key of occurrences(words)) {
      for (const number of this.postings.get(key) ?? []) shared[number]!++;
    }
    const found: Candidate[] = [];
    for (let number = 0; number < shared.length; number++) {
      const entry = shared[number]! >= least * words.length ? this.entries[number] : undefined;
      if (!entry) continue;
      const bound = shared[number]! / Math.max(words.length, entry.words.length);
      if (bound >= least && words.length > 0) found.push({ entry, bound });
    }
    return found.sort((a, b) => b.bound - a.bound);
  }

  private idOf(word: string): number {
    let id = this.ids.get(word);
    if (id === undefined) this.ids.set(word, (id = this.ids.size));
    return id;
  }
}

function occurrences(words: Int32Array): string[] {
  const counts = new Map<number, number>();
  return Array.from(words, (word) => {
    const before = counts.get(word) ?? 0;
    counts.set(word, before + 1);
    return `${word} ${before}`;
  });
}
