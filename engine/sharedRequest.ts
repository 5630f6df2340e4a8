/** A long request in parts that several workers can take. */

/**
 * UTF-16 code units of a part: about a second's work, several of the decoder's batches. Longer parts leave workers without
 * work at the end, shorter ones fill batches with sentences of unlike length.
 */
const partLength = 3000;

/**
 * Texts in parts, in order; a text stays whole. The texts alone decide, neither time nor the number of workers: what is
 * decoded side by side touches each other's last digits.
 */
export function inParts(texts: readonly string[]): string[][] {
  const parts: string[][] = [];
  let length = Infinity;
  for (const text of texts) {
    length += text.length;
    if (length > partLength) {
      parts.push([]);
      ({ length } = text);
    }
    parts.at(-1)!.push(text);
  }
  return parts;
}

export function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

type Report = (done: number, total: number) => void;

/** The progress of a request whose parts are counted apart. */
export class SharedProgress {
  private readonly counts: { readonly length: number; done: number; total: number | undefined }[];

  /** @param report hears of sentences done and in all: an estimate by length until every part has begun */
  constructor(
    parts: readonly (readonly string[])[],
    private readonly report: Report | undefined,
  ) {
    this.counts = parts.map((texts) => ({ length: lengthOf(texts), done: 0, total: undefined }));
  }

  /** What the worker says of a part. */
  update(part: number, done: number, total: number): void {
    const count = this.counts[part]!;
    // A part whose worker died begins again.
    count.done = Math.max(count.done, done);
    count.total = total;
    const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
    const begun = this.counts.filter((other) => other.total !== undefined);
    const known = sum(begun.map((other) => other.total!));
    const begunLength = sum(begun.map(({ length }) => length));
    const share = begun.length === this.counts.length || begunLength === 0 ? 1 : sum(this.counts.map(({ length }) => length)) / begunLength;
    this.report?.(sum(this.counts.map((other) => other.done)), Math.round(known * share));
  }

  /** A part without sentences says nothing of itself. */
  finish(part: number): void {
    const { done, total } = this.counts[part]!;
    if (total === undefined) this.update(part, done, 0);
  }
}
