import type { Group } from './groups';
import type { ReadUnit } from './unitEncoder';

/**
 * What of a group is read for its line: its first unit, and the highest-scored others that fit `limit` subwords, each
 * with what introduces it (its heading, the function's signature).
 *
 * @param scores of all units
 * @returns indices of units in the order of the text; the first may lie before the group
 */
export function condense(units: readonly ReadUnit[], group: Group, scores: Float64Array, limit: number): number[] {
  const kept = new Set<number>();
  let room = limit;
  const keep = (unit: number): void => {
    const size = units[unit]!.pieces(false).length;
    if (kept.has(unit) || size > room) return;
    kept.add(unit);
    room -= size;
  };
  const keepWithHeads = (unit: number): void => {
    if (units[unit]!.pieces(false).length > room) return;
    // An introduction that fills the block would leave no room for what it introduces.
    for (const head of units[unit]!.heads) if (units[head]!.pieces(false).length <= room / 2) keep(head);
    keep(unit);
  };
  const others = group.slice(1).sort((a, b) => scores[b]! - scores[a]! || a - b);
  for (const unit of [group[0]!, ...others]) keepWithHeads(unit);
  return [...kept].sort((a, b) => a - b);
}
