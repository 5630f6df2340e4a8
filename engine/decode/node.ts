import type { CharacterState } from './characters';
import type { Coverage } from './coverage';
import type { TermState } from './termGuide';

/** A hypothesis by its last subword; the others are shared with those that went on from the same beginning. */
export interface Node {
  readonly id: number;
  readonly previous: Node | undefined;
  /** Up to the step that wrote `id`. */
  readonly coverage: Coverage;
  readonly logProb: number;
  /** `logProb` less the excess penalty: what hypotheses of one length are ranked by. */
  readonly rank: number;
  readonly length: number;
  /** Placeholders written so far, as bits. */
  readonly written: number;
  /** The word in Latin letters that it ends with. */
  readonly word: string;
  readonly character: CharacterState;
  readonly terms: TermState | undefined;
}

export function subwordsOf(last: Node): number[] {
  const ids = new Array<number>(last.length);
  for (let node: Node | undefined = last; node; node = node.previous) ids[node.length - 1] = node.id;
  return ids;
}
