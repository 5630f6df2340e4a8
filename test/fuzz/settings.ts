/** How much the fuzzer does: little and always the same in `npm test`, much in `npm run fuzz` (scripts/fuzz.mjs), which sets these. */
import { appendFileSync } from 'node:fs';

const { ALIGNLENS_FUZZ_RUNS, ALIGNLENS_FUZZ_SEED, ALIGNLENS_FUZZ_REPORT } = process.env;

export const seed = Number(ALIGNLENS_FUZZ_SEED ?? 1);

/** @param few inputs in `npm test`; @param share of all inputs in `npm run fuzz` */
export function runs(few: number, share: number): number {
  return ALIGNLENS_FUZZ_RUNS === undefined ? few : Math.ceil(Number(ALIGNLENS_FUZZ_RUNS) * share);
}

/** Milliseconds of the processor's time in which an input must be answered: the clock's depend on what else runs. */
export const deadline = 5000;

/** Measures what an input takes. */
export class Stopwatch {
  private readonly started = performance.now();
  private readonly before = process.cpuUsage();

  /** So far, in milliseconds: by the clock, and of the processor with all threads of this process. */
  read(): { readonly clock: number; readonly processor: number } {
    const { user, system } = process.cpuUsage(this.before);
    return { clock: performance.now() - this.started, processor: (user + system) / 1000 };
  }
}

/** What came of one input. */
export interface Outcome {
  readonly group: 'packs' | 'texts';
  readonly kind: string;
  readonly result: string;
  readonly clock: number;
  readonly processor: number;
  readonly rss: number;
}

/** Tells `npm run fuzz`, if it is that which runs. */
export function report(outcome: Omit<Outcome, 'rss'>): void {
  if (ALIGNLENS_FUZZ_REPORT === undefined) return;
  appendFileSync(ALIGNLENS_FUZZ_REPORT, `${JSON.stringify({ ...outcome, rss: process.memoryUsage.rss() } satisfies Outcome)}\n`);
}
