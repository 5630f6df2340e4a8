import type { WordList } from '../pack/wordList';
import type { LatinSubword, LatinSubwords } from './latinSubwords';
import type { Scores, Shortlist } from './shortlist';
import type { WordConstraint } from './wordConstraint';

/** Begun words whose continuations are remembered. */
const remembered = 5000;

/** What may follow a word that has been begun. */
interface Next {
  /** Subwords whose first letters go on with it. */
  readonly continuing: ReadonlySet<number>;
  readonly mayEnd: boolean;
}

/** Places on a shortlist. */
interface Listed {
  /** Subwords that begin with letters. */
  readonly heads: readonly number[];
  /** Subwords that begin with something else and then hold what is no word. */
  readonly never: readonly number[];
  /** The latter, and those of `heads` that begin no word. */
  readonly neverFirst: readonly number[];
}

/** How the words of a list are spelt in the subwords of a vocabulary. */
export class WordSpelling {
  private readonly known = new Map<string, Next | undefined>();
  private starting: ReadonlySet<number> | undefined;

  constructor(
    private readonly subwords: LatinSubwords,
    private readonly list: WordList,
  ) {}

  /** Undefined where no word begins so. */
  next(word: string): Next | undefined {
    if (!this.known.has(word)) {
      if (this.known.size >= remembered) this.known.clear();
      const lower = word.toLowerCase();
      this.known.set(word, this.list.hasBeginning(lower) ? this.read(lower) : undefined);
    }
    return this.known.get(word);
  }

  /** Subwords that begin with something else than a letter, and then hold nothing but words of the list and the beginning of one. */
  get starts(): ReadonlySet<number> {
    return (this.starting ??= new Set(this.subwords.all().flatMap((subword) => (subword.head === '' && this.mayFollow(subword) ? [subword.id] : []))));
  }

  private mayFollow({ inner, tail }: LatinSubword): boolean {
    return inner.every((word) => this.list.has(word.toLowerCase())) && this.list.hasBeginning(tail.toLowerCase());
  }

  private read(word: string): Next {
    const continuing = new Set<number>();
    const goesOn = (subword: LatinSubword): void => {
      const begun = word + subword.head.toLowerCase();
      if (subword.continues ? this.list.hasBeginning(begun) : this.list.has(begun) && this.mayFollow(subword)) continuing.add(subword.id);
    };
    const { byHead, longestHead } = this.subwords.heads;
    if (word === '') for (const subwords of byHead.values()) subwords.forEach(goesOn);
    else {
      // From the few words that begin so, not from the many subwords.
      const seen = new Set<string>();
      for (const whole of this.list.beginningWith(word)) {
        for (let end = word.length + 1; end <= Math.min(whole.length, word.length + longestHead); end++) {
          const head = whole.slice(word.length, end);
          if (!seen.has(head)) byHead.get(head)?.forEach(goesOn);
          seen.add(head);
        }
      }
    }
    return { continuing, mayEnd: word === '' || this.list.has(word) };
  }
}

/**
 * The constraint that keeps a translation from making words up: a small model joins subwords to what is no word of its language. In
 * Latin letters a hypothesis writes the words of its lists only, in whatever case. The shortlist has to hold the single letters, so
 * that each beginning of a word can be brought to an end.
 */
export class KnownWordsConstraint implements WordConstraint {
  private last: { readonly shortlist: Shortlist; readonly listed: Listed } | undefined;

  constructor(
    private readonly subwords: LatinSubwords,
    private readonly spellings: readonly WordSpelling[],
  ) {}

  after(word: string, id: number): string {
    const subword = this.subwords.get(id);
    if (!subword) return '';
    return subword.continues ? word + subword.head : subword.tail;
  }

  mask({ values, shortlist }: Scores, word: string): void {
    const { heads, never, neverFirst } = this.on(shortlist);
    if (word === '') {
      for (const place of neverFirst) values[place] = -Infinity;
      return;
    }
    const next = this.spellings.flatMap((spelling) => spelling.next(word) ?? []);
    const mayEnd = next.some((each) => each.mayEnd);
    const places = next.flatMap(({ continuing }) => Array.from(continuing, (id) => shortlist.places[id]!)).filter((place) => place >= 0);
    // What begins no word can only have been given, or the shortlist lacks letters: it is ended as the model likes.
    if (!mayEnd && places.length === 0) return;
    const kept = places.map((place) => values[place]!);
    if (mayEnd) {
      for (const place of heads) values[place] = -Infinity;
      for (const place of never) values[place] = -Infinity;
    } else {
      values.fill(-Infinity);
    }
    places.forEach((place, index) => (values[place] = kept[index]!));
  }

  private on(shortlist: Shortlist): Listed {
    if (this.last?.shortlist !== shortlist) this.last = { shortlist, listed: this.read(shortlist) };
    return this.last.listed;
  }

  private read(shortlist: Shortlist): Listed {
    const subwords = this.subwords.on(shortlist);
    const placesOf = (chosen: readonly LatinSubword[]): number[] => chosen.map(({ id }) => shortlist.places[id]!);
    const [heads, others] = [subwords.filter(({ head }) => head !== ''), subwords.filter(({ head }) => head === '')];
    const isIn = ({ id }: LatinSubword, sets: readonly ReadonlySet<number>[]): boolean => sets.some((ids) => ids.has(id));
    const starts = this.spellings.map((spelling) => spelling.starts);
    const firsts = this.spellings.map((spelling) => spelling.next('')!.continuing);
    const never = placesOf(others.filter((subword) => !isIn(subword, starts)));
    return { heads: placesOf(heads), never, neverFirst: [...never, ...placesOf(heads.filter((subword) => !isIn(subword, firsts)))] };
  }
}
