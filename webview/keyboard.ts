/** Where the arrow keys lead from a word. No DOM. */
import type { PanelSentence } from '../engine/protocol/panelProtocol';
import { otherSide, partnersOf, tokensOf, type Evidence, type WordRef } from './evidence';

/** How a drawing's sides lie: words of one side follow each other in reading direction, the other side lies across. */
export interface Directions {
  /** Keys to the previous and the next word of a side. */
  readonly along: Readonly<Record<WordRef['side'], readonly [previous: string, next: string]>>;
  /** Keys that lead to the strongest partner. */
  readonly across: Readonly<Record<WordRef['side'], string>>;
}

const horizontal = ['ArrowLeft', 'ArrowRight'] as const;
const vertical = ['ArrowUp', 'ArrowDown'] as const;

export const directions = {
  rows: { along: { source: horizontal, target: horizontal }, across: { source: 'ArrowDown', target: 'ArrowUp' } },
  columns: { along: { source: vertical, target: vertical }, across: { source: 'ArrowRight', target: 'ArrowLeft' } },
  matrix: { along: { source: horizontal, target: vertical }, across: { source: 'ArrowDown', target: 'ArrowRight' } },
} satisfies Record<string, Directions>;

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
  const places: Readonly<Record<string, number>> = { [previous]: from.index - 1, [next]: from.index + 1, Home: 0, End: last };
  const index = places[key];
  return index === undefined || index < 0 || index > last ? undefined : { side: from.side, index };
}
