/** What a file of a pack may be. A folder comes from anywhere: links could lead out of it, and devices and pipes have no end. */
import { AlignLensError } from '../protocol/errors';
import { phrase, type Phrase } from '../protocol/phrase';

export interface FileFacts {
  /** A link is one whatever it leads to. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly bytes: number;
}

/** Of a graph: what protobuf can write. */
const mostGraphBytes = 2 ** 31 - 1;
/** Of manifests, tokenizers, lexicons and licences, which are read into objects many times as large. */
const mostOtherBytes = 64 * 2 ** 20;

/**
 * Looks at a file of a pack before it is read. Throws `pack-damaged` for a path out of the folder, a link, what is no file, and
 * a file that is too large; and whatever `look` throws.
 *
 * @param file path in the folder, with slashes
 * @param look what is known of a path in the folder, without following it if it is a link
 */
export async function checkFile(location: string, file: string, look: (path: string) => Promise<FileFacts>): Promise<void> {
  const parts = file.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..' || /[\\:\0]/u.test(part))) {
    throw refusal(phrase('"{0}" is not in the folder of the pack in {1}: nothing outside of it is read. Get the pack from where it was made.', file, location));
  }
  for (const depth of parts.keys()) {
    const path = parts.slice(0, depth + 1).join('/');
    const { kind, bytes } = await look(path);
    if (kind === 'link') throw refusal(phrase('{0} of the pack in {1} is a link: what lies elsewhere is not read. Copy the file itself into the folder.', path, location));
    if (depth < parts.length - 1) continue;
    if (kind !== 'file') throw refusal(phrase('{0} of the pack in {1} is not a file. Copy or install the pack again.', path, location));
    const most = /\.onnx(?:_data(?:_\d+)?)?$/u.test(path) ? mostGraphBytes : mostOtherBytes;
    if (bytes > most) {
      throw refusal(phrase('{0} of the pack in {1} has {2} MB, and {3} MB is the most that is read. Copy or install the pack again.', path, location, Math.ceil(bytes / 2 ** 20), Math.ceil(most / 2 ** 20)));
    }
  }
}

/** Whether it says of a file that it is not to be read, not only that it cannot be. */
export function isRefusal(error: unknown): boolean {
  return error instanceof AlignLensError && error.code === 'pack-damaged';
}

function refusal(sentence: Phrase): AlignLensError {
  return new AlignLensError('pack-damaged', sentence);
}
