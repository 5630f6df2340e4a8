import { join, resolve } from 'node:path';

/** The repository. */
export const root = resolve(import.meta.dirname, '../..');

/** Everything a script fetches or makes for itself; never committed, safe to delete. */
export const cacheDir = join(root, '.cache');
