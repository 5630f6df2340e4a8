import * as vscode from 'vscode';
import { loadManifest, sha256, type ReadFile } from '../../engine/pack/loader';
import type { Manifest } from '../../engine/pack/manifest';
import type { AlignLensError } from '../../engine/protocol/errors';
import { toAlignLensError } from '../../engine/protocol/rpc';
import type { PackPlace } from '../packs';

/** A pack as the view lists it: what its manifest says, or what is wrong with it. */
export interface PackEntry {
  readonly place: PackPlace;
  readonly state: { readonly manifest: Manifest; readonly details: PackDetails } | { readonly error: AlignLensError };
}

/** What is known of a pack besides its manifest. */
export interface PackDetails {
  /** Undefined where the file system does not tell. */
  readonly bytes: number | undefined;
  /** SHA-256 of the manifest, which holds those of all other files: it stands for the whole pack. */
  readonly hash: string;
  /** The text of its LICENSE in one line; undefined when it has none. */
  readonly licence: string | undefined;
}

/** Reads all but the large files. Never rejects: a damaged pack has its error. */
export async function readPackEntry(place: PackPlace, readFile: ReadFile): Promise<PackEntry> {
  try {
    const manifest = await loadManifest(place.location, readFile);
    const [hash, bytes, licence] = await Promise.all([
      readFile(place.location, 'manifest.json').then(sha256),
      place.bytes ?? sizeOf(place.location, Object.keys(manifest.files)),
      readFile(place.location, 'LICENSE').then(oneLine, () => undefined),
    ]);
    return { place, state: { manifest, details: { bytes, hash, licence } } };
  } catch (error) {
    return { place, state: { error: toAlignLensError(error) } };
  }
}

/** A missing file shows when the pack is verified or used; until then its size is not known. */
async function sizeOf(location: string, files: readonly string[]): Promise<number | undefined> {
  const folder = vscode.Uri.parse(location, true);
  try {
    const stats = await Promise.all(files.map((file) => vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, file))));
    return stats.reduce((sum, { size }) => sum + size, 0);
  } catch {
    return undefined;
  }
}

function oneLine(content: Uint8Array): string {
  return new TextDecoder().decode(content).replace(/\s+/gu, ' ').trim();
}
