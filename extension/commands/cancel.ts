import type { Context } from '../context';

/** Stops all work that a command started; documents stay as they are. */
export function cancel({ work }: Context): () => void {
  return () => work.cancelAll();
}
