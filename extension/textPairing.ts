/** Two texts of one content: which is the source, and which passages belong together. Pure. */
import { detectLanguage } from '../engine/language/detect';
import { primaryLanguage } from '../engine/language/tag';
import type { Span } from '../engine/protocol/result';
import type { Passage } from './passages';

/** Whether the first text is in the target language and the second is not: then the second is the source. */
export function isReversed(first: readonly Passage[], second: readonly Passage[], sourceLanguage: string, targetLanguage: string): boolean {
  const [one, two] = [first, second].map((passages) => detectLanguage(passages.map(({ text }) => text).join('\n')));
  const [source, target] = [sourceLanguage, targetLanguage].map(primaryLanguage);
  if (one === source) return false;
  return one === target || two === source;
}

/** Passages in pairs: one by one where both sides have as many, else each side as a whole. */
export function pairPassages(
  first: readonly Passage[],
  firstText: string,
  second: readonly Passage[],
  secondText: string,
): { readonly first: readonly Passage[]; readonly second: readonly Passage[] } {
  if (first.length === second.length) return { first, second };
  return { first: [joinPassages(firstText, first)], second: [joinPassages(secondText, second)] };
}

/**
 * Passages of one document as one: a line for each. A translation is written back line by line; what lies between the
 * passages stays. One that has not as many lines goes over the whole range.
 */
export function joinPassages(document: string, passages: readonly Passage[]): Passage {
  const [only] = passages;
  if (passages.length === 1 && only) return only;
  const starts: number[] = [];
  let length = 0;
  for (const { text } of passages) {
    starts.push(length);
    length += text.length + 1;
  }
  const range: Span = { start: passages[0]?.range.start ?? 0, end: passages.at(-1)?.range.end ?? 0 };
  return {
    kind: passages[0]?.kind ?? 'prose',
    text: passages.map(({ text }) => text).join('\n'),
    range,
    toDocument: (offset, edge = 'start') => {
      const inside = edge === 'end' && offset > 0 ? offset - 1 : offset;
      const index = Math.max(0, starts.findLastIndex((start) => start <= inside));
      return passages[index]!.toDocument(Math.min(offset - starts[index]!, passages[index]!.text.length), edge);
    },
    write: (translation) => {
      const lines = translation.split('\n');
      if (lines.length !== passages.length) return translation;
      let from = range.start;
      const parts = passages.map((passage, index) => {
        const between = document.slice(from, passage.range.start);
        from = passage.range.end;
        return between + passage.write(lines[index]!);
      });
      return parts.join('');
    },
  };
}
