/** Node's file system in the shape of the editor's, for what takes that: real files, without the editor. */
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { Address, FileSystem } from '../../extension/wholeFile';

export interface PathUri extends Address<PathUri> {
  readonly path: string;
}

export const uriOf = (path: string): PathUri => ({ path, with: (change) => uriOf(change.path) });

export const nodeFiles: FileSystem<PathUri> = {
  readFile: ({ path }) => readFile(path),
  writeFile: ({ path }, content) => writeFile(path, content),
  rename: (source, target) => rename(source.path, target.path),
  delete: ({ path }) => rm(path),
  readDirectory: async ({ path }) => (await readdir(path)).map((name) => [name, undefined] as const),
  stat: async ({ path }) => {
    const { mtimeMs, size } = await stat(path);
    return { mtime: mtimeMs, size };
  },
};
