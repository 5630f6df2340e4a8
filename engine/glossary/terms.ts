/** What a glossary says for one direction. A pair of words serves both: what is right for en → zh is right for zh → en. */
import type { Term } from '../protocol/term';
import { termKey, type GlossaryEntry, type Languages } from './format';

/** A term of the source with the translations that are right for it; one of them must be there. */
export interface GlossaryTerm {
  readonly source: string;
  readonly targets: readonly string[];
}

interface Directed extends GlossaryTerm {
  readonly keep: boolean;
  readonly required: boolean;
}

/** For the translator. A word to keep is required: the user said that it is not to be translated. */
export function translatorTerms(entries: readonly GlossaryEntry[], languages: Languages): Term[] {
  return directed(entries, languages).map(({ source, targets, keep, required }) => ({
    source,
    target: keep ? null : targets[0]!,
    required,
  }));
}

/** For the check of translations. */
export function lintTerms(entries: readonly GlossaryEntry[], languages: Languages): GlossaryTerm[] {
  return directed(entries, languages).map(({ source, targets }) => ({ source, targets }));
}

function directed(entries: readonly GlossaryEntry[], { source, target }: Languages): Directed[] {
  const forth = entries.filter((entry) => entry.sourceLanguage === source && entry.targetLanguage === target);
  const back = entries.filter((entry) => entry.sourceLanguage === target && entry.targetLanguage === source);
  const terms = new Map(forth.map((entry) => [termKey(entry.source), asWritten(entry)]));
  // What is written for this direction comes first.
  for (const [key, term] of reversed(back)) if (!terms.has(key)) terms.set(key, term);
  return [...terms.values()];
}

function asWritten({ source, targets, required }: GlossaryEntry): Directed {
  return { source, targets: targets ?? [source], keep: targets === null, required: required || targets === null };
}

/** Where two terms have one translation, either is right for it, and neither is required. */
function reversed(entries: readonly GlossaryEntry[]): Map<string, Directed> {
  const terms = new Map<string, Directed>();
  for (const entry of entries) {
    for (const source of entry.targets ?? [entry.source]) {
      const known = terms.get(termKey(source));
      const { keep, required } = asWritten(entry);
      const term = known
        ? { source, targets: [...known.targets, entry.source], keep: false, required: false }
        : { source, targets: [entry.source], keep, required };
      terms.set(termKey(source), term);
    }
  }
  return terms;
}
