import * as vscode from 'vscode';
import { formatOf } from '../../engine/bilingual';
import { bilingualFiles } from '../bilingualDocuments';
import * as config from '../config';
import type { Glossaries } from '../glossary/glossaries';
import type { TranslationLint } from './translationLint';

/** Checks wait for a pause in typing this long, in milliseconds. */
const typingPause = 500;

/** Checks translations unasked, as the settings say: when they come into view, are saved, or change. */
export class LintTriggers {
  /** Documents without a counterpart: looked for when they first came into view, and again when they are saved. */
  private lonely = new WeakSet<vscode.TextDocument>();
  private readonly waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly lint: TranslationLint,
    glossaries: Glossaries,
  ) {
    this.subscriptions = [
      vscode.window.onDidChangeVisibleTextEditors(() => this.visible()),
      // A document whose language changed is closed and opened, and its editor stays.
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (vscode.window.visibleTextEditors.some((editor) => editor.document === document)) void this.consider(document);
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.lonely.delete(document);
        void this.consider(document);
      }),
      vscode.workspace.onDidChangeTextDocument((event) => this.changed(event)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        clearTimeout(this.waiting.get(document));
        this.waiting.delete(document);
        lint.closed(document);
      }),
      config.onDidChange(() => this.settingsChanged()),
      glossaries.onDidChange(() => this.settingsChanged()),
    ];
    this.visible();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const timer of this.waiting.values()) clearTimeout(timer);
  }

  private visible(): void {
    for (const { document } of vscode.window.visibleTextEditors) void this.consider(document);
  }

  private changed(event: vscode.TextDocumentChangeEvent): void {
    const { document, contentChanges, reason } = event;
    if (contentChanges.length === 0) return;
    this.lint.edited(event);
    // An undo brings a text back that was checked before: what was found in it then costs nothing.
    if (config.lintEnabled(document) !== 'onType' && reason === undefined) return;
    clearTimeout(this.waiting.get(document));
    const timer = setTimeout(() => {
      this.waiting.delete(document);
      void this.consider(document);
    }, typingPause);
    this.waiting.set(document, timer);
  }

  private settingsChanged(): void {
    this.lonely = new WeakSet();
    this.lint.forgetUnasked();
    for (const files of this.lint.checkedFiles()) void this.lint.checkUnasked(files, true);
    this.visible();
  }

  /** Does nothing for most documents, and that at little cost. */
  private async consider(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    if (!isChecked(uri) || this.lonely.has(document) || config.lintEnabled(document) === 'off') return;
    const files = await bilingualFiles(document);
    if (!files) {
      this.lonely.add(document);
      return;
    }
    // A source in view is read for its own sake: its translation's problems are shown once that was opened.
    const isTarget = files.target.toString() === uri.toString();
    const known = isTarget || this.lint.checkedFiles().some(({ target }) => target.toString() === files.target.toString());
    if (known) await this.lint.checkUnasked(files);
  }
}

/** Files of the user's own that may hold translations; not the old versions that a comparison shows. */
function isChecked(uri: vscode.Uri): boolean {
  // A template has no translations.
  if (formatOf(uri.path) === undefined || uri.path.endsWith('.pot')) return false;
  return uri.scheme === 'file' || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}
