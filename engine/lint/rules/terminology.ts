import { phrase, type PhraseValue } from '../../protocol/phrase';
import type { GlossaryTerm } from '../../glossary';
import type { Finding, LintPair } from '../finding';
import { withoutInlines } from '../inline';

/** Where the source has a term of the glossary, the translation has one of the term's translations. */
export function terminology({ source, target, glossary }: LintPair): Finding[] {
  if (glossary.length === 0 || target === '') return [];
  let open = withoutInlines(source);
  // The longer term speaks for its words: `pull request` is no `request`.
  const terms = [...glossary].sort((a, b) => b.source.length - a.source.length);
  return terms.flatMap((term): Finding[] => {
    const found = patternOf(term.source).exec(open);
    if (!found) return [];
    open = open.replaceAll(new RegExp(patternOf(term.source), 'giu'), (match) => '\u0000'.repeat(match.length));
    return translatedIn(target, term) ? [] : [finding(term, found.index, found[0])];
  });
}

function finding({ targets }: GlossaryTerm, start: number, text: string): Finding {
  const wanted = targets.map((target): PhraseValue => `“${target}”`).reduce((all, target) => phrase('{0} or {1}', all, target));
  const message = phrase('The glossary has {0} for “{1}”, and the translation does not.', wanted, text);
  return { rule: 'terminology', severity: 'warning', message, source: { start, end: start + text.length } };
}

function translatedIn(target: string, { targets }: GlossaryTerm): boolean {
  return targets.some((wanted) => patternOf(wanted).test(target));
}

/** Whole words, in any case, in the plural too; in scripts without spaces anywhere. */
function patternOf(term: string): RegExp {
  const escaped = term.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replaceAll(/\s+/gu, '\\s+');
  const start = /^[\p{Script=Latin}\p{N}_]/u.test(term) ? '(?<![\\p{Script=Latin}\\p{N}_])' : '';
  const end = /[\p{Script=Latin}\p{N}_]$/u.test(term) ? '(?:e?s)?(?![\\p{Script=Latin}\\p{N}_])' : '';
  return new RegExp(start + escaped + end, 'iu');
}
