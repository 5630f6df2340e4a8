import type { Context } from '../context';

/** Takes the packs view out of the window. */
export function hidePacks({ packTree }: Context): () => Promise<void> {
  return () => packTree.hide();
}
