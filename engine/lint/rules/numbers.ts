import { phrase } from '../../protocol/phrase';
import { differenceFindings, type Mark, type Wording } from '../compare';
import { singularFlag } from '../../bilingual/unit';
import type { Finding, LintPair } from '../finding';
import { withoutInlines } from '../inline';
import { numbersOf, ungrouped, type NumberMention } from '../numerals';

const wording: Wording = {
  rule: 'numbers',
  absent: (mark) => phrase('The number {0} is missing in the translation.', mark),
  added: (mark) => phrase('The number {0} is not in the source.', mark),
};

/** Pairs of numbers that are compared: a text with more of them is a table of data, and no passage to read. */
const mostPairs = 250_000;

/** Numbers written with digits have the same value on the other side, in digits or words. */
export function numbers(pair: LintPair): Finding[] {
  if (pair.source === '' || pair.target === '') return [];
  const [sources, targets] = [numbersOf(withoutInlines(pair.source)), numbersOf(withoutInlines(pair.target))];
  const [source, target] = [ungrouped(sources, targets), ungrouped(targets, sources)];
  if (source.length * target.length > mostPairs) return [];
  const { missing, extra } = unmatched(source, target);
  const lenient = pair.flags.includes(singularFlag);
  const marks = (mentions: readonly NumberMention[]): Mark[] => mentions.map((mention) => ({ ...mention, key: mention.readings[0]! }));
  return differenceFindings(
    { missing: lenient ? [] : marks(missing), extra: marks(extra) },
    pair,
    [marks(source), marks(target)],
    wording,
  );
}

function unmatched(source: readonly NumberMention[], target: readonly NumberMention[]): Record<'missing' | 'extra', NumberMention[]> {
  const open = { source: new Set(source), target: new Set(target) };
  // Digits first look for the same digits, then for words; at last whatever else has the value, even if it is taken.
  const matchAll = (fits: (a: NumberMention, b: NumberMention) => boolean): void => {
    for (const mention of open.source) {
      const partner = [...open.target].find((other) => fits(mention, other));
      if (!partner) continue;
      open.source.delete(mention);
      open.target.delete(partner);
    }
  };
  matchAll((a, b) => a.required && b.required && a.readings[0] === b.readings[0]);
  matchAll((a, b) => a.required && b.required && sharesReading(a, b));
  // The digits of a name are never words.
  matchAll((a, b) => (a.required || b.required) && !a.inName && !b.inName && sharesReading(a, b));
  const missing = [...open.source].filter(({ required }) => required);
  const extra = [...open.target].filter(({ required }) => required);
  // Where both sides have something left, a number was changed; else one was perhaps said once more, or once less.
  if (missing.length > 0 && extra.length > 0) return { missing, extra };
  const lost = (mentions: readonly NumberMention[], others: readonly NumberMention[]): NumberMention[] =>
    mentions.filter((own) => !own.inWord && !others.some((other) => sharesReading(own, other)));
  return { missing: lost(missing, target), extra: lost(extra, source) };
}

function sharesReading(a: NumberMention, b: NumberMention): boolean {
  return a.readings.some((reading) => b.readings.includes(reading));
}
