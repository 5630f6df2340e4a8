import type { Context } from '../context';

/** Opens the extension's log. */
export function showLog({ log }: Context): () => void {
  return () => log.show();
}
