import type { Span } from '../protocol/result';

/** Why a unit stays untranslated. */
export type LeftReason =
  /** A placeholder, tag or code span got lost, was changed or changed its place where places count. */
  | 'placeholders'
  /** The markup of the document would be another one. */
  | 'structure'
  /** The translation is the text itself, or empty. */
  | 'unchanged'
  /** The text does not follow its own syntax, such as an ICU message with an open brace. */
  | 'malformed';

/** A text of a file that has no translation yet. */
export interface FileUnit {
  /** Without escapes and decoration of the format. */
  readonly source: string;
  /** Of the text in its file. */
  readonly span: Span;
  /** Key, path of keys, msgctxt. */
  readonly context?: string;
  /** Of gettext, such as `c-format`. */
  readonly flags: readonly string[];
  /** How placeholders are written; see `readMessage`. */
  readonly syntax: MessageSyntax;
  /** Parts of `source` that pass through as they are, in order. */
  readonly kept: readonly KeptPart[];
}

/** `icu`: ICU MessageFormat with branches; `java`: java.text.MessageFormat, in which an apostrophe is written twice. */
export type MessageSyntax = 'plain' | 'icu' | 'java';

/** A part that passes through; written as `text`, which may differ from what `source` has there. */
export interface KeptPart extends Span {
  readonly text: string;
}

/** What a file becomes. */
export interface Written {
  /** Of the target's file. */
  readonly text: string;
  /** Indices of units whose translation was not written since it would change the document's structure. */
  readonly refused: readonly number[];
}

/** The untranslated texts of a file, and the way to write their translations. */
export interface Draft {
  readonly units: readonly FileUnit[];
  /** How many texts have a translation already; they stay as they are. */
  readonly translated: number;
  /** The target's file with a translation for each unit; undefined leaves the unit as it is. */
  write(translations: readonly (string | undefined)[]): Written;
}

/** What a draft is made of. */
export interface DraftInput {
  readonly source: string;
  /** The target's file, if there is one; of a format that holds both texts, none. */
  readonly existing: string | undefined;
  /** The target's language, such as `zh`. */
  readonly targetLanguage: string;
}

/** A replacement in a file. */
export interface FileEdit extends Span {
  readonly text: string;
}

/** The text with all edits, which do not overlap; insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly FileEdit[]): string {
  let result = '';
  let offset = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(offset, edit.start) + edit.text;
    offset = edit.end;
  }
  return result + text.slice(offset);
}
