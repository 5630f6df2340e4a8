import { bareLetters } from '../text/bareLetters';
import type { Shortlist } from './shortlist';

const letters = /\p{Script=Latin}+/gu;

/** A target subword that holds Latin letters, bare. */
export interface LatinSubword {
  readonly id: number;
  /** Letters that go on with the word before it; empty where the subword begins with something else. */
  readonly head: string;
  /** Whether `head` is all of it. */
  readonly continues: boolean;
  /** Words that begin and end inside. */
  readonly inner: readonly string[];
  /** The word that is begun at its end. */
  readonly tail: string;
}

interface Heads {
  readonly byHead: ReadonlyMap<string, readonly LatinSubword[]>;
  readonly longestHead: number;
}

/** Subwords of a target vocabulary by their Latin letters: what spelling constraints of a pack share. */
export class LatinSubwords {
  private readonly byId = new Map<number, LatinSubword>();
  private readonly hyphens = new Set<number>();
  private read: Heads | undefined;
  private last: { readonly shortlist: Shortlist; readonly subwords: readonly LatinSubword[] } | undefined;

  /** @param surfaceOf text of a subword with plain spaces; undefined for one without a text of its own */
  constructor(vocabulary: number, surfaceOf: (id: number) => string | undefined) {
    for (let id = 0; id < vocabulary; id++) {
      const surface = surfaceOf(id) ?? '';
      if (surface === '-') this.hyphens.add(id);
      const subword = latinSubword(id, bareLetters(surface));
      if (subword) this.byId.set(id, subword);
    }
  }

  get(id: number): LatinSubword | undefined {
    return this.byId.get(id);
  }

  isHyphen(id: number): boolean {
    return this.hyphens.has(id);
  }

  all(): LatinSubword[] {
    return [...this.byId.values()];
  }

  /** Those that begin with letters, by these in small ones. */
  get heads(): Heads {
    return (this.read ??= readHeads(this.byId.values()));
  }

  /** Sentences of a batch have one shortlist: the last one's are remembered. */
  on(shortlist: Shortlist): readonly LatinSubword[] {
    if (this.last?.shortlist !== shortlist) {
      this.last = { shortlist, subwords: this.all().filter(({ id }) => shortlist.places[id]! >= 0) };
    }
    return this.last.subwords;
  }
}

function latinSubword(id: number, surface: string): LatinSubword | undefined {
  const runs = [...surface.matchAll(letters)];
  if (runs.length === 0) return undefined;
  const words = runs.map(([word]) => word);
  const continues = words[0]!.length === surface.length;
  const head = runs[0]!.index === 0 ? words.shift()! : '';
  const ends = runs.at(-1)!.index + runs.at(-1)![0].length === surface.length && words.length > 0;
  const tail = ends ? words.pop()! : '';
  return { id, head, continues, inner: words, tail };
}

function readHeads(subwords: Iterable<LatinSubword>): Heads {
  const byHead = new Map<string, LatinSubword[]>();
  for (const subword of subwords) {
    const head = subword.head.toLowerCase();
    if (head !== '') byHead.set(head, [...(byHead.get(head) ?? []), subword]);
  }
  return { byHead, longestHead: Math.max(0, ...Array.from(byHead.keys(), ({ length }) => length)) };
}
