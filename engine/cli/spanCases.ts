/** The span benchmark's cases: lines of a corpus that each hold a protected span, and what became of the spans. */
import type { Protector } from '../text/protect';
import { normalise } from '../text/normalise';
import { pick, seededRandom } from './seededRandom';

export interface SpanCase {
  readonly source: string;
  /** Texts of the protected spans, as the translator reads them. */
  readonly spans: readonly string[];
  /** Whether a span of another line was put in, as the line had none. */
  readonly added: boolean;
}

export type SpanFault = 'missing' | 'repeated';

const seed = 10_000;

/**
 * `count` cases: the lines as they are, but for a span of another line, where a line has none, between two of its words; where
 * there are not lines enough, once more with another span put in. Seeded, so that runs agree.
 */
export function makeSpanCases(lines: readonly string[], count: number, protector: Protector): SpanCase[] {
  const random = seededRandom(seed);
  const own = lines.map((line) => spansOf(line, protector));
  const known = own.flat();
  if (known.length === 0) throw new Error('no line has a protected span');
  return Array.from({ length: count }, (_, i) => {
    const line = lines[i % lines.length]!;
    const spans = own[i % lines.length]!;
    const first = i < lines.length;
    return first && spans.length > 0 ? { source: line, spans, added: false } : withSpan(line, pick(known, random), protector, random);
  });
}

function withSpan(line: string, span: string, protector: Protector, random: () => number): SpanCase {
  const gaps = [...line.matchAll(/(?<=\p{L})\s+(?=\p{L})|(?<=\p{Script=Han})(?=\p{Script=Han})/gu)];
  const { index: at, 0: gap } = gaps.length > 0 ? pick(gaps, random) : { index: line.length, 0: '' };
  const source = `${line.slice(0, at)} ${span} ${line.slice(at + gap.length)}`.trim();
  return { source, spans: spansOf(source, protector), added: true };
}

function spansOf(line: string, protector: Protector): string[] {
  const { text } = normalise(line);
  return protector(text).map(({ start, end }) => text.slice(start, end));
}

/**
 * What is wrong with a translation: a span that it lacks, or one more often than the source has it.
 *
 * @param protector finds what may not be there more often
 */
export function spanFaults(spans: readonly string[], target: string, protector: Protector): SpanFault[] {
  // The longest first: a number may be a part of an address.
  const missing: string[] = [];
  let rest = target;
  for (const span of [...spans].sort((a, b) => b.length - a.length)) {
    const at = rest.indexOf(span);
    if (at < 0) missing.push(span);
    // What is left on both sides is not to become one word.
    else rest = `${rest.slice(0, at)}\n${rest.slice(at + span.length)}`;
  }
  const repeated = protector(rest).some(({ start, end }) => spans.includes(rest.slice(start, end)));
  return [...(missing.length > 0 ? (['missing'] as const) : []), ...(repeated ? (['repeated'] as const) : [])];
}
