import * as vscode from 'vscode';
import * as config from './config';
import { isForeign, problemOf } from './problems';
import { diagnosticSource } from './lint/diagnostics';

/** Offers the translation of a problem's message beside the fixes of it. */
export class ProblemActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };

  provideCodeActions(document: vscode.TextDocument, _range: vscode.Range, { diagnostics }: vscode.CodeActionContext): vscode.CodeAction[] {
    if (!config.problemHoverEnabled(document)) return [];
    return diagnostics
      .filter((diagnostic) => diagnostic.source !== diagnosticSource && isForeign(diagnostic, document))
      .map((diagnostic) => {
        const title = vscode.l10n.t('Translate this message');
        const action = new vscode.CodeAction(diagnostics.length > 1 ? `${title}: ${shortened(diagnostic.message)}` : title, vscode.CodeActionKind.QuickFix);
        action.diagnostics = [diagnostic];
        action.command = { title, command: 'alignlens.translateProblem', arguments: [problemOf(document, diagnostic)] };
        return action;
      });
  }
}

const titleLength = 40;

function shortened(message: string): string {
  const line = message.replace(/\s+/gu, ' ').trim();
  return line.length > titleLength ? `${line.slice(0, titleLength)}…` : line;
}
