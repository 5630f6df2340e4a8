/** Messages of gettext catalogues as passages. Pure. */
import { FormatError } from '../engine/bilingual';
import { escapePo, readPoEntries } from '../engine/bilingual/poStrings';
import type { MappedString } from '../engine/bilingual/mappedString';
import type { Passage } from './passages';

/** Editors rarely know the language of catalogues: their names tell. */
export function isCatalogue(path: string): boolean {
  return /\.pot?$/iu.test(path);
}

/** The message or its translation at an offset; undefined elsewhere, and in a file that is no catalogue. */
export function messageAt(text: string, offset: number): Passage | undefined {
  const strings = messages(text);
  const found = strings.find(({ span }) => span.start <= offset && offset <= span.end);
  return found && { kind: 'string', text: found.text, range: found.span, toDocument: found.toFile, write: escapePo };
}

function messages(text: string): MappedString[] {
  try {
    const entries = readPoEntries(text).filter(({ id }) => id.text !== '');
    const all = entries.flatMap(({ id, plural, translations }) => [id, ...(plural ? [plural] : []), ...translations.values()]);
    return all.filter((own) => own.text !== '');
  } catch (error) {
    if (error instanceof FormatError) return [];
    throw error;
  }
}
