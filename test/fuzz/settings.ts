/** How much the fuzzer does: little and always the same in `npm test`, much in `npm run fuzz` (scripts/fuzz.mjs), which sets these. */
import { appendFileSync } from 'node:fs';

const { ALIGNLENS_FUZZ_RUNS, ALIGNLENS_FUZZ_SEED, ALIGNLENS_FUZZ_REPORT } = process.env;

export const isLong = ALIGNLENS_FUZZ_RUNS !== undefined;
export const seed = Number(ALIGNLENS_FUZZ_SEED ?? 1);

/** @param few inputs in `npm test`; @param share of all inputs in `npm run fuzz` */
export function runs(few: number, share: number): number {
  return ALIGNLENS_FUZZ_RUNS === undefined ? few : Math.ceil(Number(ALIGNLENS_FUZZ_RUNS) * share);
}

/** Milliseconds in which an input must be answered. More in `npm test`, which shares its machine with other tests. */
export const deadline = isLong ? 5000 : 20_000;

/** What came of one input. */
export interface Outcome {
  readonly group: 'packs' | 'texts';
  readonly kind: string;
  readonly result: string;
  readonly milliseconds: number;
  readonly rss: number;
}

/** Tells `npm run fuzz`, if it is that which runs. */
export function report(outcome: Omit<Outcome, 'rss'>): void {
  if (ALIGNLENS_FUZZ_REPORT === undefined) return;
  appendFileSync(ALIGNLENS_FUZZ_REPORT, `${JSON.stringify({ ...outcome, rss: process.memoryUsage.rss() } satisfies Outcome)}\n`);
}
