import * as vscode from 'vscode';
import type { Span } from '../engine/protocol/result';
import { segmentIn } from '../engine/text';
import { GrammarLexemes, type FoundInText } from './grammar/grammarLexemes';
import { foundByLexer } from './grammar/regions';
import { InstalledGrammars } from './grammar/installedGrammars';
import type { Log } from './log';
import { isCatalogue, messageAt } from './catalogue';
import { inTurns } from './turns';
import { allPassages, selectedPassages, stringAt, type Passage } from './passages';

/** What counts as prose besides comments and paragraphs. */
export interface ProseOptions {
  /** Strings of programs, values of JSON and YAML, messages of catalogues, text between tags. */
  readonly strings?: boolean;
}

/** A version of a document. */
interface Reading {
  readonly text: string;
  /** What its grammar finds there. */
  readonly found: FoundInText | undefined;
  readonly passages: readonly Passage[];
}

/** The parts of documents that people read: comments of code, prose without markup, paragraphs. */
export class Prose implements vscode.Disposable {
  private grammars: GrammarLexemes | undefined;
  private readings = new WeakMap<vscode.TextDocument, { readonly version: number; readonly languageId: string; readonly reading: Promise<Reading> }>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {
    this.subscriptions = [
      vscode.extensions.onDidChange(() => this.forget()),
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
  async all(document: vscode.TextDocument): Promise<readonly Passage[]> {
    return (await this.read(document)).passages;
  }

  /** The comment or paragraph at an offset, or the string. */
  async at(document: vscode.TextDocument, offset: number, { strings = false }: ProseOptions = {}): Promise<Passage | undefined> {
    const { text, found, passages } = await this.read(document);
    const passage = segmentIn(text, offset, passages);
    if (!strings) return passage;
    if (isCatalogue(document.uri.path)) return messageAt(text, offset) ?? passage;
    const languageId = languageOf(document);
    return passage ?? stringAt(text, offset, languageId, found ?? foundByLexer(text, languageId));
  }

  /** What the document holds now. */
  private async read(document: vscode.TextDocument): Promise<Reading> {
    for (;;) {
      const { version } = document;
      const reading = await this.readVersion(document);
      if (document.version === version) return reading;
    }
  }

  /** Each version is read once, whoever asks. */
  private readVersion(document: vscode.TextDocument): Promise<Reading> {
    const { version } = document;
    const languageId = languageOf(document);
    const known = this.readings.get(document);
    if (known?.version === version && known.languageId === languageId) return known.reading;
    const reading = this.readText(document.uri.toString(), languageId, document.getText());
    this.readings.set(document, { version, languageId, reading });
    // What failed may work the next time.
    reading.catch(() => this.readings.delete(document));
    return reading;
  }

  private async readText(key: string, languageId: string, text: string): Promise<Reading> {
    this.grammars ??= new GrammarLexemes(new InstalledGrammars(this.extensionUri), (failed, error) => {
      this.log.write('warn', `The grammar of ${failed} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
    });
    const found = await this.grammars.find({ key, languageId, text });
    return { text, found, passages: await inTurns(allPassages(text, languageId, found?.comments)) };
  }

  private forget(): void {
    this.grammars = undefined;
    this.readings = new WeakMap();
  }
}

/** The editor knows no catalogues; their comments are like those of a shell script. */
function languageOf({ languageId, uri }: vscode.TextDocument): string {
  return isCatalogue(uri.path) ? 'po' : languageId;
}
