import * as vscode from 'vscode';
import type { Span } from '../engine/protocol/result';
import { GrammarLexemes, type FoundInText } from './grammar/grammarLexemes';
import { InstalledGrammars } from './grammar/installedGrammars';
import type { Log } from './log';
import { allPassages, passageAt, selectedPassages, type Passage } from './passages';

/** The parts of documents that people read: comments of code, prose without markup, paragraphs. */
export class Prose implements vscode.Disposable {
  private grammars: GrammarLexemes | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {
    this.subscriptions = [
      vscode.extensions.onDidChange(() => (this.grammars = undefined)),
      vscode.workspace.onDidCloseTextDocument((document) => this.grammars?.forget(document.uri.toString())),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** The prose of the spans, in document order; a span of code without any is prose itself. */
  async in(document: vscode.TextDocument, spans: readonly Span[]): Promise<Passage[]> {
    const { text, found } = await this.read(document);
    return selectedPassages(text, spans, document.languageId, found?.comments);
  }

  /** All prose of a document; none for code without comments. */
  async all(document: vscode.TextDocument): Promise<Passage[]> {
    const { text, found } = await this.read(document);
    return allPassages(text, document.languageId, found?.comments);
  }

  /** The comment or paragraph at an offset. */
  async at(document: vscode.TextDocument, offset: number): Promise<Passage | undefined> {
    const { text, found } = await this.read(document);
    return passageAt(text, offset, document.languageId, found?.comments);
  }

  /** The text that the document has now, and what its grammar finds there. */
  private async read(document: vscode.TextDocument): Promise<{ readonly text: string; readonly found: FoundInText | undefined }> {
    this.grammars ??= new GrammarLexemes(new InstalledGrammars(this.extensionUri), (languageId, error) => {
      this.log.write('warn', `The grammar of ${languageId} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
    });
    for (;;) {
      const { version, languageId } = document;
      const text = document.getText();
      const found = await this.grammars.find({ key: document.uri.toString(), languageId, text });
      if (document.version === version) return { text, found };
    }
  }
}
