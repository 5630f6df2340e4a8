import type { Span } from '../protocol/result';

// A full stop behind these does not end a sentence, whatever follows.
const abbreviations = new Set(
  ('e.g i.e etc vs cf al approx resp incl excl fig figs eq eqs sec ch vol no nos pp p ed eds dept est inc ltd co corp ' +
    'mr mrs ms dr prof st jr sr jan feb mar apr jun jul aug sep sept oct nov dec').split(' '),
);
// Of these, the ones that often do end a sentence: the next word's capital decides.
const oftenFinal = new Set(['etc', 'inc', 'ltd', 'co', 'corp', 'al', 'no', 'p', 'ed', 'sec', 'st', 'jr', 'sr']);

/** Characters before a stop, and stops in a row, that are looked at: all of an endless line at each would take for ever. */
const longestWord = 64;

const terminator = /[.!?…。！？]/u;
const fullWidthTerminator = /[。！？]/u;
const closer = /["'”’)\]}»」』）】》*_]/u;
const opener = /["'“‘([{«「『（【《*_]/u;

/**
 * Splits one line of normalised text into sentences (own small rules, so that every host splits alike).
 * Spans do not include the white space between sentences; no boundary falls inside a protected span.
 */
export function splitSentences(text: string, protectedSpans: readonly Span[]): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  let offset = 0;
  let nextProtected = 0;
  while (offset < text.length) {
    while ((protectedSpans[nextProtected]?.end ?? Infinity) <= offset) nextProtected++;
    const inside = protectedSpans[nextProtected];
    if (inside && inside.start <= offset) {
      offset = inside.end;
      continue;
    }
    const protectedAhead = spansAhead(protectedSpans, nextProtected);
    const end = terminator.test(text[offset]!) ? sentenceEnd(text, start, offset, protectedAhead) : undefined;
    if (end === undefined) {
      offset++;
      continue;
    }
    // Closing brackets may belong to a protected span: the boundary waits until it is over.
    const cutsSpan = protectedAhead(end - 1).some((span) => end < span.end);
    if (!cutsSpan) {
      pushTrimmed(sentences, text, start, end);
      start = end;
    }
    offset = end;
  }
  pushTrimmed(sentences, text, start, text.length);
  return sentences;
}

/** Spans up to an offset; those far ahead are not looked at, since a long text has many. */
type SpansAhead = (last: number) => readonly Span[];

function spansAhead(spans: readonly Span[], next: number): SpansAhead {
  return (last) => {
    let end = next;
    while (end < spans.length && spans[end]!.start <= last) end++;
    return spans.slice(next, end);
  };
}

/** The end of the sentence whose terminator stands at `offset`, or undefined when no sentence ends there. */
function sentenceEnd(
  text: string,
  start: number,
  offset: number,
  protectedAhead: SpansAhead,
): number | undefined {
  let end = offset + 1;
  while (end < Math.min(text.length, offset + longestWord) && terminator.test(text[end]!)) end++;
  const marks = text.slice(offset, end);
  while (end < text.length && closer.test(text[end]!)) end++;
  if (end === text.length) return end;
  if (fullWidthTerminator.test(marks)) return end;
  if (text[end] !== ' ') return undefined;
  return startsSentence(text, start, offset, marks, end + 1, protectedAhead) ? end : undefined;
}

function startsSentence(
  text: string,
  start: number,
  offset: number,
  marks: string,
  next: number,
  protectedAhead: SpansAhead,
): boolean {
  const nearby = text.slice(Math.max(start, offset - longestWord), offset);
  const before = /[\p{L}\p{N}.]+$/u.exec(nearby)?.[0].toLowerCase() ?? '';
  let first = next;
  while (first < text.length && opener.test(text[first]!)) first++;
  // A sentence may begin with an identifier in lower case, never with a plain word.
  const identifier = protectedAhead(first).some((span) => span.start === first);
  const lowerCase = !identifier && /\p{Ll}/u.test(text[first] ?? '');
  if (marks !== '.') return !lowerCase;
  if (abbreviations.has(before)) return oftenFinal.has(before) && /[\p{Lu}\p{Lo}]/u.test(text[first] ?? '');
  // "J. Smith", "U.S. law": a single capital letter before the stop is an initial.
  if (/(?:^|\.)\p{L}$/u.test(before) && /\p{Lu}/u.test(text[offset - 1] ?? '')) return false;
  // "1. Install": the number of a list entry stays with its sentence.
  if (/^\p{N}+$/u.test(before) && offset - start < longestWord && nearby.trim() === before) return false;
  return !lowerCase;
}

function pushTrimmed(sentences: Span[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && text[from] === ' ') from++;
  while (to > from && text[to - 1] === ' ') to--;
  if (from < to) sentences.push({ start: from, end: to });
}
