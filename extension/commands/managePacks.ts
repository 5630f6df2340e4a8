import type { Context } from '../context';

/** Shows the packs view, which has no place in the window until then. */
export function managePacks({ packTree }: Context): () => Promise<void> {
  return () => packTree.show();
}
