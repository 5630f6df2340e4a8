import type { Context } from '../context';

/** Takes all findings off the Problems panel, until the next check. */
export function clearTranslationFindings({ lint }: Context): () => void {
  return () => lint.clear();
}
