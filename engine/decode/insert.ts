/** A subword of a hypothesis with the step that wrote it. */
export interface WrittenRow {
  readonly id: number;
  /** α `[sourceLength]` */
  readonly attention: Float32Array;
  readonly logProb: number;
  /** Whether it continues a term: nothing may come before it. */
  readonly joined: boolean;
}

/**
 * Puts what the hypothesis forgot before the subword (EOS at last) whose step looked at it most. It is attended to by its
 * source positions alone.
 */
export function insert(
  rows: WrittenRow[],
  ids: readonly number[],
  positions: readonly number[],
  width: number,
): void {
  const massOf = (attention: Float32Array): number => positions.reduce((sum, position) => sum + attention[position]!, 0);
  let best = 0;
  rows.forEach(({ attention, joined }, t) => {
    if (!joined && massOf(attention) > massOf(rows[best]!.attention)) best = t;
  });
  const attention = new Float32Array(width);
  for (const position of positions) attention[position] = 1 / positions.length;
  rows.splice(best, 0, ...ids.map((id, i) => ({ id, attention, logProb: 0, joined: i > 0 })));
}
