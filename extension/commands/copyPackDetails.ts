import * as vscode from 'vscode';
import type { Context } from '../context';
import { packDetailsText } from '../packsView/packText';

const noticeDuration = 3000;

/** Copies what the view says of a pack. */
export function copyPackDetails({ packTree }: Context): (entry?: unknown) => Promise<void> {
  return async (entry) => {
    if (!packTree.isEntry(entry)) return;
    await vscode.env.clipboard.writeText(packDetailsText(entry));
    vscode.window.setStatusBarMessage(vscode.l10n.t('AlignLens: pack details copied'), noticeDuration);
  };
}
