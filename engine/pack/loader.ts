import { AlignLensError } from '../protocol/errors';
import { phrase } from '../protocol/phrase';
import { isRefusal } from './folderFile';
import { parseManifest, type Manifest } from './manifest';

/** Reads a file of a pack; rejects with `pack-missing` when there is none, with `pack-damaged` when it is not to be read (`checkFile`). */
export type ReadFile = (location: string, file: string) => Promise<Uint8Array>;

/** A pack's files as they are, with every hash checked. */
export interface PackFiles {
  readonly manifest: Manifest;
  readonly sourceTokenizer: Uint8Array;
  readonly targetTokenizer: Uint8Array;
  readonly encoder: Uint8Array;
  readonly decoder: Uint8Array;
  readonly output: Uint8Array;
  /** Absent when the manifest has no lexicon. */
  readonly lexicon: Uint8Array | undefined;
  /** Absent when the manifest has no list of words. */
  readonly knownWords: Uint8Array | undefined;
}

/** Reads and checks `manifest.json` alone. */
export async function loadManifest(location: string, readFile: ReadFile): Promise<Manifest> {
  return parseManifest(await readPackFile(location, 'manifest.json', readFile), location);
}

/**
 * Reads a pack. Throws `pack-missing` (a file is not there), `pack-damaged` (a file's SHA-256 is not the
 * manifest's) or `pack-incompatible` (the manifest does not fit this engine), naming the file.
 */
export async function loadPackFiles(location: string, readFile: ReadFile): Promise<PackFiles> {
  const manifest = await loadManifest(location, readFile);
  const checked = (file: string): Promise<Uint8Array> => readChecked(location, file, manifest, readFile);
  const [sourceTokenizer, targetTokenizer, encoder, decoder, output, lexicon, knownWords] = await Promise.all([
    checked('source.tokenizer.json'),
    checked('target.tokenizer.json'),
    checked('encoder.onnx'),
    checked('decoder.onnx'),
    checked('output.onnx'),
    manifest.lexicon ? checked(manifest.lexicon.file) : undefined,
    manifest.knownWords === undefined ? undefined : checked(manifest.knownWords),
  ]);
  return { manifest, sourceTokenizer, targetTokenizer, encoder, decoder, output, lexicon, knownWords };
}

/**
 * Checks every file that the manifest names against its SHA-256, one after another, so that one file at most is held.
 * Answers with the bytes of all. Throws like `loadPackFiles`, and `cancelled`.
 */
export async function verifyPack(
  location: string,
  readFile: ReadFile,
  { signal, onProgress }: { readonly signal?: AbortSignal; readonly onProgress?: (done: number, total: number) => void } = {},
): Promise<number> {
  const manifest = await loadManifest(location, readFile);
  const files = Object.keys(manifest.files);
  let bytes = 0;
  for (const [done, file] of files.entries()) {
    if (signal?.aborted) throw new AlignLensError('cancelled', 'The check of the pack was cancelled.');
    onProgress?.(done, files.length);
    bytes += (await readChecked(location, file, manifest, readFile)).byteLength;
  }
  return bytes;
}

/** Reads a file that the manifest names. Throws like `loadPackFiles`. */
export async function readChecked(location: string, file: string, manifest: Manifest, readFile: ReadFile): Promise<Uint8Array> {
  const expected = Object.hasOwn(manifest.files, file) ? manifest.files[file] : undefined;
  if (expected === undefined) {
    throw new AlignLensError(
      'pack-incompatible',
      phrase('manifest.json of the pack in {0} gives no SHA-256 of {1}. Build the pack again.', location, file),
    );
  }
  const content = await readPackFile(location, file, readFile);
  const actual = await sha256(content);
  if (actual !== expected) {
    throw new AlignLensError(
      'pack-damaged',
      phrase('{0} of the pack in {1} is damaged: its SHA-256 is not the one in manifest.json. Copy or install the pack again.', file, location),
      `expected ${expected}, found ${actual}, ${content.byteLength} bytes`,
    );
  }
  return content;
}

async function readPackFile(location: string, file: string, readFile: ReadFile): Promise<Uint8Array> {
  try {
    return await readFile(location, file);
  } catch (error) {
    if (isRefusal(error)) throw error;
    const detail = error instanceof AlignLensError ? (error.detail ?? error.message) : String(error);
    throw new AlignLensError(
      'pack-missing',
      phrase('The model pack in {0} has no readable {1}. Check the pack\'s folder, or install the pack again.', location, file),
      detail,
    );
  }
}

/** In lower-case hexadecimal digits. */
export async function sha256(content: Uint8Array): Promise<string> {
  // WebCrypto takes no view of shared memory; these bytes never are one.
  const digest = await crypto.subtle.digest('SHA-256', content as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
