import * as vscode from 'vscode';
import type { Context } from '../context';
import { requestedProse, translatePassages } from '../writing/requestedProse';

const noticeDuration = 5000;

/** Puts the translation of the selected prose, of the passage at each cursor, or of the one that a link points to on the clipboard. */
export function copyTranslation(context: Context): (place?: unknown) => Promise<void> {
  return async (place) => {
    const requested = await requestedProse(context, place, false);
    const translations = await translatePassages(context, requested, vscode.l10n.t('AlignLens: translating the selection'));
    await vscode.env.clipboard.writeText(translations.map(({ target }) => target).join('\n\n'));
    vscode.window.setStatusBarMessage(vscode.l10n.t('AlignLens: The translation is on the clipboard.'), noticeDuration);
  };
}
