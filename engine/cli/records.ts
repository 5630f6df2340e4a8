import { AlignLensError } from '../protocol/errors';
import { longestText, problemOf } from '../summarize/checks';
import { concatLines, decodeLine, splitLines } from './lines';
import { UsageError } from './usage';

/** A document of JSON-lines input. */
export interface SummaryRecord {
  readonly text: string;
  readonly languageId: string | undefined;
}

export type SummaryInput =
  | { readonly kind: 'document'; readonly text: string }
  | { readonly kind: 'records'; readonly batches: AsyncIterable<readonly SummaryRecord[]> };

/** Records summarized with one request, and their characters: enough to fill the batches, few enough to start writing early. */
const batchRecords = 64;
const batchCharacters = 2 * longestText;

/** Bytes from which on a document is too long in any encoding of its characters. */
const mostBytes = 4 * longestText;

/**
 * Reads JSON lines as they come when the first line is a record, else all input as one document.
 * Throws UsageError, or AlignLensError when a text cannot be summarized.
 */
export async function readSummaryInput(input: AsyncIterable<Uint8Array>): Promise<SummaryInput> {
  const lines = splitLines(input);
  const first = await lines.next();
  if (first.done) return { kind: 'document', text: '' };
  if (isRecordLine(first.value)) return { kind: 'records', batches: batchesOf(first.value, lines) };
  const kept = [first.value];
  let size = first.value.length;
  for await (const line of lines) {
    kept.push(line);
    size += line.length + 1;
    // Longer than any text may be: the rest need not be read to say so.
    if (size > mostBytes) break;
  }
  return { kind: 'document', text: decodeDocument(concatLines(kept)) };
}

function isRecordLine(line: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(decodeLine(line, 1));
    return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
  } catch {
    return false;
  }
}

async function* batchesOf(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<readonly SummaryRecord[]> {
  let batch = [parseRecord(first, 1)];
  let characters = batch[0]!.text.length;
  let number = 1;
  for await (const line of rest) {
    number += 1;
    const record = parseRecord(line, number);
    if (batch.length === batchRecords || characters + record.text.length > batchCharacters) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(record);
    characters += record.text.length;
  }
  yield batch;
}

function parseRecord(line: Uint8Array, number: number): SummaryRecord {
  let value: unknown;
  try {
    value = JSON.parse(decodeLine(line, number));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`line ${number} of the input is not valid JSON; each line must be an object with a "text"`);
  }
  const record = typeof value === 'object' && value !== null ? (value as { text?: unknown; languageId?: unknown }) : {};
  const { text, languageId } = record;
  if (typeof text !== 'string') throw new UsageError(`line ${number} of the input has no "text" that is a string`);
  if (languageId !== undefined && typeof languageId !== 'string') {
    throw new UsageError(`line ${number} of the input has a "languageId" that is no string`);
  }
  const problem = problemOf(text);
  if (problem) throw new AlignLensError(problem.code, `line ${number} of the input: ${problem.message}`);
  return { text, languageId };
}

function decodeDocument(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: bytes.length <= mostBytes }).decode(bytes);
  } catch {
    throw new UsageError('the input is not valid UTF-8; convert it first, for example with iconv');
  }
}
