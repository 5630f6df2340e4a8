import * as vscode from 'vscode';
import type { Span } from '../engine/protocol/result';
import { spanOf } from './request';

/** A cursor that runs through a line is followed where it comes to rest. */
const restingTime = 50;

/** Tells where the cursor stands in one version of a document, whichever editor shows it. */
export class CursorFollower {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscription: vscode.Disposable;
  /** The selection that we made ourselves last, until there is another one. */
  private own: Span | undefined;

  /** @param onRest gets the offset in the document */
  constructor(
    private readonly uri: vscode.Uri,
    private readonly version: number,
    private readonly onRest: (offset: number) => void,
  ) {
    this.subscription = vscode.window.onDidChangeTextEditorSelection((event) => this.onSelection(event));
  }

  /** The span is about to be selected by us: that is nothing to follow. */
  expect(span: Span): void {
    this.own = span;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
  }

  private onSelection({ textEditor, selections }: vscode.TextEditorSelectionChangeEvent): void {
    const { document } = textEditor;
    const [selection] = selections;
    if (document.uri.toString() !== this.uri.toString() || !selection) return;
    clearTimeout(this.timer);
    if (document.version !== this.version) return;
    const { start, end } = spanOf(document, selection);
    if (start === this.own?.start && end === this.own.end) return;
    this.own = undefined;
    this.timer = setTimeout(() => this.onRest(document.offsetAt(selection.active)), restingTime);
  }
}
