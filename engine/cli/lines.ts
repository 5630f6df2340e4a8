import { UsageError } from './usage';

/** Lines translated with one request: enough to fill the decoder's batches, few enough to start writing early. */
const batchLines = 64;

/**
 * Reads UTF-8 lines in batches as they come. A line ends with LF or CRLF; the last may lack its end.
 * Throws UsageError naming the line that is not UTF-8.
 */
export async function* readLineBatches(input: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  let number = 0;
  let batch: string[] = [];
  for await (const bytes of splitLines(input)) {
    number += 1;
    batch.push(decodeLine(bytes, number));
    if (batch.length === batchLines) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Lines without LF. */
export async function* splitLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
      yield concat([...parts, chunk.subarray(start, end)]);
      parts = [];
      start = end + 1;
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  }
  if (parts.length > 0) yield concat(parts);
}

/** Lines with LF between them. */
export function concatLines(lines: readonly Uint8Array[]): Uint8Array {
  const lineFeed = Uint8Array.of(0x0a);
  return concat(lines.flatMap((line, index) => (index > 0 ? [lineFeed, line] : [line])));
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** The text of a line without CR. Throws UsageError naming the line when it is not UTF-8. */
export function decodeLine(bytes: Uint8Array, number: number): string {
  try {
    const line = new TextDecoder('utf-8', { fatal: true, ignoreBOM: number > 1 }).decode(bytes);
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  } catch {
    throw new UsageError(`line ${number} of the input is not valid UTF-8; convert it first, for example with iconv`);
  }
}
