import * as vscode from 'vscode';
import { AlignLensError } from '../engine/protocol/errors';
import { phrase } from '../engine/protocol/phrase';
import type { ExportExtension } from '../engine/protocol/panelProtocol';
import { exportName } from './exportName';
import { shortName } from './request';
import { writeWhole } from './wholeFile';

const noticeDuration = 5000;

const formats: Readonly<Record<ExportExtension, string>> = {
  json: 'JSON',
  txt: vscode.l10n.t('Pharaoh links'),
  tsv: vscode.l10n.t('Tab-separated values'),
  svg: vscode.l10n.t('SVG picture'),
  png: vscode.l10n.t('PNG picture'),
};

/**
 * Asks where to save an export of the document's alignment, beside the document unless told otherwise, and writes it there.
 *
 * @throws AlignLensError `not-saved`
 */
export async function saveExport(document: vscode.TextDocument, extension: ExportExtension, content: Uint8Array): Promise<void> {
  const folder = folderFor(document);
  const uri = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Alignment'),
    filters: { [formats[extension]]: [extension] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, exportName(shortName(document), extension)) } : {}),
  });
  if (!uri) return;
  try {
    await writeWhole(vscode.workspace.fs, uri, content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AlignLensError('not-saved', phrase('The export could not be written to {0}. Save it somewhere else.', uri.toString(true)), reason);
  }
  notify(vscode.l10n.t('AlignLens: saved {0}', uri.path.slice(uri.path.lastIndexOf('/') + 1)));
}

/** Puts an export on the clipboard. */
export async function copyExport(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  notify(vscode.l10n.t('AlignLens: copied to the clipboard'));
}

/** The document's own folder where files can be written, or else the first of the workspace that takes files. */
function folderFor({ uri }: vscode.TextDocument): vscode.Uri | undefined {
  const writable = ({ scheme }: vscode.Uri): boolean => vscode.workspace.fs.isWritableFileSystem(scheme) === true;
  if (writable(uri)) return vscode.Uri.joinPath(uri, '..');
  return vscode.workspace.workspaceFolders?.map((folder) => folder.uri).find(writable);
}

function notify(text: string): void {
  vscode.window.setStatusBarMessage(text, noticeDuration);
}
