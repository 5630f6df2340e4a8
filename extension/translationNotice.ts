import * as vscode from 'vscode';
import type { Context } from './context';
import type { TextTranslation } from './textTranslation';
import { translationView } from './translationView';

/** Longer ones are shown to here, with the way to the rest. */
const longestNotice = 300;

/** Shows the translation of a text that stands in no editor, with what can be done with it. */
export async function showTranslationNotice(context: Context, name: string, translated: TextTranslation): Promise<void> {
  const copy = vscode.l10n.t('Copy');
  const align = vscode.l10n.t('Show Alignment');
  const open = vscode.l10n.t('Open');
  const { target } = translated;
  const long = target.length > longestNotice;
  const shown = long ? `${target.slice(0, longestNotice).trimEnd()}…` : target;
  const choice = await vscode.window.showInformationMessage(withoutLinks(shown), copy, align, ...(long ? [open] : []));
  if (choice === copy) await vscode.env.clipboard.writeText(target);
  if (choice === align) await showAlignment(context, name, translated);
  if (choice === open) {
    const document = await context.virtualTexts.open(vscode.l10n.t('{0} (translated)', name), target);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
  }
}

async function showAlignment(context: Context, name: string, { settings, source, passages, translations }: TextTranslation): Promise<void> {
  const document = await context.virtualTexts.open(name, source);
  context.panel.show(translationView(context, { ...settings, document, version: document.version, passages, translations }));
}

/** The editor makes links in notifications work, those that run commands too: a program's output must not bring any. */
function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
