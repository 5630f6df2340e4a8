import * as vscode from 'vscode';
import * as config from '../config';
import type { Context } from '../context';
import { requireTrust } from '../packsView/packTree';

/** Asks for the folder of a pack, checks all of it, and only then adds it to the settings. */
export function addPackFolder({ packTree }: Context): () => Promise<void> {
  return async () => {
    requireTrust();
    const chosen = await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: vscode.l10n.t('Folder of a model pack'),
      openLabel: vscode.l10n.t('Add Pack'),
    });
    const [folder] = chosen ?? [];
    if (!folder) return;
    await packTree.check(folder.toString());
    const written = folder.scheme === 'file' ? folder.fsPath : folder.toString();
    const folders = config.packFolders(undefined);
    if (!folders.includes(written)) await config.setPackFolders([...folders, written]);
    await packTree.show();
  };
}
