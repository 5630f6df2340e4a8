import type { KeptPart } from './draft';

/** A text in which parts are replaced by placeholders that every pack protects. */
export interface Masked {
  readonly text: string;
  /** Puts the parts back, in whatever order the translation has them; undefined when one is missing or there twice. */
  restore(translation: string): Restored | undefined;
}

export interface Restored {
  readonly text: string;
  /** Indices of the parts in the order of the translation. */
  readonly order: readonly number[];
}

/** Replaces parts, which are in order and do not overlap, by stand-ins such as `{0}` that the text does not hold otherwise. */
export function mask(text: string, parts: readonly KeptPart[]): Masked {
  const taken = new Set(Array.from(text.matchAll(/\{(\d+)\}/gu), (match) => Number(match[1])));
  const numbers: number[] = [];
  for (let number = 0; numbers.length < parts.length; number++) if (!taken.has(number)) numbers.push(number);
  const indices = new Map(numbers.map((number, index) => [number, index]));
  let masked = '';
  let offset = 0;
  parts.forEach(({ start, end }, index) => {
    masked += `${text.slice(offset, start)}{${numbers[index]!}}`;
    offset = end;
  });
  masked += text.slice(offset);
  return {
    text: masked,
    restore: (translation) => {
      const order: number[] = [];
      const restored = translation.replaceAll(/\{(\d+)\}/gu, (standIn, number: string) => {
        const index = indices.get(Number(number));
        if (index === undefined) return standIn;
        order.push(index);
        return parts[index]!.text;
      });
      const complete = order.length === parts.length && new Set(order).size === parts.length;
      return complete ? { text: restored, order } : undefined;
    },
  };
}
