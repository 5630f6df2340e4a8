/** The messages of compilers and linters. */
import * as vscode from 'vscode';
import type { ProblemPlace } from './place';
import { placeIn } from './request';
import { diagnosticSource } from './lint/diagnostics';
import { needsTranslation } from './needsTranslation';

export function problemOf(document: vscode.TextDocument, { range, message }: vscode.Diagnostic): ProblemPlace {
  return { ...placeIn(document, document.offsetAt(range.start)), message };
}

/** What other extensions report at a position, the worst first; our own findings are about translations already. */
export function problemsAt(document: vscode.TextDocument, position: vscode.Position): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ range, source, message }) => source !== diagnosticSource && range.contains(position) && message.trim() !== '')
    .sort((a, b) => a.severity - b.severity);
}

/** Whether a problem's message is worth translating unasked. */
export function isForeign({ message }: vscode.Diagnostic, document: vscode.TextDocument): boolean {
  return needsTranslation({ text: message, kind: 'prose', range: { start: 0, end: 0 } }, document);
}
