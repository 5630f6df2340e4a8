import * as vscode from 'vscode';
import type { Context } from './context';
import { noticeText } from './noticeText';
import { inform } from './notify';
import type { TextTranslation } from './textTranslation';
import { translationView } from './translationView';

/** Shows the translation of a text that stands in no editor, with what can be done with it. */
export async function showTranslationNotice(context: Context, name: string, translated: TextTranslation): Promise<void> {
  const copy = vscode.l10n.t('Copy');
  const align = vscode.l10n.t('Show Alignment');
  const open = vscode.l10n.t('Open');
  const { target } = translated;
  const { text, cut } = noticeText(target);
  const choice = await inform(text, copy, align, ...(cut ? [open] : []));
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
