import * as vscode from 'vscode';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import { changedSpan } from './changedSpan';
import { exists, nameOf } from './uris';

/** A file before a translation is written to it. */
export interface Target {
  readonly target: vscode.Uri;
  /** Its text; undefined for a file that is not there yet. */
  readonly before: string | undefined;
}

/**
 * Makes a file, or changes the text of one that is there, in one step that one undo takes back; that one is not saved.
 *
 * @throws AlignLensError `text-changed` when the file is no longer what it was, or `read-only`
 */
export async function writeTarget({ target, before }: Target, after: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  if (before === undefined) {
    if (await exists(target)) throw changedError(target);
    edit.createFile(target, { contents: new TextEncoder().encode(after) });
  } else {
    const document = await vscode.workspace.openTextDocument(target);
    if (document.getText() !== before) throw changedError(target);
    const { start, end, text } = changedSpan(before, after);
    edit.replace(target, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  }
  if (await vscode.workspace.applyEdit(edit)) return;
  throw new AlignLensError('read-only', phrase('{0} cannot be written, so nothing was changed. Make it writable and run the command again.', nameOf(target)));
}

function changedError(target: vscode.Uri): AlignLensError {
  return new AlignLensError(
    'text-changed',
    phrase('{0} changed since the translation was made, so nothing was written. Run the command again.', nameOf(target)),
  );
}
