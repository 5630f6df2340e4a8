import { nextMacrotask } from '../engine/macrotask';

/** Milliseconds of work before others get their turn. */
const slice = 8;

/** To be called between two steps of long work: waits where it is time to let others work, else is undefined. */
export type Breathe = () => Promise<void> | undefined;

export function turns(): Breathe {
  let turn = performance.now();
  return () => {
    if (performance.now() - turn < slice) return undefined;
    return nextMacrotask().then(() => {
      turn = performance.now();
    });
  };
}

/** All that `steps` gives, with turns for others between. */
export async function inTurns<T>(steps: Iterable<T>): Promise<T[]> {
  const breathe = turns();
  const all: T[] = [];
  for (const step of steps) {
    all.push(step);
    await breathe();
  }
  return all;
}
