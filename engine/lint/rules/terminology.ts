import { phrase, type PhraseValue } from '../../protocol/phrase';
import type { GlossaryTerm } from '../../glossary';
import { TermMatcher } from '../../glossary/termMatcher';
import type { Finding, LintPair } from '../finding';
import { inlinesOf } from '../inline';

/** Where the source has a term of the glossary, as the translator finds them too, the translation has one of the term's translations. */
export function terminology({ source, target, sourceLanguage, targetLanguage, glossary }: LintPair): Finding[] {
  if (glossary.length === 0 || target === '') return [];
  const found = matcherOf(glossary, sourceLanguage).match(source, inlinesOf(source));
  // One finding says it for all places.
  const first = found.filter(({ term }, index) => found.findIndex((other) => other.term === term) === index);
  return first.flatMap(({ term, start, end }) => (isIn(target, targetLanguage, term) ? [] : [finding(term, start, source.slice(start, end))]));
}

function finding({ targets }: GlossaryTerm, start: number, text: string): Finding {
  const wanted = targets.map((target): PhraseValue => `“${target}”`).reduce((all, target) => phrase('{0} or {1}', all, target));
  const message = phrase('The glossary has {0} for “{1}”, and the translation does not.', wanted, text);
  return { rule: 'terminology', severity: 'warning', message, source: { start, end: start + text.length } };
}

/** In any of its forms; capitals are a matter of style there. */
function isIn(target: string, language: string, { targets }: GlossaryTerm): boolean {
  return targets.some((wanted) => new TermMatcher([{ source: wanted.toLowerCase() }], language).match(target, []).length > 0);
}

/** A glossary serves all texts of a file, and takes a while to read. */
const matchers = new WeakMap<readonly GlossaryTerm[], Map<string, TermMatcher<GlossaryTerm>>>();

function matcherOf(glossary: readonly GlossaryTerm[], language: string): TermMatcher<GlossaryTerm> {
  const known = matchers.get(glossary) ?? new Map<string, TermMatcher<GlossaryTerm>>();
  matchers.set(glossary, known);
  const matcher = known.get(language) ?? new TermMatcher(glossary, language);
  known.set(language, matcher);
  return matcher;
}
