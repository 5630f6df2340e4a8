import { PhrasedError, type Phrase } from '../protocol/phrase';
import type { Span } from '../protocol/result';
import type { Edge } from '../text';

/** A text and its translation as they stand in the file or files, with the way back to the files. */
export interface Unit {
  /** Without escapes and markup of the format; offsets of findings are into it. Empty where only the translation is there. */
  readonly source: string;
  /** Empty where there is no translation. */
  readonly target: string;
  /** Content of the source in its file: without quotes or list markers, escapes and line breaks included. */
  readonly sourceSpan: Span;
  /** The same of the target; an empty span at the place where a missing translation belongs. */
  readonly targetSpan: Span;
  readonly toSourceFile: ToFile;
  readonly toTargetFile: ToFile;
  /** A piece of target text as the target's file writes it (escapes), for edits inside `targetSpan`. */
  readonly writeTarget: (text: string) => string;
  /** Of gettext: `fuzzy`, `c-format`, …; see also the flags below. */
  readonly flags: readonly string[];
  /** gettext's msgctxt, or the key path of JSON. */
  readonly context?: string;
}

/** Offset in a text, 0 to its length → offset in the file. */
export type ToFile = (offset: number, edge?: Edge) => number;

/** The source has no translation: a key or block is missing in the target's file. */
export const missingFlag = 'missing';
/** The target has no source. */
export const extraFlag = 'extra';
/** A form of a plural that may leave the number out (the form for one thing). */
export const singularFlag = 'singular-form';

/** Where a span of a unit's target lies in its file. */
export function targetFileSpan(unit: Unit, { start, end }: Span): Span {
  return fileSpan(unit.toTargetFile, start, end);
}

export function sourceFileSpan(unit: Unit, { start, end }: Span): Span {
  return fileSpan(unit.toSourceFile, start, end);
}

function fileSpan(toFile: ToFile, start: number, end: number): Span {
  const from = toFile(start, 'start');
  return { start: from, end: end > start ? toFile(end, 'end') : from };
}

/** A file that does not follow its format. */
export class FormatError extends PhrasedError {
  override readonly name = 'FormatError';

  constructor(
    sentence: string | Phrase,
    /** Where, in UTF-16 code units from the start of the file. */
    readonly offset: number,
    /** The file of a pair. */
    readonly side: 'source' | 'target' = 'source',
  ) {
    super(sentence);
  }
}
