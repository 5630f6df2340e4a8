import * as vscode from 'vscode';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import type { Context } from '../context';
import { activeEditor, selectedProse, selectedSpans, shortName } from '../request';
import { writtenSpan } from '../writing/writtenSpan';
import { translatePassages } from '../writing/requestedProse';

/** Opens the translation of what is selected, or of the whole file, as a new document of the same language beside it. */
export function openTranslationBeside(context: Context): () => Promise<void> {
  return async () => {
    const editor = activeEditor();
    const { document } = editor;
    const text = document.getText();
    const selected = selectedSpans(editor);
    const passages = selected.length > 0 ? await selectedProse(context.prose, editor) : await context.prose.all(document);
    if (passages.length === 0) {
      throw new AlignLensError('empty-input', phrase('{0} holds no comment or paragraph to translate.', shortName(document)));
    }
    const requested = { document, version: document.version, passages };
    const translations = await translatePassages(context, requested, vscode.l10n.t('AlignLens: translating {0}', shortName(document)));
    const spans = selected.length > 0 ? selected : [{ start: 0, end: text.length }];
    const replacements = passages.map((passage, index) => ({ passage, text: translations[index]?.target ?? '' }));
    const content = spans.map((span) => writtenSpan(text, span, replacements)).join('\n');
    const translated = await vscode.workspace.openTextDocument({ language: document.languageId, content });
    await vscode.window.showTextDocument(translated, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
  };
}
