import * as vscode from 'vscode';
import { escapeMarkdown } from '../hoverMarkdown';
import { rangeOf } from '../request';
import type { Share } from './lineShares';

/** A passage with what is drawn in place of its lines. */
export interface Replacement {
  readonly original: string;
  readonly shares: readonly Share[];
}

/** Draws translations in the place of words, which stay in the document and come with the hover. */
export class TranslatedText {
  private readonly hidden = vscode.window.createTextEditorDecorationType({
    // The API has no other way to take words out of sight.
    textDecoration: 'none; display: none',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  /** What is drawn already is not sent again with every move of the cursor. */
  private drawn = new WeakMap<vscode.TextEditor, string>();

  show(editor: vscode.TextEditor, replacements: readonly Replacement[]): void {
    const { document } = editor;
    const key = JSON.stringify([document.version, document.uri, replacements.map(({ shares }) => shares)]);
    if (this.drawn.get(editor) === key) return;
    this.drawn.set(editor, key);
    editor.setDecorations(
      this.hidden,
      replacements.flatMap(({ original, shares }) => shares.map((share) => decoration(document, share, original))),
    );
  }

  clear(): void {
    this.drawn = new WeakMap();
    for (const editor of vscode.window.visibleTextEditors) editor.setDecorations(this.hidden, []);
  }

  dispose(): void {
    this.hidden.dispose();
  }
}

function decoration(document: vscode.TextDocument, { span, text }: Share, original: string): vscode.DecorationOptions {
  return {
    range: rangeOf(document, span),
    hoverMessage: new vscode.MarkdownString(escapeMarkdown(original)),
    // Its colour is that of the words it stands for.
    ...(text === '' ? {} : { renderOptions: { before: { contentText: text } } }),
  };
}
