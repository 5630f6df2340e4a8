import * as vscode from 'vscode';
import type { Span } from '../engine/protocol/result';
import { findFunctions, functionAt } from '../engine/text/functions';
import { functionsFromSymbols, type SymbolPart } from './symbolFunctions';
import { spanOf } from './request';
import { isCode } from './summaryKind';
import type { FunctionPart } from './summarySubjects';

/** A language server that is still starting is not waited for any longer, in milliseconds. */
const serverPatience = 3000;

const callable: ReadonlySet<vscode.SymbolKind> = new Set([
  vscode.SymbolKind.Function,
  vscode.SymbolKind.Method,
  vscode.SymbolKind.Constructor,
]);

/** The functions that the document's language server names, or else those that our own scanner finds. */
export async function documentFunctions(document: vscode.TextDocument): Promise<FunctionPart[]> {
  if (!isCode(document.languageId)) return [];
  const { version } = document;
  const symbols = await documentSymbols(document);
  const text = document.getText();
  const known = findFunctions(text, document.languageId);
  const named = document.version === version ? functionsFromSymbols(text, symbols, known) : [];
  return named.length > 0 ? named : known;
}

/** The innermost function around an offset. */
export async function functionAround(document: vscode.TextDocument, offset: number): Promise<FunctionPart | undefined> {
  const found = functionAt(document.getText(), offset, document.languageId);
  if (found) return found;
  return (await documentFunctions(document)).findLast(({ start, end }) => start <= offset && offset <= end);
}

async function documentSymbols(document: vscode.TextDocument): Promise<SymbolPart[]> {
  const request = vscode.commands.executeCommand<readonly (vscode.DocumentSymbol | vscode.SymbolInformation)[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const late = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), serverPatience);
  });
  // A server's failure is its own matter: the scanner needs none.
  const symbols = await Promise.race([Promise.resolve(request).catch(() => undefined), late]);
  return (symbols ?? []).flatMap((symbol) => symbolParts(document, symbol));
}

function symbolParts(document: vscode.TextDocument, symbol: vscode.DocumentSymbol | vscode.SymbolInformation): SymbolPart[] {
  const own = (range: Span, selection: Span): SymbolPart => ({ name: symbol.name, callable: callable.has(symbol.kind), range, selection });
  if (!('children' in symbol)) {
    const range = spanOf(document, symbol.location.range);
    return [own(range, range)];
  }
  const nested = symbol.children.flatMap((child) => symbolParts(document, child));
  return [own(spanOf(document, symbol.range), spanOf(document, symbol.selectionRange)), ...nested];
}
