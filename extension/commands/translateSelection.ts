import * as vscode from 'vscode';
import type { Context } from '../context';
import { replacePassages } from '../replacePassages';
import { requestedProse, textChangedError, translatePassages, unchangedEditor } from '../writing/requestedProse';

/**
 * Replaces the selected prose, the comment or paragraph at each cursor, or the one that a link points to by its
 * translation, in one step that one undo takes back.
 */
export function translateSelection(context: Context): (place?: unknown) => Promise<void> {
  return async (place) => {
    const requested = await requestedProse(context, place, true);
    const translations = await translatePassages(context, requested, vscode.l10n.t('AlignLens: translating the selection'));
    const editor = await unchangedEditor(requested);
    const replacements = requested.passages.map((passage, index) => ({ passage, text: translations[index]?.target ?? '' }));
    await replacePassages(editor, replacements, textChangedError(requested.document));
  };
}
