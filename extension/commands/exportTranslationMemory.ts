import * as vscode from 'vscode';
import { writeTmx } from '../../engine/memory';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import type { Context } from '../context';
import { writeWhole } from '../wholeFile';

const noticeDuration = 5000;

/** Writes all corrections into a TMX file, for other machines and programs. */
export function exportTranslationMemory({ corrections, installation }: Context): () => Promise<void> {
  return async () => {
    const units = await corrections.all();
    if (units.length === 0) {
      throw new AlignLensError('empty-input', 'There is nothing to export yet: correct a translation with "AlignLens: Edit Translation" first.');
    }
    const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true);
    const uri = await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Export Translation Memory'),
      filters: { TMX: ['tmx'] },
      ...(folder ? { defaultUri: vscode.Uri.joinPath(folder.uri, 'alignlens.tmx') } : {}),
    });
    if (!uri) return;
    try {
      await writeWhole(vscode.workspace.fs, uri, new TextEncoder().encode(writeTmx(units, installation.manifest.version)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new AlignLensError('not-saved', phrase('The translation memory could not be written to {0}. Save it somewhere else.', uri.toString(true)), reason);
    }
    vscode.window.setStatusBarMessage(vscode.l10n.t('AlignLens: exported {0} translations', units.length), noticeDuration);
  };
}
