import { commentSyntax } from '../text/languages';
import { splitLines } from '../text/markdown';
import { plainUnit, trimmed, type Unit } from './units';

/** A longer line is cut behind its statements: minified code has no other lines. */
const longLine = 160;
/** Lines of a signature at most. */
const longestSignature = 12;

// Behind `;` and braces, or what is left at the end.
const statement = /[^;{}]*(?:[;{}]+|$)/gu;
// Decorators and attributes may stand before the signature.
const decorator = /^(?:@|#!?\[|\[\[|\[<|\[[A-Z]\w*[\](])/u;
// Comments do too; this is what they begin with where the language is not known.
const commonMarkers = ['//', '/*', '*', '#', '--', ';', '%'];

/** Cuts code into its lines, comments too, each with the lines of the signature (the first statement's head) as heads. */
export function codeUnits(text: string, languageId: string | undefined): Unit[] {
  const spans = splitLines(text).flatMap((line) => {
    const span = trimmed(text, line);
    if (!span) return [];
    return span.end - span.start > longLine ? statements(text, span.start, span.end) : [span];
  });
  const lines = spans.map(({ start, end }) => text.slice(start, end));
  const signature = signatureOf(lines, commentMarkers(languageId));
  return spans.map((span, index) => plainUnit(span, signature.includes(index) ? [] : signature));
}

function commentMarkers(languageId: string | undefined): readonly string[] {
  const syntax = languageId === undefined ? undefined : commentSyntax(languageId);
  // The lines of a C block comment begin with a star.
  return syntax ? [...syntax.line, ...syntax.block.map(([open]) => open), '*'] : commonMarkers;
}

function statements(text: string, start: number, end: number): { start: number; end: number }[] {
  return [...text.slice(start, end).matchAll(statement)].flatMap((match) => {
    const from = start + match.index;
    return trimmed(text, { start: from, end: from + match[0].length }) ?? [];
  });
}

/** Indices of the lines from the first that is no comment or decorator to where its brackets are closed. */
function signatureOf(lines: readonly string[], markers: readonly string[]): number[] {
  const isBefore = (line: string): boolean => decorator.test(line) || markers.some((marker) => line.startsWith(marker));
  const first = Math.max(0, lines.findIndex((line) => !isBefore(line)));
  const signature: number[] = [];
  let open = 0;
  for (const [index, line] of lines.entries()) {
    if (index < first) continue;
    signature.push(index);
    // The brace that opens the body is no part of the signature.
    for (const bracket of line.replace(/\{\s*$/u, '').match(/[()[\]{}]/gu) ?? []) open += '([{'.includes(bracket) ? 1 : -1;
    if (open <= 0) return signature;
    if (signature.length === longestSignature) break;
  }
  // Never closed: no signature as it seems.
  return signature.slice(0, 1);
}
