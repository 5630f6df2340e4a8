import { AlignLensError } from '../protocol/errors';
import { phrase } from '../protocol/phrase';

/** What ONNX Runtime, its WebAssembly and JavaScript say when they get no more memory. */
const complaint = /bad_alloc|failed to allocate|allocation failed|out of memory|Unable to grow/iu;

/**
 * `out-of-memory` for an error that comes of a lack of memory, or else undefined. Memory of WebAssembly is given back with its
 * worker only: whoever runs one ends it after this error.
 *
 * @param name of the pack's file that was at work, where one was
 */
export function memoryError(error: unknown, name?: string): AlignLensError | undefined {
  if (error instanceof AlignLensError || !complaint.test(String(error))) return undefined;
  const advice = name === undefined
    ? 'There was not enough memory for the translation engine; nothing was changed. Close what you do not need, or select less, and try again: the engine starts anew.'
    : phrase('There was not enough memory for {0}; nothing was changed. Close what you do not need, or select less, and try again: the engine starts anew. If it is always this pack, remove it from alignlens.packFolders.', name);
  return new AlignLensError('out-of-memory', advice, String(error));
}
