import type { Context } from '../context';

/** Stops every translation that a command started; documents stay as they are. */
export function cancel({ work }: Context): () => void {
  return () => work.cancelAll();
}
