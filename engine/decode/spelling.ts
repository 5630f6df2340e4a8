import { bareLetters } from '../text/bareLetters';
import type { LatinSubword, LatinSubwords } from './latinSubwords';
import type { Scores, Shortlist } from './shortlist';
import type { WordConstraint } from './wordConstraint';

/** What may follow a word that has been begun. */
interface Next {
  /** Subwords with Latin letters. */
  readonly subwords: readonly number[];
  /** Whether the word may end here, so that anything else may follow. */
  readonly mayEnd: boolean;
  /** Whether it can only go on, as a name does: a word that has a capital in the source, or a compound behind its hyphen. */
  readonly isName: boolean;
}

/**
 * The constraint that keeps names as they are spelt, for targets written in other than Latin letters: what they hold in these is
 * copied, and a model that writes a rare name subword by subword sometimes takes a wrong one. Of words in Latin letters, a
 * hypothesis writes only those of its source: with the capitals they have there, but for the first letter, with or without accents
 * and the ending of a plural. A compound whose hyphen is written goes on as the source has it.
 */
export class SpellingConstraint implements WordConstraint {
  private readonly words: ReadonlySet<string>;
  private readonly names: readonly string[];
  /** Beginnings of words that subwords of the shortlist can bring to an end; known once a step was scored. */
  private beginnings: ReadonlySet<string> | undefined;
  private listed: readonly LatinSubword[] = [];
  private readonly known = new Map<string, Next>();

  /** @param words in Latin letters that the source holds, or that its translation must; compounds with hyphens beside their parts */
  constructor(
    private readonly subwords: LatinSubwords,
    words: readonly string[],
  ) {
    this.words = new Set(words.map(bareLetters).flatMap(singular).flatMap(cased));
    this.names = words.map(bareLetters).filter((word) => /\p{Lu}/u.test(word));
  }

  after(word: string, id: number): string {
    const subword = this.subwords.get(id);
    if (!subword) return this.subwords.isHyphen(id) && this.beginnings?.has(`${word}-`) ? `${word}-` : '';
    return subword.continues ? word + subword.head : subword.tail;
  }

  mask(scores: Scores, word: string): void {
    const beginnings = this.beginnings ?? this.read(scores.shortlist);
    // Another word can only have been given: it is ended as the model likes.
    if (word !== '' && !beginnings.has(word)) return;
    const { subwords, mayEnd, isName } = this.next(word);
    const kept = subwords.map((id) => scores.of(id));
    if (mayEnd) for (const { id } of this.listed) scores.forbid(id);
    else scores.values.fill(-Infinity);
    // To begin a name was the model's choice; that it does not know how it is spelt must not speak against it. For other words
    // it does: with them, the model may well have been about to write something else.
    const all = isName ? logSum(kept) : 0;
    subwords.forEach((id, index) => scores.set(id, kept[index]! - all));
  }

  private next(word: string): Next {
    let next = this.known.get(word);
    if (!next) {
      const mayEnd = this.isWhole(word);
      next = {
        subwords: this.listed.filter((subword) => this.allows(word, subword)).map(({ id }) => id),
        mayEnd,
        isName: !mayEnd && (word.includes('-') || (/^\p{Lu}/u.test(word) && this.names.some((name) => name.startsWith(word)))),
      };
      this.known.set(word, next);
    }
    return next;
  }

  private allows(word: string, { head, continues, inner, tail }: LatinSubword): boolean {
    if (continues) return this.beginnings!.has(word + head);
    return this.isWhole(word + head) && inner.every((whole) => this.words.has(whole)) && (tail === '' || this.beginnings!.has(tail));
  }

  private isWhole(word: string): boolean {
    return word === '' || this.words.has(word);
  }

  private read(shortlist: Shortlist): ReadonlySet<string> {
    this.listed = this.subwords.on(shortlist);
    // A compound is begun like its first part, so that a hyphen which the shortlist lacks does no harm.
    const parts = new Set([...this.listed.filter(({ continues }) => continues).map(({ head }) => head), '-']);
    const longest = Math.max(0, ...[...parts].map((part) => part.length));
    const beginnings = new Set<string>();
    for (const word of this.words) {
      const reaches = new Uint8Array(word.length + 1);
      reaches[word.length] = 1;
      for (let start = word.length; start > 0; start--) {
        for (let end = start + 1; reaches[start] === 0 && end <= Math.min(word.length, start + longest); end++) {
          if (reaches[end] === 1 && parts.has(word.slice(start, end))) reaches[start] = 1;
        }
        if (reaches[start] === 1) beginnings.add(word.slice(0, start));
      }
    }
    this.beginnings = beginnings;
    return beginnings;
  }
}

/** The word, and what it may be the plural of. */
function singular(word: string): string[] {
  if (word.length < 3 || !/s$/iu.test(word)) return [word];
  return [word, word.slice(0, -1), ...(/[sxz]es$/iu.test(word) ? [word.slice(0, -2)] : [])];
}

/** The word, and with its first letter large and small: it may begin a sentence on one side only. */
function cased(word: string): string[] {
  const rest = word.slice(1);
  return [word, word.charAt(0).toUpperCase() + rest, word.charAt(0).toLowerCase() + rest];
}

/** log Σ exp; 0 where nothing is possible. */
function logSum(values: readonly number[]): number {
  const most = Math.max(...values);
  return most === -Infinity ? 0 : most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
}
