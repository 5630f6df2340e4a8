/** Files that are there as a whole or not at all, whatever happens while they are written. No editor needed: its file system is given. */

/** What it takes of the editor's file system, and of its addresses. */
export interface FileSystem<Uri> {
  readFile(uri: Uri): PromiseLike<Uint8Array>;
  writeFile(uri: Uri, content: Uint8Array): PromiseLike<void>;
  rename(source: Uri, target: Uri, options: { readonly overwrite: boolean }): PromiseLike<void>;
  delete(uri: Uri): PromiseLike<void>;
  readDirectory(uri: Uri): PromiseLike<readonly (readonly [string, unknown])[]>;
  stat(uri: Uri): PromiseLike<{ readonly mtime: number; readonly size: number }>;
}

export interface Address<Uri> {
  readonly path: string;
  with(change: { readonly path: string }): Uri;
}

const ending = '.tmp';
/** No write takes so long, in milliseconds. */
const abandoned = 60 * 60_000;

/** Writes a file beside the one that is there, and puts it in its place when it is complete. On failure the former one stays, and nothing else. */
export async function writeWhole<Uri extends Address<Uri>>(fs: FileSystem<Uri>, uri: Uri, content: Uint8Array): Promise<void> {
  // Its own name, should two windows write at once.
  const written = uri.with({ path: `${uri.path}.${Math.random().toString(36).slice(2)}${ending}` });
  try {
    await fs.writeFile(written, content);
    await requireWhole(fs, written, content);
    await fs.rename(written, uri, { overwrite: true });
  } catch (error) {
    await removed(fs, written);
    throw error;
  }
}

/**
 * Where a disk has room for a part, the system writes that and says how much it was: the editor's file system does not look.
 *
 * @throws Error when the file does not have the content's length
 */
async function requireWhole<Uri>(fs: Pick<FileSystem<Uri>, 'stat'>, uri: Uri, content: Uint8Array): Promise<void> {
  const { size } = await fs.stat(uri);
  if (size !== content.length) throw new Error(`${size} of ${content.length} bytes were written`);
}

/** Removes what windows left behind that were ended while they wrote this file. */
export async function removeAbandoned<Uri extends Address<Uri>>(fs: FileSystem<Uri>, uri: Uri): Promise<void> {
  const end = uri.path.lastIndexOf('/');
  const [folder, name] = [uri.path.slice(0, end), uri.path.slice(end + 1)];
  const entries = await Promise.resolve(fs.readDirectory(uri.with({ path: folder }))).catch(() => []);
  for (const [entry] of entries) {
    if (!entry.startsWith(`${name}.`) || !entry.endsWith(ending)) continue;
    const left = uri.with({ path: `${folder}/${entry}` });
    const stat = await Promise.resolve(fs.stat(left)).catch(() => undefined);
    // Of a clock that was set back, files are from the future.
    if (stat && Math.abs(Date.now() - stat.mtime) > abandoned) await removed(fs, left);
  }
}

async function removed<Uri>(fs: Pick<FileSystem<Uri>, 'delete'>, uri: Uri): Promise<void> {
  try {
    await fs.delete(uri);
  } catch {
    // It may never have come to be, and another window may have been faster.
  }
}
