import * as vscode from 'vscode';
import { AlignLensError } from '../engine/protocol/errors';
import { phrase, type Phrase } from '../engine/protocol/phrase';
import type { Span } from '../engine/protocol/result';
import { rangeOf, shortName } from './request';

/**
 * Selects a span in an editor, without taking the focus from the view that asked for it.
 *
 * @param version of the document that the span belongs to
 * @param again title of the command that would read the document anew
 * @throws AlignLensError `text-changed`
 */
export async function revealSpan(uri: vscode.Uri, version: number, span: Span, again: Phrase): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.version !== version) {
    throw new AlignLensError('text-changed', phrase('{0} changed since it was read. Run "AlignLens: {1}" again to follow its words.', shortName(document), again));
  }
  const editor = vscode.window.visibleTextEditors.find((visible) => visible.document === document);
  await vscode.window.showTextDocument(document, {
    selection: rangeOf(document, span),
    preserveFocus: true,
    viewColumn: editor?.viewColumn ?? vscode.ViewColumn.One,
  });
}
