/** Finds the functions of source code, without a parser: by braces, by indentation, or by words that end them. */
import type { Span } from '../protocol/result';
import { braceFunctions } from './code/braces';
import { indentationAt, readCode, type Code, type FoundFunction } from './code/code';
import { docStyle, type DocStyle } from './code/docStyles';
import { endedFunctions, endedGrammar } from './code/ended';
import { braceGrammar } from './code/grammars';
import { pythonFunctions } from './code/indented';
import type { Lexeme } from './lexemes';

/** A function from its decorators and modifiers to the end of its body, without a doc comment above it. */
export interface CodeFunction extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  /** Where a doc comment above goes: the start of its first line, or of itself where other code stands before it. */
  readonly lead: number;
  /** Behind the opening brace; in Python, and where the body is an expression, its first character. */
  readonly body: number;
  /** The comment or docstring that documents it. */
  readonly doc: Span | undefined;
  /** How many functions it lies in. */
  readonly depth: number;
}

/**
 * All functions with a name, in the order of their starts: functions, methods, and functions bound to a name. Broken and
 * minified code gives what can be found in it, in time linear in the text; an unknown language gives none.
 *
 * @param languageId VS Code's id of the text's language
 */
export function findFunctions(text: string, languageId: string): CodeFunction[] {
  const find = finderOf(languageId);
  const code = find && readCode(text, languageId);
  if (!code) return [];
  const found = find(code.masked).sort((a, b) => a.start - b.start || b.end - a.end);
  const docs = new DocFinder(text, code, docStyle(languageId));
  const around: FoundFunction[] = [];
  return found.map((entry) => {
    while (around.length > 0 && around.at(-1)!.end <= entry.start) around.pop();
    const depth = around.push(entry) - 1;
    const lead = entry.start - (indentationAt(text, entry.start)?.length ?? 0);
    // The quotes of a property's name and the marks of an escaped one are not part of it.
    const name = text.slice(entry.nameSpan.start, entry.nameSpan.end).replace(/^(["'`])([^]*)\1$/u, '$2');
    return { ...entry, name, lead, doc: docs.of(entry, lead), depth };
  });
}

/** The innermost function around `offset`, its doc comment included. */
export function functionAt(text: string, offset: number, languageId: string): CodeFunction | undefined {
  return findFunctions(text, languageId).findLast(({ lead, end, doc }) => Math.min(lead, doc?.start ?? lead) <= offset && offset <= end);
}

function finderOf(languageId: string): ((code: string) => FoundFunction[]) | undefined {
  if (languageId === 'python') return pythonFunctions;
  const braces = braceGrammar(languageId);
  if (braces) return (code) => braceFunctions(code, braces);
  const ended = endedGrammar(languageId);
  return ended && ((code) => endedFunctions(code, ended));
}

class DocFinder {
  constructor(
    private readonly text: string,
    private readonly code: Code,
    private readonly style: DocStyle | undefined,
  ) {}

  of({ start, body, nameSpan }: FoundFunction, lead: number): Span | undefined {
    if (!this.style) return undefined;
    if (this.style.form === 'docstring') return this.docstringAt(body);
    return this.above(lead, this.style) ?? this.within(start, nameSpan.start, this.style);
  }

  /** A string, perhaps with a prefix, that the body begins with. */
  private docstringAt(body: number): Span | undefined {
    const prefix = /^[rRuU]?(?=["'])/u.exec(this.text.slice(body, body + 2))?.[0].length;
    const string = prefix === undefined ? undefined : firstFrom(this.code.strings, body);
    return string?.start === body + (prefix ?? 0) ? { start: body, end: string.end } : undefined;
  }

  private above(lead: number, { documents }: DocStyle): Span | undefined {
    let index = indexFrom(this.code.comments, lead) - 1;
    const last = this.code.comments[index];
    if (!last || !/^[ \t]*(?:\r?\n[ \t]*)?$/u.test(this.gap(last.end, lead))) return undefined;
    let first = last;
    while (first.kind === 'line') {
      const before = this.code.comments[index - 1];
      if (before?.kind !== 'line' || !/^\r?\n[ \t]*$/u.test(this.gap(before.end, first.start))) break;
      if (!this.documents(before, documents) || indentationAt(this.text, before.start) === undefined) break;
      first = before;
      index--;
    }
    // Behind other code it belongs to that, unless the function goes on behind it.
    const isOwn = indentationAt(this.text, first.start) !== undefined || !this.gap(last.end, lead).includes('\n');
    return isOwn && this.documents(last, documents) ? { start: first.start, end: last.end } : undefined;
  }

  /** Between decorators and the declaration. */
  private within(start: number, end: number, { documents }: DocStyle): Span | undefined {
    const comment = firstFrom(this.code.comments, start);
    return comment && comment.end <= end && this.documents(comment, documents) ? { start: comment.start, end: comment.end } : undefined;
  }

  private documents({ start, end }: Span, pattern: RegExp): boolean {
    return pattern.test(this.text.slice(start, Math.min(end, start + 20)));
  }

  /** The text between, as far as a gap may reach. */
  private gap(start: number, end: number): string {
    return this.text.slice(start, Math.min(end, start + 300));
  }
}

/** Index of the first lexeme that starts at `offset` or behind it. */
function indexFrom(lexemes: readonly Lexeme[], offset: number): number {
  let low = 0;
  let high = lexemes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lexemes[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstFrom(lexemes: readonly Lexeme[], offset: number): Lexeme | undefined {
  return lexemes[indexFrom(lexemes, offset)];
}
