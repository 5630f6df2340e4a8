import type { Span } from '../protocol/result';
import type { Term } from '../protocol/term';
import { plainText } from '../text/plainCharacters';
import { englishForms } from './wordForms';

/** A term where it stands in a text. */
export interface TermMatch<T = Term> extends Span {
  readonly term: T;
}

type Words = Pick<Term, 'source'>;

/** What a term is found by: a word of a script written with spaces, or one other character. */
const unitPattern = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}_]+|\S/gu;
const wordPattern = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}_]+$/u;

interface Entry<T> {
  readonly term: T;
  /** The term's units, as compared. */
  readonly units: readonly string[];
  /** Units before which white space may stand; before the others none may. */
  readonly spaced: readonly boolean[];
  /** Forms of the last unit. */
  readonly lastForms: ReadonlySet<string>;
  /** Whether capitals count. */
  readonly exact: boolean;
  readonly order: number;
}

interface Unit extends Span {
  readonly text: string;
  readonly lower: string;
}

interface Found<T> extends TermMatch<T> {
  readonly entry: Entry<T>;
}

/**
 * Finds terms in normalised text: whole words in any case, the last word of English terms in its inflected forms too; in
 * scripts without spaces anywhere. A term all in capitals (`IT`) matches capitals only.
 */
export class TermMatcher<T extends Words = Term> {
  private readonly byFirstUnit = new Map<string, Entry<T>[]>();

  /** @param language of the texts, an ISO 639-1 code */
  constructor(terms: readonly T[], language: string) {
    terms.forEach((term, order) => {
      const entry = entryOf(term, language, order);
      if (!entry) return;
      const firsts = entry.units.length === 1 ? entry.lastForms : [entry.units[0]!];
      for (const first of firsts) {
        const key = first.toLowerCase();
        const entries = this.byFirstUnit.get(key);
        if (entries) entries.push(entry);
        else this.byFirstUnit.set(key, [entry]);
      }
    });
  }

  /**
   * Terms in `text` in order, none overlapping: the longest match wins, of equal ones the first in the text, and of several
   * terms with the same words the one listed first.
   *
   * @param excluded spans that terms may not touch
   */
  match(text: string, excluded: readonly Span[]): TermMatch<T>[] {
    if (this.byFirstUnit.size === 0) return [];
    const units = [...text.matchAll(unitPattern)].map(unitOf);
    const found = units.flatMap((unit, at) =>
      (this.byFirstUnit.get(unit.lower) ?? []).flatMap((entry) => matchAt(entry, units, at) ?? []),
    );
    found.sort(
      (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || Number(b.entry.exact) - Number(a.entry.exact) || a.entry.order - b.entry.order,
    );
    const taken = new Uint8Array(text.length);
    for (const { start, end } of excluded) taken.fill(1, start, end);
    const kept: TermMatch<T>[] = [];
    for (const { start, end, term } of found) {
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      kept.push({ start, end, term });
    }
    return kept.sort((a, b) => a.start - b.start);
  }
}

/** The matcher of the terms used last: a large glossary comes with every request, and takes a while to read. */
export class LastMatcher {
  private last: { readonly key: string; readonly matcher: TermMatcher } | undefined;

  constructor(private readonly language: string) {}

  /** Undefined where there are no terms. */
  for(terms: readonly Term[]): TermMatcher | undefined {
    if (terms.length === 0) return undefined;
    const key = JSON.stringify(terms);
    if (this.last?.key !== key) this.last = { key, matcher: new TermMatcher(terms, this.language) };
    return this.last.matcher;
  }
}

function entryOf<T extends Words>(term: T, language: string, order: number): Entry<T> | undefined {
  const source = plainText(term.source).trim();
  const parts = [...source.matchAll(unitPattern)];
  const last = parts.at(-1);
  if (!last) return undefined;
  const exact = /\p{Lu}{2}/u.test(source) && !/\p{Ll}/u.test(source);
  const units = parts.map(([text]) => (exact ? text : text.toLowerCase()));
  const spaced = parts.map((part) => /\s/u.test(source[part.index - 1] ?? ''));
  return { term, units, spaced, lastForms: formsOf(units.at(-1)!, exact, language), exact, order };
}

function formsOf(word: string, exact: boolean, language: string): Set<string> {
  if (language !== 'en' || !wordPattern.test(word)) return new Set([word]);
  // `APIs` is the plural of `API`; the rest of what words do, abbreviations do not.
  if (exact) return new Set([word, `${word}s`]);
  return new Set(englishForms(word));
}

function unitOf(match: RegExpExecArray): Unit {
  const text = plainText(match[0]);
  return { text, lower: text.toLowerCase(), start: match.index, end: match.index + match[0].length };
}

function matchAt<T>(entry: Entry<T>, units: readonly Unit[], at: number): Found<T> | undefined {
  const { length } = entry.units;
  for (let i = 0; i < length; i++) {
    const unit = units[at + i];
    if (!unit) return undefined;
    const text = entry.exact ? unit.text : unit.lower;
    if (i === length - 1 ? !entry.lastForms.has(text) : entry.units[i] !== text) return undefined;
    const gap = i > 0 && units[at + i - 1]!.end !== unit.start;
    if (i > 0 && gap !== entry.spaced[i]) return undefined;
  }
  const [start, end] = [units[at]!.start, units[at + length - 1]!.end];
  return { start, end, term: entry.term, entry };
}
