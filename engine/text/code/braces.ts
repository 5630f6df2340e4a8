import type { Span } from '../../protocol/result';
import { columnsOf, indentationAt, type FoundFunction } from './code';
import { readDeclaration, readPlace, type Declaration, type Place } from './declaration';
import type { Grammar } from './grammars';
import { Head } from './head';

/** A function whose body is being read. */
interface OpenFunction extends Declaration {
  readonly body: number;
}

/** Brackets that are open. */
interface Frame extends Place {
  readonly open: number;
  /** Function whose body this is. */
  readonly owner: OpenFunction | undefined;
  /** Where the present statement, member or element begins. */
  headStart: number;
  /** Brackets in it that are closed. */
  groups: Span[];
  /** Marks of a body without braces, on this line, that belonged to no function. */
  strayMarks: number;
  /** Function whose body is the expression that is being read. */
  expression: OpenFunction | undefined;
}

// A line that begins so goes on with the one before.
const continuation = /^[.?:|&+\-*/=)\]},<]/u;

/** A line with more is minified code, or no declaration. */
const mostStrayMarks = 20;
const bodyPlace: Place = { scope: 'body', isPart: false, typeName: undefined };

/** The functions of a language with braces, in the order of their ends. */
export function braceFunctions(code: string, grammar: Grammar): FoundFunction[] {
  return new BraceReader(code, grammar).read();
}

class BraceReader {
  private readonly found: FoundFunction[] = [];
  private readonly frames: Frame[] = [newFrame(-1, { scope: 'top', isPart: false, typeName: undefined }, undefined)];
  /** Frames that a closing brace closes. */
  private braces = 0;

  constructor(
    private readonly code: string,
    private readonly grammar: Grammar,
  ) {}

  read(): FoundFunction[] {
    for (const { index, 0: mark } of this.code.matchAll(/[{}()[\];,\n]|=>|(?<![=!<>:+\-*/%&|^~?])=(?![=>~])/gu)) {
      this.accept(mark, index);
    }
    while (this.frames.length > 0) this.endExpression(this.frames.pop()!, this.code.length);
    return this.found;
  }

  private accept(mark: string, at: number): void {
    const frame = this.frames.at(-1)!;
    switch (mark) {
      case '{':
        this.openBrace(frame, at);
        break;
      case '}':
        this.closeBrace(at);
        break;
      case '(':
      case '[':
        this.frames.push(newFrame(at, { scope: 'group', isPart: true, typeName: undefined }, undefined));
        break;
      case ')':
      case ']':
        if (frame.scope === 'group') this.closeGroup(at);
        break;
      case ';':
        this.endExpression(frame, at);
        if (frame.scope !== 'group') begin(frame, at + 1);
        break;
      case ',':
        this.endElement(frame, at);
        break;
      case '\n':
        if (frame.expression && this.endsStatement(frame.expression, at)) this.endExpression(frame, at);
        frame.strayMarks = 0;
        break;
      default:
        if (mark === this.grammar.expression) this.openExpression(frame, at + mark.length);
    }
  }

  private openBrace(frame: Frame, at: number): void {
    const head = this.head(frame, at);
    const declaration = readDeclaration(head, frame, this.grammar, true);
    const place = declaration ? bodyPlace : readPlace(head, frame.scope, this.grammar);
    this.frames.push(newFrame(at, place, declaration && { ...declaration, body: at + 1 }));
    this.braces++;
  }

  private closeBrace(at: number): void {
    // A brace too many closes nothing.
    if (this.braces === 0) {
      begin(this.frames.at(-1)!, at + 1);
      return;
    }
    while (this.frames.at(-1)!.scope === 'group') this.endExpression(this.frames.pop()!, at);
    const { isPart, owner, open } = this.closeFrame(at);
    this.braces--;
    if (owner) this.found.push({ start: owner.start, end: at + 1, nameSpan: owner.nameSpan, body: owner.body });
    const parent = this.frames.at(-1)!;
    if (isPart || parent.scope === 'group' || parent.scope === 'value') parent.groups.push({ start: open, end: at + 1 });
    else begin(parent, at + 1);
  }

  private closeGroup(at: number): void {
    const { open } = this.closeFrame(at);
    this.frames.at(-1)!.groups.push({ start: open, end: at + 1 });
  }

  private closeFrame(at: number): Frame {
    const frame = this.frames.pop()!;
    this.endExpression(frame, at);
    return frame;
  }

  private endElement(frame: Frame, at: number): void {
    const isElement = frame.scope === 'group' || frame.scope === 'value';
    if (isElement || this.grammar.expression === '=>') this.endExpression(frame, at);
    if (isElement) begin(frame, at + 1);
  }

  /** @param at behind the mark that a body without braces follows */
  private openExpression(frame: Frame, at: number): void {
    const next = /\S/gu;
    next.lastIndex = at;
    const body = next.exec(this.code)?.index;
    if (frame.expression || frame.strayMarks >= mostStrayMarks || body === undefined || this.code[body] === '{') return;
    const declaration = readDeclaration(this.head(frame, at), frame, this.grammar, false);
    if (declaration) frame.expression = { ...declaration, body };
    else frame.strayMarks++;
  }

  private endExpression(frame: Frame, at: number): void {
    const { expression } = frame;
    if (!expression) return;
    frame.expression = undefined;
    let end = at;
    while (end > expression.body && /\s/u.test(this.code[end - 1]!)) end--;
    this.found.push({ start: expression.start, end, nameSpan: expression.nameSpan, body: expression.body });
    begin(frame, at);
  }

  /** Whether the next line is no deeper than the declaration and begins something new. A blank line decides nothing. */
  private endsStatement({ start, body }: OpenFunction, lineBreak: number): boolean {
    if (body > lineBreak) return false;
    let next = lineBreak + 1;
    while (this.code[next] === ' ' || this.code[next] === '\t') next++;
    const first = this.code[next] ?? '';
    if (first === '' || first === '\n' || first === '\r' || continuation.test(first)) return false;
    return columnsOf(this.code.slice(lineBreak + 1, next)) <= columnsOf(indentationAt(this.code, start) ?? '');
  }

  private head({ headStart, groups }: Frame, end: number): Head {
    return new Head(this.code, headStart, end, groups);
  }
}

function newFrame(open: number, { scope, isPart, typeName }: Place, owner: OpenFunction | undefined): Frame {
  return { open, scope, isPart, typeName, owner, headStart: open + 1, groups: [], strayMarks: 0, expression: undefined };
}

function begin(frame: Frame, at: number): void {
  frame.headStart = at;
  if (frame.groups.length > 0) frame.groups = [];
  frame.strayMarks = 0;
}
