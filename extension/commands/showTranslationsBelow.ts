import type { Context } from '../context';
import { switchReading } from '../reading/switchReading';

/** Shows translations below the comments and paragraphs in the editors, or no longer. */
export function showTranslationsBelow(context: Context): () => Promise<void> {
  return () => switchReading(context, 'below');
}
