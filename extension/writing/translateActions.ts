import * as vscode from 'vscode';
import type { Context } from '../context';
import type { Passage } from '../passages';
import { placeIn, rangeOf, spanOf } from '../request';

const shownLength = 30;

/** Offers to translate the comment or paragraph at the cursor, in the menu of refactorings. */
export class TranslateActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = { providedCodeActionKinds: [vscode.CodeActionKind.RefactorRewrite] };

  constructor(private readonly context: Pick<Context, 'prose'>) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { triggerKind }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    // Asked for at every move of the cursor too, where nobody wants the document to be read.
    if (triggerKind !== vscode.CodeActionTriggerKind.Invoke) return [];
    const passage = await this.passageAt(document, range);
    if (!passage) return [];
    const words = passage.text.length > shownLength ? `${passage.text.slice(0, shownLength - 1).trimEnd()}…` : passage.text;
    const place = placeIn(document, passage.range.start);
    return [
      action(vscode.l10n.t('Translate “{0}”', words), 'alignlens.translateSelection', place),
      action(vscode.l10n.t('Insert translation below “{0}”', words), 'alignlens.insertTranslationBelow', place),
    ];
  }

  private async passageAt(document: vscode.TextDocument, range: vscode.Range): Promise<Passage | undefined> {
    const { start } = spanOf(document, range);
    const passage = await this.context.prose.at(document, start);
    return passage && rangeOf(document, passage.range).intersection(range) ? passage : undefined;
  }
}

function action(title: string, command: string, argument: unknown): vscode.CodeAction {
  const found = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
  found.command = { title, command, arguments: [argument] };
  return found;
}
