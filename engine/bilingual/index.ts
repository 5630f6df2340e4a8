/** Reads texts with their translations out of gettext catalogues, JSON pairs and Markdown pairs, with exact offsets. */
import { readJsonPair } from './json';
import { readMarkdownPair } from './markdown';
import { readPo } from './po';
import type { Unit } from './unit';

export { defaultPairRules, pairFor, pairLanguages, parsePairRule } from './pairRules';
export type { PairLanguages, PairRule } from './pairRules';
export { FormatError, sourceFileSpan, targetFileSpan } from './unit';
export type { Unit } from './unit';

export type BilingualFormat = 'po' | 'json' | 'markdown';

/** The format of a file by its name; undefined for others. */
export function formatOf(path: string): BilingualFormat | undefined {
  const extension = /\.([A-Za-z]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '';
  return ({ po: 'po', pot: 'po', json: 'json', jsonc: 'json', md: 'markdown', markdown: 'markdown', mdx: 'markdown' } as const)[extension];
}

/**
 * The units of a file pair, in order; of a catalogue, which holds both texts, give the file twice. Throws FormatError.
 */
export function readUnits(format: BilingualFormat, sourceFile: string, targetFile: string): readonly Unit[] {
  switch (format) {
    case 'po':
      return readPo(sourceFile).units;
    case 'json':
      return readJsonPair(sourceFile, targetFile);
    case 'markdown':
      return readMarkdownPair(sourceFile, targetFile);
  }
}
