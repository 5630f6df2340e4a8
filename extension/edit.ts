import * as vscode from 'vscode';
import type { AlignLensError } from '../engine/protocol/errors';
import { readOnlyError } from './request';
import { exists } from './writing/uris';

export interface Change {
  readonly range: vscode.Range;
  readonly text: string;
}

/**
 * Makes all changes in one step that one undo takes back.
 *
 * @param stale thrown when the editor refuses them, because the document is no longer what it was
 * @throws AlignLensError `read-only`
 */
export async function changeInOneStep(editor: vscode.TextEditor, changes: readonly Change[], stale: AlignLensError): Promise<void> {
  const { document } = editor;
  const { version } = document;
  const applied = await editor.edit((builder) => {
    for (const { range, text } of changes) builder.replace(range, text);
  });
  // An editor that the user made read-only for this session takes the edit and ignores it.
  if (document.version === version) throw readOnlyError(document);
  if (!applied) throw stale;
}

/** An editor of the document: one that is visible, or else a new one in the first column. */
export async function editorShowing(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  return visible ?? vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}

/** A document that was there before. Throws what `gone` makes for one that was renamed or deleted. */
export async function openAgain(uri: vscode.Uri, gone: () => AlignLensError): Promise<vscode.TextDocument> {
  if (await isDeleted(uri)) throw gone();
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    throw gone();
  }
}

/** Whether a file is not there any more: the editor keeps its document for a while, and would make it anew. */
export async function isDeleted(uri: vscode.Uri): Promise<boolean> {
  // What lies in no file, such as a new document, cannot be missed.
  return uri.scheme !== 'untitled' && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true && !(await exists(uri));
}
