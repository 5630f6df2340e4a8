import * as vscode from 'vscode';
import { loadManifest, sha256, type ReadFile } from '../../engine/pack/loader';
import { describeManifest } from '../../engine/pack/manifest';
import { AlignLensError } from '../../engine/protocol/errors';
import type { PackInfo } from '../../engine/protocol/result';
import { toAlignLensError } from '../../engine/protocol/rpc';
import { cut } from '../../engine/protocol/validate';
import { isModelFolder, readModelFolder } from '../../engine/transformers/modelFolder';
import type { PackPlace } from '../packs';

/** A pack as the view lists it: what it says of itself, or what is wrong with it. */
export interface PackEntry {
  readonly place: PackPlace;
  readonly state: { readonly info: PackInfo; readonly details: PackDetails } | { readonly error: AlignLensError };
}

/** What is known of a pack besides what it is for. */
export interface PackDetails {
  /** Undefined where the file system does not tell. */
  readonly bytes: number | undefined;
  /**
   * SHA-256 of the manifest, which holds those of all other files: it stands for the whole pack. Undefined for a model of
   * Hugging Face's format, which has none.
   */
  readonly hash: string | undefined;
  /** Quality figures as the manifest has them. */
  readonly metrics: unknown;
  /** The beginning of its LICENSE in one line; undefined when it has none. */
  readonly licence: string | undefined;
}

/** Reads all but the large files. Never rejects: a damaged pack has its error. */
export async function readPackEntry(place: PackPlace, readFile: ReadFile): Promise<PackEntry> {
  try {
    return { place, state: await readManifestState(place, readFile) };
  } catch (error) {
    const noPack = error instanceof AlignLensError && error.code === 'pack-missing';
    if (noPack && (await isModelFolder(place.location, readFile))) return readModelEntry(place, readFile);
    return { place, state: { error: toAlignLensError(error) } };
  }
}

async function readManifestState(place: PackPlace, readFile: ReadFile): Promise<PackEntry['state']> {
  const manifest = await loadManifest(place.location, readFile);
  const [hash, bytes, licence] = await Promise.all([
    readFile(place.location, 'manifest.json').then(sha256),
    place.bytes ?? sizeOf(place.location, Object.keys(manifest.files)),
    licenceOf(place, readFile),
  ]);
  return { info: describeManifest(manifest, place.location), details: { bytes, hash, licence, metrics: manifest.metrics } };
}

/** Which of a model's graphs are there shows when it is verified or used, and so does their size. */
async function readModelEntry(place: PackPlace, readFile: ReadFile): Promise<PackEntry> {
  try {
    const { info } = await readModelFolder(place.location, readFile);
    const details = { bytes: undefined, hash: undefined, licence: await licenceOf(place, readFile), metrics: undefined };
    return { place, state: { info, details } };
  } catch (error) {
    return { place, state: { error: toAlignLensError(error) } };
  }
}

function licenceOf({ location }: PackPlace, readFile: ReadFile): Promise<string | undefined> {
  return readFile(location, 'LICENSE').then(oneLine, () => undefined);
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
  return cut(new TextDecoder().decode(content.subarray(0, 4000)).replace(/\s+/gu, ' ').trim());
}
