/** Where keys lead from a word or a pair of words. No DOM. */
import type { PanelSentence } from '../engine/protocol/panelProtocol';
import { otherSide, partnersOf, tokensOf, type Evidence, type WordRef } from './evidence';
import type { Mark } from './mark';

/** How a drawing's sides lie: words of one side follow each other in reading direction, the other side lies across. */
export interface Directions {
  /** Keys to the previous and the next word of a side. */
  readonly along: Readonly<Record<WordRef['side'], readonly [previous: string, next: string]>>;
  /** Keys that lead to the strongest partner. */
  readonly across: Readonly<Record<WordRef['side'], string>>;
}

/** What of a key's event matters here. */
export type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>;

const horizontal = ['ArrowLeft', 'ArrowRight'] as const;
const rightToLeft = ['ArrowRight', 'ArrowLeft'] as const;
const vertical = ['ArrowUp', 'ArrowDown'] as const;

/** Words that Page Up and Page Down pass. */
const page = 10;

export const directions = {
  rows: { along: { source: horizontal, target: horizontal }, across: { source: 'ArrowDown', target: 'ArrowUp' } },
  columns: { along: { source: vertical, target: vertical }, across: { source: 'ArrowRight', target: 'ArrowLeft' } },
} satisfies Record<string, Directions>;

/** Of running text, source above target, each in a script of its own direction. */
export function textDirections(isRightToLeft: Readonly<Record<WordRef['side'], boolean>>): Directions {
  const along = (side: WordRef['side']): (typeof horizontal) | (typeof rightToLeft) => (isRightToLeft[side] ? rightToLeft : horizontal);
  return { along: { source: along('source'), target: along('target') }, across: directions.rows.across };
}

/** The word to go to, or undefined when the key leads nowhere. */
export function nextWord(
  sentence: PanelSentence,
  evidence: Evidence,
  from: WordRef,
  key: string,
  { along, across }: Directions,
): WordRef | undefined {
  if (key === across[from.side]) {
    const [strongest] = partnersOf(sentence, evidence, from);
    return strongest && { side: otherSide(from.side), index: strongest.index };
  }
  const last = tokensOf(sentence, from.side).length - 1;
  const [previous, next] = along[from.side];
  const places: Readonly<Record<string, number>> = {
    [previous]: from.index - 1,
    [next]: from.index + 1,
    Home: 0,
    End: last,
    PageUp: Math.max(0, from.index - page),
    PageDown: Math.min(last, from.index + page),
  };
  const index = places[key];
  return index === undefined || index < 0 || index > last ? undefined : { side: from.side, index };
}

/**
 * The pair of words, or the label, to go to in a matrix of so many rows and columns. Labels lie before the first row and
 * column: a mark without a source word is a row's, one without a target word a column's. Home and End stay in the row,
 * with Control they lead to the first and the last pair.
 */
export function nextCell(rows: number, columns: number, from: Mark | undefined, { key, ctrlKey, metaKey }: Key): Mark | undefined {
  const row = from?.target ?? -1;
  const column = from?.source ?? -1;
  const far = ctrlKey || metaKey;
  const places: Readonly<Record<string, readonly [row: number, column: number]>> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    Home: far ? [0, 0] : [row, 0],
    End: far ? [rows - 1, columns - 1] : [row, columns - 1],
    PageUp: [row < 0 ? row : Math.max(0, row - page), column],
    PageDown: [Math.min(rows - 1, row + page), column],
  };
  const place = places[key];
  if (!place || rows === 0 || columns === 0) return undefined;
  if (!from) return { source: 0, target: 0 };
  const [target, source] = place;
  // The corner is no place, and there is nothing beyond the edges.
  if (target >= rows || source >= columns || target < -1 || source < -1 || (target < 0 && source < 0)) return undefined;
  return { ...(source < 0 ? {} : { source }), ...(target < 0 ? {} : { target }) };
}
