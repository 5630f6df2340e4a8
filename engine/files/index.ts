/** Reads the untranslated texts of files and writes their translations; everything else of a file stays byte for byte. */
import { draftArb, draftJson } from './json';
import type { Draft, DraftInput, LeftReason } from './draft';
import type { FileFormat } from './format';
import { draftMarkdown } from './markdown';
import { readMessage, type Message } from './message';
import { draftPo, poLanguage } from './po';
import { draftProperties } from './properties';
import { draftXliff, xliffLanguages } from './xliff';

export { FormatError } from '../bilingual/unit';
export type { Draft, DraftInput, LeftReason } from './draft';
export { fileFormatOf, holdsBoth, knownExtensions } from './format';
export type { FileFormat } from './format';
export { isNamedForLanguage, targetPaths, unmarkedSources } from './targetPath';

/** Throws FormatError for a file that does not follow its format; its side says which of the two. */
export function readFileUnits(format: FileFormat, input: DraftInput): Draft {
  switch (format) {
    case 'markdown':
      return draftMarkdown(input);
    case 'po':
      return draftPo(input);
    case 'json':
      return draftJson(input);
    case 'arb':
      return draftArb(input);
    case 'properties':
      return draftProperties(input);
    case 'xliff':
      return draftXliff(input);
  }
}

/** The languages that a file says it is in; undefined where it does not say. Throws FormatError. */
export function declaredLanguages(format: FileFormat, text: string): { readonly source?: string | undefined; readonly target?: string | undefined } {
  if (format === 'xliff') return xliffLanguages(text);
  return format === 'po' ? { target: poLanguage(text) } : {};
}

/** A unit that stays untranslated. */
export interface LeftUnit {
  readonly source: string;
  /** In the source's file. */
  readonly offset: number;
  readonly context: string | undefined;
  readonly reason: LeftReason;
}

export interface FileResult {
  /** Of the target's file. */
  readonly text: string;
  /** Units that were translated now. */
  readonly translated: number;
  readonly left: readonly LeftUnit[];
}

/** The work on one file: what is to be translated, and what comes of it. */
export class FileTranslation {
  private readonly messages: readonly Message[];
  /** For the translator, in order. */
  readonly texts: readonly string[];

  constructor(private readonly draft: Draft) {
    this.messages = draft.units.map((unit) => readMessage(unit));
    this.texts = this.messages.flatMap(({ texts }) => texts);
  }

  /** @param translations one for each of `texts` */
  finish(translations: readonly string[]): FileResult {
    const left: LeftUnit[] = [];
    const leave = (index: number, reason: LeftReason): void => {
      const { source, span, context } = this.draft.units[index]!;
      left.push({ source, offset: span.start, context, reason });
    };
    let next = 0;
    const written = this.messages.map((message, index) => {
      const { length } = message.texts;
      const composed = message.compose(translations.slice(next, next + length));
      next += length;
      if ('text' in composed) return length > 0 ? composed.text : undefined;
      leave(index, composed.reason);
      return undefined;
    });
    const { text, refused } = this.draft.write(written);
    for (const index of refused) leave(index, 'structure');
    left.sort((a, b) => a.offset - b.offset);
    return { text, translated: written.filter((unit) => unit !== undefined).length - refused.length, left };
  }
}
