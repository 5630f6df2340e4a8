import type { Context } from '../context';
import { noPreviewError } from './acceptTranslation';

/** Closes the comparison in front; nothing is written. */
export function discardTranslation({ previews }: Pick<Context, 'previews'>): () => Promise<void> {
  return async () => {
    const preview = previews.current();
    if (!preview) throw noPreviewError();
    await previews.discard(preview);
  };
}
