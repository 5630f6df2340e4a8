import * as vscode from 'vscode';
import type { Span } from '../engine/protocol/result';
import { levelCount } from '../engine/protocol/salienceLevel';
import { rangeOf } from './request';

/** The words that a summary was drawn from, highlighted in every editor of their document until it changes. */
export class SalienceHighlights {
  /** One per level; the colours come from the theme. */
  private readonly decorations = Array.from({ length: levelCount }, (_, level) =>
    vscode.window.createTextEditorDecorationType({
      backgroundColor: new vscode.ThemeColor(`alignlens.salience${level + 1}`),
      borderRadius: '2px',
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    }),
  );
  private marked: { readonly document: vscode.TextDocument; readonly ranges: readonly vscode.Range[][] } | undefined;
  private readonly subscriptions = [
    vscode.window.onDidChangeVisibleTextEditors((editors) => this.render(editors)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && document === this.marked?.document) this.clear();
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (document === this.marked?.document) this.clear();
    }),
  ];

  /** Takes the place of what was highlighted before; `levels` has the spans of each level. */
  show(document: vscode.TextDocument, levels: readonly Span[][]): void {
    this.clear();
    this.setMarked({ document, ranges: levels.map((spans) => spans.map((span) => rangeOf(document, span))) });
    this.render(vscode.window.visibleTextEditors);
  }

  clear(): void {
    if (!this.marked) return;
    for (const editor of this.editors(vscode.window.visibleTextEditors)) {
      for (const decoration of this.decorations) editor.setDecorations(decoration, []);
    }
    this.setMarked(undefined);
  }

  dispose(): void {
    for (const disposable of [...this.subscriptions, ...this.decorations]) disposable.dispose();
  }

  private setMarked(marked: SalienceHighlights['marked']): void {
    this.marked = marked;
    void vscode.commands.executeCommand('setContext', 'alignlens.salienceShown', marked !== undefined);
  }

  private render(editors: readonly vscode.TextEditor[]): void {
    for (const editor of this.editors(editors)) {
      this.decorations.forEach((decoration, level) => editor.setDecorations(decoration, this.marked?.ranges[level] ?? []));
    }
  }

  private editors(all: readonly vscode.TextEditor[]): vscode.TextEditor[] {
    return all.filter(({ document }) => document === this.marked?.document);
  }
}
