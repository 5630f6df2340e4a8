import * as vscode from 'vscode';
import { toAlignLensError } from '../engine/protocol/rpc';
import * as config from './config';
import { translationSettings, type Context } from './context';
import { Debounced } from './debounced';
import { needsTranslation } from './needsTranslation';
import { ReadablePassages } from './reading/readablePassages';

/** Milliseconds: what the editor does first when a window or a file is opened comes first. */
const pause = 2000;

/**
 * Has the engine load its pack while a text is in sight that hovers would translate, so that the first hover takes no longer
 * than the next. What was done for nothing is not done again: a window whose user points at no text pays once, and has the
 * memory back after the engine's idle time.
 */
export class WarmUp {
  private readonly passages: ReadablePassages;
  private readonly soon = new Debounced(() => this.update(), pause);
  private readonly subscriptions: readonly vscode.Disposable[];
  /** Whether a hover has asked for a translation since the last time. In a browser the pack may come over the network: not unasked. */
  private isUsed = vscode.env.uiKind === vscode.UIKind.Desktop;

  constructor(private readonly context: Context) {
    this.passages = new ReadablePassages(context.prose, context.log);
    const later = (): void => this.soon.run();
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(later),
      vscode.window.onDidChangeTextEditorVisibleRanges(later),
      vscode.window.onDidChangeWindowState(later),
      config.onDidChange(later),
    ];
    later();
  }

  dispose(): void {
    for (const disposable of [...this.subscriptions, this.soon]) disposable.dispose();
  }

  /** A hover asks for a translation. */
  used(): void {
    this.isUsed = true;
  }

  private async update(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !this.isUsed || this.context.engine.isRunning) return;
    const { document } = editor;
    // Many windows are restored at once, and one of them is looked at.
    if (!vscode.window.state.focused || !config.hoverEnabled(document)) return;
    const seen = await this.passages.seenIn(editor);
    const text = seen.find(({ passage }) => needsTranslation(passage, document))?.passage.text;
    if (text === undefined || document.isClosed) return;
    this.isUsed = false;
    try {
      await this.context.translator.warmUp(await translationSettings(this.context, document, [text], { asked: false }), text);
    } catch (error) {
      this.context.log.failure(toAlignLensError(error));
    }
  }
}
