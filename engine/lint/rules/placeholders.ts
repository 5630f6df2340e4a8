import { phrase } from '../../protocol/phrase';
import { singularFlag } from '../../bilingual/unit';
import { differenceFindings, differenceOf, spanOf, type Wording } from '../compare';
import type { Finding, LintPair } from '../finding';
import { inlinesOf, type Inline } from '../inline';

const wording: Wording = {
  rule: 'placeholders',
  absent: (mark) => phrase('The placeholder {0} is missing in the translation.', mark),
  added: (mark) => phrase('The placeholder {0} is not in the source.', mark),
};

/** Formats of dates and times: their parts are the translator's to choose. */
const timeFormat = /%[-_0^#E]?[YmHMByIpjUwWZ](?![a-z])/u;
const unnumbered = /^%[^(\d{%]*(?:\d+|\*)?(?:\.(?:\d+|\*))?[A-Za-z@]+$/u;

/** Placeholders of printf, Python, ICU, templates and shells come back, each as often, in an order that still works. */
export function placeholders(pair: LintPair): Finding[] {
  if (pair.source === '' || pair.target === '' || timeFormat.test(pair.source)) return [];
  const source = placeholdersOf(pair.source);
  const target = placeholdersOf(pair.target);
  const difference = differenceOf(numbered(source, target), numbered(target, source));
  // A named value may be said twice; the form for one thing may do without the number.
  const known = new Set(source.map(({ key }) => key));
  const extra = difference.extra.filter(({ key }) => !known.has(key) || unnumbered.test(key));
  const missing = pair.flags.includes(singularFlag) ? [] : difference.missing;
  const findings = differenceFindings({ missing, extra }, pair, [source, target], wording);
  return findings.length > 0 ? findings : orderFindings(source, target, pair.flags);
}

function placeholdersOf(text: string): Inline[] {
  return inlinesOf(text).filter(({ kind }) => kind === 'placeholder');
}

/** Where only one side numbers its arguments (`%1$s`), the other side's get the numbers of their order. */
function numbered(marks: readonly Inline[], others: readonly Inline[]): Inline[] {
  const positional = (mark: Inline): boolean => /^%\d+\$/u.test(mark.key);
  if (marks.some(positional) || !others.some(positional)) return [...marks];
  let count = 0;
  return marks.map((mark) => (unnumbered.test(mark.key) ? { ...mark, key: `%${++count}$${mark.key.slice(1)}` } : mark));
}

/** Arguments without numbers are taken in their order, whatever their types. */
function orderFindings(source: readonly Inline[], target: readonly Inline[], flags: readonly string[]): Finding[] {
  if (!flags.some((flag) => /^(?:c|objc|python|php|perl|gcc-internal)-format$/u.test(flag))) return [];
  const order = (marks: readonly Inline[]): Inline[] => marks.filter(({ key }) => unnumbered.test(key));
  const [expected, found] = [order(source), order(target)];
  const at = found.findIndex(({ key }, index) => key !== expected[index]?.key);
  const [wrong, right] = [found[at], expected[at]];
  if (!wrong || !right) return [];
  const message = phrase('The placeholder {0} stands where the source has {1}, and these are filled in by order.', wrong.text, right.text);
  return [{ rule: 'placeholders', severity: 'warning', message, source: spanOf(right), target: spanOf(wrong) }];
}
