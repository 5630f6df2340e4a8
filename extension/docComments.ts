import type * as vscode from 'vscode';
import { AlignLensError } from '../engine/protocol/errors';
import { phrase } from '../engine/protocol/phrase';
import type { SummaryLine } from '../engine/protocol/result';
import { docCommentEdit } from '../engine/text/docComment';
import { functionAt, type CodeFunction } from '../engine/text/functions';
import { changeInOneStep, editorShowing, openAgain } from './edit';
import { rangeOf, requireWritable } from './request';
import { nameOf } from './writing/uris';

/**
 * The function at an offset, if it can get a doc comment.
 *
 * @throws AlignLensError `read-only`, or `empty-input` when there is no function without a doc comment, or the language has none
 */
export function undocumentedFunction(document: vscode.TextDocument, offset: number): CodeFunction {
  requireWritable(document);
  const text = document.getText();
  const found = functionAt(text, offset, document.languageId);
  if (!found) {
    throw new AlignLensError('empty-input', 'There is no function at the cursor. Put the cursor into a function and run the command again.');
  }
  if (found.doc) {
    throw new AlignLensError('empty-input', phrase('{0} has a doc comment already, so nothing was changed. Delete it first to get another one.', found.name));
  }
  if (!docCommentEdit(text, found, document.languageId, [found.name])) {
    throw new AlignLensError('empty-input', phrase('AlignLens knows no doc comments of the language "{0}". Copy the summary from its view instead.', document.languageId));
  }
  return found;
}

/**
 * Writes the lines as the doc comment of the function at an offset, in one step that one undo takes back.
 *
 * @param version of the document that the offset belongs to
 * @throws AlignLensError `text-changed`, and what `undocumentedFunction` throws
 */
export async function insertDocLines(
  uri: vscode.Uri,
  version: number,
  offset: number,
  lines: readonly Pick<SummaryLine, 'text'>[],
): Promise<void> {
  const document = await openAgain(uri, () => changedError(uri));
  if (document.version !== version) throw changedError(uri);
  const found = undocumentedFunction(document, offset);
  const edit = docCommentEdit(document.getText(), found, document.languageId, lines.map(({ text }) => text));
  if (!edit) return;
  await changeInOneStep(await editorShowing(document), [{ range: rangeOf(document, edit.range), text: edit.text }], changedError(uri));
}

function changedError(uri: vscode.Uri): AlignLensError {
  return new AlignLensError(
    'text-changed',
    phrase('{0} changed since it was summarized, or is no longer there, so nothing was inserted. Run "AlignLens: Insert Summary as Doc Comment" again.', nameOf(uri)),
  );
}
