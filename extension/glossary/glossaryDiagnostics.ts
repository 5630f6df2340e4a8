import * as vscode from 'vscode';
import { parseGlossary, type GlossaryProblem } from '../../engine/glossary';
import * as config from '../config';
import type { Glossaries } from './glossaries';
import { problemMessage } from './problemMessages';

/** Diagnostics that follow an edit wait for the next one this long, in milliseconds. */
const typingPause = 150;

/** Shows what is wrong with glossaries that are open. */
export class GlossaryDiagnostics {
  private readonly collection = vscode.languages.createDiagnosticCollection('alignlens-glossary');
  private readonly waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: readonly { dispose(): unknown }[];

  constructor(private readonly glossaries: Glossaries) {
    this.subscriptions = [
      this.collection,
      vscode.workspace.onDidOpenTextDocument((document) => this.check(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.changed(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.closed(document)),
      config.onDidChange(() => this.checkAll()),
    ];
    this.checkAll();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const timer of this.waiting.values()) clearTimeout(timer);
  }

  private checkAll(): void {
    for (const document of vscode.workspace.textDocuments) this.check(document);
  }

  private changed(document: vscode.TextDocument): void {
    if (!this.glossaries.isGlossary(document)) return;
    clearTimeout(this.waiting.get(document));
    this.waiting.set(document, setTimeout(() => this.check(document), typingPause));
  }

  private closed(document: vscode.TextDocument): void {
    clearTimeout(this.waiting.get(document));
    this.waiting.delete(document);
    this.collection.delete(document.uri);
  }

  private check(document: vscode.TextDocument): void {
    if (!this.glossaries.isGlossary(document)) {
      this.collection.delete(document.uri);
      return;
    }
    const { problems } = parseGlossary(document.getText(), config.bilingualLanguages(document));
    this.collection.set(document.uri, problems.map(diagnosticOf));
  }
}

function diagnosticOf(problem: GlossaryProblem): vscode.Diagnostic {
  const { kind, line, span } = problem;
  const range = new vscode.Range(line, span.start, line, span.end);
  const severity = kind === 'too-long' ? vscode.DiagnosticSeverity.Information : vscode.DiagnosticSeverity.Warning;
  const diagnostic = new vscode.Diagnostic(range, problemMessage(problem), severity);
  diagnostic.source = 'AlignLens';
  diagnostic.code = kind;
  return diagnostic;
}
