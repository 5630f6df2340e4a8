/** The functions among a language server's symbols. Pure. */
import type { Span } from '../engine/protocol/result';
import type { FunctionPart } from './summarySubjects';

/** A symbol of a document, its offsets into the text. */
export interface SymbolPart {
  readonly name: string;
  /** Whether the server calls it a function, method or constructor. */
  readonly callable: boolean;
  readonly range: Span;
  /** Where its name is; some servers give the whole range instead. */
  readonly selection: Span;
}

/**
 * Functions in document order. What the server calls a variable is one too when a function of `known` has its name there;
 * what it calls a function is none without a name of its own: some servers list callbacks.
 */
export function functionsFromSymbols(text: string, symbols: readonly SymbolPart[], known: readonly FunctionPart[]): FunctionPart[] {
  const byName = new Map(known.map((part) => [part.nameSpan.start, part]));
  const found = symbols.flatMap((symbol): FunctionPart[] => {
    const same = byName.get(symbol.selection.start);
    if (same) return [same];
    if (!symbol.callable || !hasOwnName(text, symbol)) return [];
    return [{ name: symbol.name, nameSpan: symbol.selection, ...symbol.range, doc: undefined }];
  });
  return found.sort((a, b) => a.start - b.start || b.end - a.end).filter(({ start }, index) => found.findIndex((part) => part.start === start) === index);
}

function hasOwnName(text: string, { name, selection }: SymbolPart): boolean {
  const selected = text.slice(selection.start, selection.end);
  // A name may carry its parameters, and the selection may be the whole function.
  const bare = name.replace(/(?<=.)\(.*$/su, '');
  return selected !== '' && (bare.includes(selected) || selected.startsWith(bare));
}
