import * as vscode from 'vscode';
import type { Span } from '../engine/protocol/result';
import { GrammarLexemes, type FoundInText } from './grammar/grammarLexemes';
import { foundByLexer } from './grammar/regions';
import { InstalledGrammars } from './grammar/installedGrammars';
import type { Log } from './log';
import { isCatalogue, messageAt } from './catalogue';
import { allPassages, passageAt, selectedPassages, stringAt, type Passage } from './passages';

/** What counts as prose besides comments and paragraphs. */
export interface ProseOptions {
  /** Strings of programs, values of JSON and YAML, messages of catalogues, text between tags. */
  readonly strings?: boolean;
}

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
    return selectedPassages(text, spans, languageOf(document), found?.comments);
  }

  /** All prose of a document; none for code without comments. */
  async all(document: vscode.TextDocument): Promise<Passage[]> {
    const { text, found } = await this.read(document);
    return allPassages(text, languageOf(document), found?.comments);
  }

  /** The comment or paragraph at an offset, or the string. */
  async at(document: vscode.TextDocument, offset: number, { strings = false }: ProseOptions = {}): Promise<Passage | undefined> {
    const { text, found } = await this.read(document);
    const languageId = languageOf(document);
    if (strings && isCatalogue(document.uri.path)) return messageAt(text, offset) ?? passageAt(text, offset, languageId);
    const passage = passageAt(text, offset, languageId, found?.comments);
    return passage ?? (strings ? stringAt(text, offset, languageId, found ?? foundByLexer(text, languageId)) : undefined);
  }

  /** The text that the document has now, and what its grammar finds there. */
  private async read(document: vscode.TextDocument): Promise<{ readonly text: string; readonly found: FoundInText | undefined }> {
    this.grammars ??= new GrammarLexemes(new InstalledGrammars(this.extensionUri), (languageId, error) => {
      this.log.write('warn', `The grammar of ${languageId} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
    });
    for (;;) {
      const { version } = document;
      const languageId = languageOf(document);
      const text = document.getText();
      const found = await this.grammars.find({ key: document.uri.toString(), languageId, text });
      if (document.version === version) return { text, found };
    }
  }
}

/** The editor knows no catalogues; their comments are like those of a shell script. */
function languageOf({ languageId, uri }: vscode.TextDocument): string {
  return isCatalogue(uri.path) ? 'po' : languageId;
}
