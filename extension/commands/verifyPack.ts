import type { Context } from '../context';

/** Checks every file of a pack against its SHA-256. */
export function verifyPack({ packTree }: Context): (entry?: unknown) => Promise<void> {
  return async (entry) => {
    if (packTree.isEntry(entry)) await packTree.verify(entry.place.location);
  };
}
