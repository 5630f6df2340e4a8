import { phrase, type Phrase } from '../protocol/phrase';
import type { Span, TextPair } from '../protocol/result';
import type { Finding, Fix, RuleId } from './finding';

/** Something that both texts should hold: equal keys belong together. */
export interface Mark extends Span {
  readonly text: string;
  readonly key: string;
}

/** Marks of one side that the other lacks, in order. */
export interface Difference<T extends Mark> {
  readonly missing: readonly T[];
  readonly extra: readonly T[];
}

/** Marks of a side that are told of: where there are more, the first ones say enough. */
const mostMarks = 200;

/** Takes away what occurs on both sides, each as often as it occurs. */
export function differenceOf<T extends Mark>(source: readonly T[], target: readonly T[]): Difference<T> {
  return { missing: beyond(source, target), extra: beyond(target, source) };
}

/** The marks without as many of the others' as there are, the first ones first. */
function beyond<T extends Mark>(marks: readonly T[], others: readonly T[]): T[] {
  const left = new Map<string, number>();
  for (const { key } of others) left.set(key, (left.get(key) ?? 0) + 1);
  return marks.filter(({ key }) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

export interface Wording {
  readonly rule: RuleId;
  readonly severity?: Finding['severity'];
  /** Says that a mark is missing in the translation. */
  readonly absent: (mark: string) => Phrase;
  /** Says that a mark is not in the source. */
  readonly added: (mark: string) => Phrase;
}

/**
 * The findings for a difference: a missing and an extra mark together are a change, to be replaced; others are to be
 * inserted or looked at.
 */
export function differenceFindings<T extends Mark>(
  difference: Difference<T>,
  pair: TextPair,
  shared: readonly [source: readonly T[], target: readonly T[]],
  { rule, severity = 'warning', absent, added }: Wording,
): Finding[] {
  const [missing, extra] = [difference.missing.slice(0, mostMarks), difference.extra.slice(0, mostMarks)];
  const changes = Math.min(missing.length, extra.length);
  const findings: Finding[] = missing.map((mark, index) => {
    const source = spanOf(mark);
    const wrong = index < changes ? extra[index]! : undefined;
    if (wrong) {
      const fix = { span: spanOf(wrong), text: mark.text, title: phrase('Replace {0} with {1}', wrong.text, mark.text) };
      const message = phrase('The translation has {0} where the source has {1}.', wrong.text, mark.text);
      return { rule, severity, message, source, target: fix.span, ...(isWhole(mark) && isWhole(wrong) ? { fix } : {}) };
    }
    const fix = insertion(mark, pair, shared);
    const message = absent(mark.text);
    return { rule, severity, message, source, target: fix.span, ...(isWhole(mark) ? { fix } : {}) };
  });
  for (const mark of extra.slice(changes)) {
    findings.push({ rule, severity, message: added(mark.text), target: spanOf(mark) });
  }
  return findings;
}

/** Whether the mark's text is all that stands at its span: only then it can be copied. */
function isWhole({ text, start, end }: Mark): boolean {
  return text.length === end - start;
}

/** Where a missing mark probably belongs: behind the mark that it follows in the source, else at the same end of the text. */
function insertion<T extends Mark>(mark: T, { source, target }: TextPair, [sources, targets]: readonly [readonly T[], readonly T[]]): Fix {
  const before = sources.filter(({ end }) => end <= mark.start).at(-1);
  const anchor = before && targets.find(({ key }) => key === before.key);
  const closing = target.length - (/[\s.。!！?？:：…]*$/u.exec(target)?.[0].length ?? 0);
  const at = anchor ? anchor.end : source.slice(0, mark.start).trim() === '' ? 0 : closing;
  // Between Latin words a space is due.
  const lead = /[A-Za-z0-9]$/u.test(target.slice(0, at)) && /^[A-Za-z0-9]/u.test(mark.text) ? ' ' : '';
  const tail = /^[A-Za-z0-9]/u.test(target.slice(at)) && /[A-Za-z0-9]$/u.test(mark.text) ? ' ' : '';
  return { span: { start: at, end: at }, text: lead + mark.text + tail, title: phrase('Insert {0}', mark.text) };
}

export function spanOf({ start, end }: Span): Span {
  return { start, end };
}
