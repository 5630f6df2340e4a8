/** Chance from a seed, with the few shapes of it that mutators and random walks need. */
import { pick, seededRandom } from '../../engine/cli/seededRandom';

export class Chance {
  /** A number that is at least 0 and below 1. */
  readonly next: () => number;

  constructor(seed: number) {
    this.next = seededRandom(seed);
  }

  /** From 0 to `end` − 1. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** True in one of `times` cases. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  of<T>(choices: readonly T[]): T {
    if (choices.length === 0) throw new RangeError('nothing to choose from');
    return pick(choices, this.next);
  }
}
