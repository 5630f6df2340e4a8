/** The lint benchmark's cases: pairs of a corpus, and the same with a known mistake. Seeded, so that runs agree. */
import type { Span, TextPair } from '../protocol/result';
import { inlinesOf, withoutInlines } from '../lint/inline';
import { pick, seededRandom } from './seededRandom';

export const caseKinds = ['clean', 'omission', 'addition', 'change'] as const;
export type CaseKind = (typeof caseKinds)[number];

export interface LintCase extends TextPair {
  readonly kind: CaseKind;
  /** What was put in, or where something was taken out, in the target. */
  readonly place: Span;
  /** The pair as the corpus has it. */
  readonly original: TextPair;
}

/** A row of the corpus. */
export interface CorpusPair extends TextPair {
  readonly domain: string;
}

/** Cases of each kind. */
const casesPerKind = 500;
const domains = new Set(['docs', 'ui']);
/** Ideographs that a clause needs, to be one. */
const leastIdeographs = 4;
const seed = 20240;

/**
 * From a sample of pairs whose target has two clauses or more: the clean pair, one with a clause removed, one with a clause
 * of another pair added; and from a sample of all numbers and placeholders, pairs with one of them changed.
 */
export function makeCases(rows: readonly CorpusPair[], count = casesPerKind): LintCase[] {
  const random = seededRandom(seed);
  const pool = shuffled(rows.filter(({ domain }) => domains.has(domain)), random);
  const long = pool.filter(({ target }) => clausesOf(target).length >= 2).slice(0, count);
  const marked = pool.flatMap((pair) => changeable(pair.target).map((mark) => ({ pair, mark })));
  const clauses = pool.flatMap(({ target }) => clausesOf(target).map(({ start, end }) => ({ target, text: target.slice(start, end) })));
  return [
    ...long.map((pair) => caseOf('clean', pair, pair.target, { start: 0, end: 0 })),
    ...long.map((pair) => withoutClause(pair, random)),
    ...long.map((pair) => withClause(pair, pick(clauses.filter(({ target }) => target !== pair.target), random).text, random)),
    ...shuffled(marked, random).slice(0, count).map(({ pair, mark }) => withChange(pair, mark, random)),
  ];
}

function caseOf(kind: CaseKind, { source, target: original }: TextPair, target: string, place: Span): LintCase {
  return { kind, source, target, place, original: { source, target: original } };
}

/** Parts between punctuation marks that hold enough ideographs to say something. */
export function clausesOf(target: string): Span[] {
  const text = withoutInlines(target);
  return [...text.matchAll(/[^，。；：！？,;:!?]+/gu)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => (text.slice(start, end).match(/\p{Script=Han}/gu)?.length ?? 0) >= leastIdeographs);
}

function withoutClause(pair: TextPair, random: () => number): LintCase {
  const { target } = pair;
  const { start, end } = pick(clausesOf(target), random);
  // With the mark behind it; of the last clause, with the one before it, so that the sentence keeps its end.
  const last = !/[\p{L}\p{N}]/u.test(target.slice(end));
  const from = last ? start - (/[，；：,;:]?\s*$/u.exec(target.slice(0, start))?.[0].length ?? 0) : start;
  const to = last ? end : end + (/^[，。；：！？,;:!?]\s*/u.exec(target.slice(end))?.[0].length ?? 0);
  return caseOf('omission', pair, target.slice(0, from) + target.slice(to), { start: from, end: from });
}

function withClause(pair: TextPair, clause: string, random: () => number): LintCase {
  const { target } = pair;
  const at = pick(clausesOf(target), random).start;
  const text = `${clause.trim()}，`;
  return caseOf('addition', pair, target.slice(0, at) + text + target.slice(at), { start: at, end: at + text.length });
}

interface Changeable extends Span {
  readonly kind: 'number' | 'placeholder';
}

function changeable(target: string): Changeable[] {
  const inlines = inlinesOf(target);
  const placeholders = inlines.filter(({ kind }) => kind === 'placeholder');
  const numbers = [...withoutInlines(target, inlines).matchAll(/\d+/gu)];
  return [
    ...placeholders.map(({ start, end }) => ({ start, end, kind: 'placeholder' as const })),
    ...numbers.map((match) => ({ start: match.index, end: match.index + match[0].length, kind: 'number' as const })),
  ];
}

function withChange(pair: TextPair, { start, end, kind }: Changeable, random: () => number): LintCase {
  const { target } = pair;
  const written = target.slice(start, end);
  const other = kind === 'number' ? otherNumber(written, random) : otherPlaceholder(written, random);
  return caseOf('change', pair, target.slice(0, start) + other + target.slice(end), { start, end: start + other.length });
}

/** As many digits, another value. */
function otherNumber(written: string, random: () => number): string {
  const at = Math.floor(random() * written.length);
  const digit = (Number(written[at]) + 1 + Math.floor(random() * 9)) % 10;
  return written.slice(0, at) + String(digit) + written.slice(at + 1);
}

/** Lost, or of another type or name. */
function otherPlaceholder(written: string, random: () => number): string {
  if (random() < 0.5) return '';
  const changed = written.replace(/[A-Za-z](?=[^A-Za-z]*$)/u, (letter) => ({ s: 'd', d: 's' })[letter] ?? (letter === 'x' ? 'y' : 'x'));
  return changed === written ? '' : changed;
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const keyed = values.map((value) => ({ value, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
}
