/** Which word a glossary command is about. */
import type * as vscode from 'vscode';
import { mostWords } from '../../engine/glossary';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import type { Span } from '../../engine/protocol/result';
import { translationSettings, type Context } from '../context';
import type { Passage } from '../passages';
import { placeOf } from '../place';
import { activeEditor, documentOf, shortName, spanOf } from '../request';
import type { TranslationSettings } from '../translator';

export interface TermSubject {
  readonly document: vscode.TextDocument;
  /** Empty where nothing is selected and no word is there. */
  readonly word: string;
  /** Where the word stands; undefined where there is none. */
  readonly span: Span | undefined;
  /** The prose around it. */
  readonly passage: Passage | undefined;
}

/**
 * The word that a link points at; else what is selected, or the word at the cursor.
 *
 * @throws AlignLensError `not-text`, or `text-changed` where the word that a link names is there no more
 */
export async function termSubject({ prose }: Pick<Context, 'prose'>, place: unknown): Promise<TermSubject> {
  const named = placeOf(place);
  if (named) {
    const document = await documentOf(named);
    const range = document.getWordRangeAtPosition(document.positionAt(named.offset));
    // What the link promised to write is what is written: nothing that stands elsewhere, or nowhere.
    if (named.word !== undefined && (!range || document.getText(range) !== named.word)) {
      throw new AlignLensError('text-changed', phrase('{0} changed since the hover was shown, so nothing was written. Point at the word again.', shortName(document)));
    }
    return subjectAt(document, range, await prose.at(document, named.offset));
  }
  const { document, selection } = activeEditor();
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
  return subjectAt(document, range, await prose.at(document, document.offsetAt(selection.start)));
}

/**
 * What a translation of the passage around the word would be made with: its languages are the term's.
 *
 * @throws AlignLensError `language-pair`
 */
export function termSettings(context: Pick<Context, 'packs' | 'glossaries' | 'corrections'>, { document, word, passage }: TermSubject): Promise<TranslationSettings> {
  return translationSettings(context, document, [passage?.text ?? word]);
}

/** Throws `glossary` for what is too long to be a term. */
export function requireTerm(text: string): void {
  if (text.trim().split(/\s+/u).length <= mostWords) return;
  throw new AlignLensError('glossary', phrase('A term has at most {0} words. Select less, or correct the translation of the sentence.', mostWords));
}

function subjectAt(document: vscode.TextDocument, range: vscode.Range | undefined, passage: Passage | undefined): TermSubject {
  if (!range) return { document, word: '', span: undefined, passage };
  return { document, word: oneLine(document.getText(range)), span: spanOf(document, range), passage };
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}
