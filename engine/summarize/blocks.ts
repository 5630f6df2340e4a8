import type { SourcePiece } from '../tokenizer/sentenceEncoder';
import type { ReadUnit } from './unitEncoder';

/** Consecutive units that the encoder reads at once. */
export interface Block {
  /** Indices of the first unit and of the one behind the last. */
  readonly first: number;
  readonly end: number;
  /** Subwords without EOS. */
  readonly pieces: readonly SourcePiece[];
}

/** Packs units, in order, into as few blocks of at most `limit` subwords as that allows; every unit fits one. */
export function packBlocks(units: readonly ReadUnit[], limit: number): Block[] {
  const blocks: Block[] = [];
  let pieces: SourcePiece[] = [];
  let first = 0;
  units.forEach((unit, index) => {
    if (index > first && pieces.length + unit.pieces(false).length > limit) {
      blocks.push({ first, end: index, pieces });
      pieces = [];
      first = index;
    }
    pieces.push(...unit.pieces(index === first));
  });
  if (pieces.length > 0) blocks.push({ first, end: units.length, pieces });
  return blocks;
}

/** The subwords of some units, given in order by index; cut to `limit`. */
export function joinUnits(units: readonly ReadUnit[], chosen: readonly number[], limit: number): SourcePiece[] {
  return chosen.flatMap((unit, position) => units[unit]!.pieces(position === 0)).slice(0, limit);
}
