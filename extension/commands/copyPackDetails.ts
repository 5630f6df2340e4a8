import * as vscode from 'vscode';
import { isPackEntry } from '../packsView/packTree';
import { packDetailsText } from '../packsView/packText';

const noticeDuration = 3000;

/** Copies what the view says of a pack. */
export function copyPackDetails(): (entry?: unknown) => Promise<void> {
  return async (entry) => {
    if (!isPackEntry(entry)) return;
    await vscode.env.clipboard.writeText(packDetailsText(entry));
    vscode.window.setStatusBarMessage(vscode.l10n.t('AlignLens: pack details copied'), noticeDuration);
  };
}
