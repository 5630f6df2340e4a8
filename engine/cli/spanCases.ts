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
 * What is wrong with a translation: a span that it lacks, or one more often than the source has it. Of `his 60th, 60 or more` only
 * the second number is a span, and both may be a 60.
 *
 * @param protector finds what may not be there more often
 */
export function spanFaults({ source, spans }: Pick<SpanCase, 'source' | 'spans'>, target: string, protector: Protector): SpanFault[] {
  const { rest, missing } = withoutSpans(target, spans);
  const unprotected = withoutSpans(normalise(source).text, spans).rest;
  const more = protector(rest).map(({ start, end }) => rest.slice(start, end)).filter((text) => spans.includes(text));
  const repeated = more.some((text) => more.filter((other) => other === text).length > placesOf(text, unprotected).length);
  return [...(missing ? (['missing'] as const) : []), ...(repeated ? (['repeated'] as const) : [])];
}

/** What is left of a text without each span once, and whether it lacks one. */
function withoutSpans(text: string, spans: readonly string[]): { readonly rest: string; readonly missing: boolean } {
  let rest = text;
  let missing = false;
  // The longest first: a number may be a part of an address.
  for (const span of [...spans].sort((a, b) => b.length - a.length)) {
    const at = placesOf(span, rest)[0] ?? rest.indexOf(span);
    if (at < 0) missing = true;
    // What is left on both sides is not to become one word.
    else rest = `${rest.slice(0, at)}\n${rest.slice(at + span.length)}`;
  }
  return { rest, missing };
}

/** Where a text has another, not as a part of a longer number. */
function placesOf(part: string, text: string): number[] {
  const isDigit = (character: string | undefined): boolean => character !== undefined && /\d/u.test(character);
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) {
    if (!isDigit(text[at - 1]) && !isDigit(text[at + part.length])) places.push(at);
  }
  return places;
}
