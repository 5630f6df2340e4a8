import type { Context } from '../context';
import { switchReading } from '../reading/switchReading';

/** Shows translations instead of the comments and paragraphs in the editors, or the originals again. */
export function showOnlyTranslations(context: Context): () => Promise<void> {
  return () => switchReading(context, 'instead');
}
