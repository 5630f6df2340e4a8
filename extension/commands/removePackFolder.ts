import * as config from '../config';
import type { Context } from '../context';

/** Takes a pack of the user's own out of the settings; its files stay. */
export function removePackFolder({ packTree }: Context): (entry?: unknown) => Promise<void> {
  return async (entry) => {
    if (!packTree.isEntry(entry) || entry.place.folder === undefined) return;
    const { folder } = entry.place;
    await config.setPackFolders(config.packFolders(undefined).filter((other) => other !== folder));
    packTree.refresh();
  };
}
