import type { Span } from '../protocol/result';

// A full stop behind these does not end a sentence, whatever follows.
const abbreviations = new Set(
  ('e.g i.e etc vs cf al approx resp incl excl fig figs eq eqs sec ch vol no nos pp p ed eds dept est inc ltd co corp ' +
    'mr mrs ms dr prof st jr sr jan feb mar apr jun jul aug sep sept oct nov dec').split(' '),
);
// Of these, the ones that often do end a sentence: the next word's capital decides.
const oftenFinal = new Set(['etc', 'inc', 'ltd', 'co', 'corp', 'al', 'no', 'p', 'ed', 'sec', 'st', 'jr', 'sr']);

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
    const end = terminator.test(text[offset]!) ? sentenceEnd(text, start, offset, protectedSpans) : undefined;
    if (end === undefined) {
      offset++;
      continue;
    }
    // Closing brackets may belong to a protected span: the boundary waits until it is over.
    const cutsSpan = protectedSpans.some((span) => span.start < end && end < span.end);
    if (!cutsSpan) {
      pushTrimmed(sentences, text, start, end);
      start = end;
    }
    offset = end;
  }
  pushTrimmed(sentences, text, start, text.length);
  return sentences;
}

/** The end of the sentence whose terminator stands at `offset`, or undefined when no sentence ends there. */
function sentenceEnd(
  text: string,
  start: number,
  offset: number,
  protectedSpans: readonly Span[],
): number | undefined {
  let end = offset + 1;
  while (end < text.length && terminator.test(text[end]!)) end++;
  const marks = text.slice(offset, end);
  while (end < text.length && closer.test(text[end]!)) end++;
  if (end === text.length) return end;
  if (fullWidthTerminator.test(marks)) return end;
  if (text[end] !== ' ') return undefined;
  return startsSentence(text, start, offset, marks, end + 1, protectedSpans) ? end : undefined;
}

function startsSentence(
  text: string,
  start: number,
  offset: number,
  marks: string,
  next: number,
  protectedSpans: readonly Span[],
): boolean {
  const before = /[\p{L}\p{N}.]+$/u.exec(text.slice(start, offset))?.[0].toLowerCase() ?? '';
  let first = next;
  while (first < text.length && opener.test(text[first]!)) first++;
  // A sentence may begin with an identifier in lower case, never with a plain word.
  const identifier = protectedSpans.some((span) => span.start === first);
  const lowerCase = !identifier && /\p{Ll}/u.test(text[first] ?? '');
  if (marks !== '.') return !lowerCase;
  if (abbreviations.has(before)) return oftenFinal.has(before) && /[\p{Lu}\p{Lo}]/u.test(text[first] ?? '');
  // "J. Smith", "U.S. law": a single capital letter before the stop is an initial.
  if (/(?:^|\.)\p{L}$/u.test(before) && /\p{Lu}/u.test(text[offset - 1] ?? '')) return false;
  // "1. Install": the number of a list entry stays with its sentence.
  if (/^\p{N}+$/u.test(before) && text.slice(start, offset).trim() === before) return false;
  return !lowerCase;
}

function pushTrimmed(sentences: Span[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && text[from] === ' ') from++;
  while (to > from && text[to - 1] === ' ') to--;
  if (from < to) sentences.push({ start: from, end: to });
}
