import { AlignLensError } from '../../engine/protocol/errors';
import type { Context } from '../context';

/** Writes the translation that the comparison in front shows. */
export function acceptTranslation({ previews }: Pick<Context, 'previews'>): () => Promise<void> {
  return async () => {
    const preview = previews.current();
    if (!preview) throw noPreviewError();
    await previews.accept(preview);
  };
}

export function noPreviewError(): AlignLensError {
  return new AlignLensError('empty-input', 'There is no proposed translation in front. Run "AlignLens: Translate File" first.');
}
