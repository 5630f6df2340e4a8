import type { Span } from '../../protocol/result';

/** Characters that are looked at: nobody writes longer declarations, and minified code has no other end. */
const longestHead = 600;

/** What stands before a body, with nothing between its brackets. */
export class Head {
  readonly text: string;
  /** Parts of the code that `text` is made of, in order. */
  private readonly parts: readonly Span[];

  /** @param groups spans of the brackets between `start` and `end`, brackets included, in order and side by side */
  constructor(code: string, start: number, end: number, groups: readonly Span[]) {
    const parts: Span[] = [];
    let room = longestHead;
    const add = (from: number, to: number): void => {
      const part = { start: Math.max(from, to - room), end: to };
      parts.push(part);
      room -= part.end - part.start;
    };
    let stop = end;
    for (let index = groups.length - 1; index >= 0 && room > 0; index--) {
      add(groups[index]!.end - 1, stop);
      stop = groups[index]!.start + 1;
    }
    if (room > 0) add(start, stop);
    this.parts = parts.reverse();
    this.text = parts.map((part) => code.slice(part.start, part.end)).join('');
  }

  /** Offset in the code of a character of `text`. */
  offsetOf(index: number): number {
    let rest = index;
    for (const { start, end } of this.parts) {
      if (rest < end - start) return start + rest;
      rest -= end - start;
    }
    return (this.parts.at(-1)?.end ?? 0) + rest;
  }
}
