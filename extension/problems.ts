/** The messages of compilers and linters. */
import * as vscode from 'vscode';
import { isPlace, placeIn, type Place } from './request';
import { diagnosticSource } from './lint/diagnostics';
import { needsTranslation } from './needsTranslation';

/** A message that a link or a quick fix names. */
export interface Problem extends Place {
  readonly message: string;
}

export function problemOf(document: vscode.TextDocument, { range, message }: vscode.Diagnostic): Problem {
  return { ...placeIn(document, document.offsetAt(range.start)), message };
}

/** Menus pass arguments of their own: only our links name a problem. */
export function isProblem(value: unknown): value is Problem {
  return isPlace(value) && typeof (value as unknown as Record<string, unknown>)['message'] === 'string';
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
