import type { Context } from '../context';
import { isPackEntry } from '../packsView/packTree';

/** Checks every file of a pack against its SHA-256. */
export function verifyPack({ packTree }: Context): (entry?: unknown) => Promise<void> {
  return async (entry) => {
    if (isPackEntry(entry)) await packTree.verify(entry.place.location);
  };
}
