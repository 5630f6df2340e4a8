import * as vscode from 'vscode';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import { openAgain } from '../edit';
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
 * @throws AlignLensError `text-changed` when the file is no longer what it was, `read-only`, or `not-saved`
 */
export async function writeTarget({ target, before }: Target, after: string): Promise<void> {
  if (before === undefined) return createFile(target, after);
  const document = await openAgain(target, () => changedError(target));
  if (document.getText() !== before) throw changedError(target);
  const { start, end, text } = changedSpan(before, after);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(target, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  if (await vscode.workspace.applyEdit(edit)) return;
  throw new AlignLensError('read-only', phrase('{0} cannot be written, so nothing was changed. Make it writable and run the command again.', nameOf(target)));
}

/**
 * Saves what `writeTarget` has changed.
 *
 * @throws AlignLensError `not-saved`: the change is in the editor still
 */
export async function saveTarget({ target }: Target): Promise<void> {
  if (await (await openAgain(target, () => changedError(target))).save()) return;
  throw new AlignLensError(
    'not-saved',
    phrase('{0} could not be saved; its translation is in the editor. Make the file writable, or room on the disk, and save it there.', nameOf(target)),
  );
}

async function createFile(target: vscode.Uri, content: string): Promise<void> {
  if (await exists(target)) throw changedError(target);
  const { applyEdit, fs } = vscode.workspace;
  const contents = new TextEncoder().encode(content);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(target, { contents });
  const applied = await applyEdit(edit);
  const written = await Promise.resolve(fs.readFile(target)).catch(() => undefined);
  if (applied && written?.length === contents.length) return;
  // On a full disk its beginning is there: the next run would take that for somebody's translation. Anything else is somebody's.
  if (written && written.length < contents.length && written.every((byte, at) => byte === contents[at])) await Promise.resolve(fs.delete(target)).catch(() => undefined);
  else if (written) throw changedError(target);
  throw new AlignLensError(
    'not-saved',
    phrase('{0} could not be written, so there is no such file. Make the folder writable, or room on the disk, and run the command again.', nameOf(target)),
  );
}

function changedError(target: vscode.Uri): AlignLensError {
  return new AlignLensError(
    'text-changed',
    phrase('{0} changed since the translation was made, or is no longer there, so nothing was written. Run the command again.', nameOf(target)),
  );
}
