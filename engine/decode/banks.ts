/** Something to continue a beam with. */
export interface Banked {
  readonly logProb: number;
  /** Subwords of required terms that it has written. */
  readonly bank: number;
}

/**
 * Dynamic beam allocation (Post & Vilar 2018): hypotheses compete with those that have written as much of the required terms,
 * so that the unlikely beginning of a term survives. The banks that are not empty get places in turn, the fullest first.
 *
 * @returns at most `size` candidates, best first
 */
export function allocate<T extends Banked>(candidates: readonly T[], size: number): T[] {
  const banks = new Map<number, T[]>();
  for (const candidate of [...candidates].sort((a, b) => b.logProb - a.logProb)) {
    const bank = banks.get(candidate.bank);
    if (bank) bank.push(candidate);
    else banks.set(candidate.bank, [candidate]);
  }
  const order = [...banks.keys()].sort((a, b) => b - a).map((bank) => banks.get(bank)!);
  const kept: T[] = [];
  for (let round = 0; kept.length < size && order.some((bank) => bank.length > round); round++) {
    for (const bank of order) {
      const next = bank[round];
      if (next && kept.length < size) kept.push(next);
    }
  }
  return kept.sort((a, b) => b.logProb - a.logProb);
}
