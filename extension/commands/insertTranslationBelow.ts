import * as vscode from 'vscode';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import { translationBelow } from '../../engine/text/translationBelow';
import type { Context } from '../context';
import { changeInOneStep, type Change } from '../edit';
import { rangeOf } from '../request';
import { requestedProse, textChangedError, translatePassages, unchangedEditor, type RequestedProse } from '../writing/requestedProse';

/**
 * Writes the translation of the selected prose, of the comment or paragraph at each cursor, or of the one that a link
 * points to below it, as a comment or paragraph of the same kind; one undo takes all back.
 */
export function insertTranslationBelow(context: Context): (place?: unknown) => Promise<void> {
  return async (place) => {
    const requested = await requestedProse(context, place, true);
    // Whatever leaves no place for a translation is said before any work.
    requested.passages.forEach(({ text }, index) => insertion(requested, index, text));
    const translations = await translatePassages(context, requested, vscode.l10n.t('AlignLens: translating the selection'));
    const editor = await unchangedEditor(requested);
    const changes = requested.passages.map((_, index) => insertion(requested, index, translations[index]?.target ?? ''));
    await changeInOneStep(editor, changes, textChangedError(requested.document));
  };
}

/** Throws `empty-input` for a passage that nothing can be written below. */
function insertion({ document, passages }: RequestedProse, index: number, translation: string): Change {
  const passage = passages[index]!;
  const below = translationBelow(document.getText(), document.languageId, passage.range, passage.write(translation));
  if ('edit' in below) return { range: rangeOf(document, below.edit.range), text: below.edit.text };
  throw new AlignLensError(
    'empty-input',
    below.reason === 'cell'
      ? phrase('A cell of a table has no place for a translation below it. Replace the text instead, with "AlignLens: Translate Selection".')
      : phrase('The text is in no comment, so a translation below it would not be valid code. Copy the translation instead, with "AlignLens: Copy Translation".'),
  );
}
