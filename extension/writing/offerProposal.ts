import * as vscode from 'vscode';
import type { Context } from '../context';
import { inform } from '../notify';
import { report } from '../report';
import type { Proposal, Settled } from './translationPreviews';

/**
 * Shows a proposal and asks what becomes of it; the buttons of the comparison ask the same.
 *
 * @param summary one sentence
 * @param details a Markdown document that says more; undefined when there is nothing to say
 */
export async function offerProposal(context: Context, proposal: Proposal, summary: string, details: string | undefined): Promise<void> {
  const preview = await context.previews.show(proposal);
  // The command has done its work: whoever runs it from elsewhere need not wait for the answer.
  void answer(context, preview, summary, details).catch((error: unknown) => report(context.log, error));
}

async function answer(context: Context, preview: vscode.Uri, summary: string, details: string | undefined): Promise<void> {
  const accept = vscode.l10n.t('Accept');
  const discard = vscode.l10n.t('Discard');
  const show = vscode.l10n.t('Show What Is Left');
  const choice = await inform(`AlignLens: ${summary}`, accept, discard, ...(details === undefined ? [] : [show]));
  const outcome = context.previews.outcome(preview);
  // Nothing but its own buttons takes a notification away: it may stand there when the comparison's buttons have answered.
  if (outcome && (choice === accept || choice === discard)) tellSettled(outcome);
  else if (choice === accept) await context.previews.accept(preview);
  else if (choice === discard) await context.previews.discard(preview);
  else if (choice === show && details !== undefined) await showReport(details);
}

function tellSettled(outcome: Settled): void {
  void inform(
    outcome === 'accepted'
      ? vscode.l10n.t('AlignLens: This translation was accepted already and is written. Undo in the file takes it back.')
      : vscode.l10n.t('AlignLens: This translation was discarded already; nothing was written. Run the command again to see it.'),
  );
}

export async function showReport(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
}
