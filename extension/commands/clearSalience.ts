import * as vscode from 'vscode';
import type { Context } from '../context';

/** Takes the marks of the last summary off its document; the summary can still be shown. */
export function clearSalience({ lastSummary }: Context): () => Promise<void> {
  return async () => {
    lastSummary.clearMarks();
    // When its link was clicked, the hover would stay and speak of marks that are gone.
    await vscode.commands.executeCommand('editor.action.hideHover');
  };
}
