import { columnsOf, indentationAt, type FoundFunction } from './code';

interface OpenDefinition {
  readonly columns: number;
  readonly start: number;
  readonly name: number;
  readonly nameEnd: number;
  readonly body: number;
}

const definition = /^(?:async[ \t]+)?def[ \t]+([\p{L}_][\p{L}\p{N}_]*)/u;

/** The functions of Python code, in the order of their ends. */
export function pythonFunctions(code: string): FoundFunction[] {
  const found: FoundFunction[] = [];
  const open: OpenDefinition[] = [];
  let decorators: { readonly start: number; readonly columns: number } | undefined;
  let lastEnd = 0;
  const close = (columns: number): void => {
    while (open.length > 0 && open.at(-1)!.columns >= columns) {
      const { start, name, nameEnd, body } = open.pop()!;
      found.push({ start, end: Math.max(lastEnd, nameEnd), nameSpan: { start: name, end: nameEnd }, body });
    }
  };
  for (const { start, end } of logicalLines(code)) {
    const columns = columnsOf(indentationAt(code, start) ?? '');
    close(columns);
    const match = definition.exec(code.slice(start, Math.min(end, start + 300)));
    if (match) {
      const nameEnd = start + match[0].length;
      const lead = decorators?.columns === columns ? decorators.start : start;
      open.push({ columns, start: lead, name: nameEnd - match[1]!.length, nameEnd, body: bodyStart(code, nameEnd, end) });
    }
    decorators = code[start] === '@' ? (decorators ?? { start, columns }) : undefined;
    lastEnd = end;
  }
  close(0);
  return found;
}

/** Lines with what belongs to them: brackets are closed and no backslash ends them. Without white space at both ends. */
function* logicalLines(code: string): Generator<{ readonly start: number; readonly end: number }> {
  let start = -1;
  let end = 0;
  let depth = 0;
  for (const { index, 0: mark } of code.matchAll(/[([{]|[)\]}]|\\\r?\n|\n|[^\s\\()[\]{}]+|\\/gu)) {
    if (mark === '\n') {
      if (depth > 0 && opensDefinition(code, index + 1)) depth = 0;
      if (start >= 0 && depth === 0) {
        yield { start, end };
        start = -1;
      }
      continue;
    }
    if (mark.startsWith('\\')) continue;
    if (start < 0) start = index;
    end = index + mark.length;
    if ('([{'.includes(mark)) depth++;
    else if (')]}'.includes(mark)) depth = Math.max(0, depth - 1);
  }
  if (start >= 0) yield { start, end };
}

/** No bracket holds a definition: one before it was left open. */
function opensDefinition(code: string, lineStart: number): boolean {
  const head = /[ \t]*(?:(?:async[ \t]+)?def|class)[ \t]/uy;
  head.lastIndex = lineStart;
  return head.test(code);
}

/** The first statement behind the definition's colon. */
function bodyStart(code: string, from: number, headEnd: number): number {
  let depth = 0;
  for (const { index, 0: mark } of code.slice(from, headEnd).matchAll(/[([{)\]}:]/gu)) {
    if (mark === ':' && depth === 0) {
      const next = /\S/gu;
      next.lastIndex = from + index + 1;
      return next.exec(code)?.index ?? code.length;
    }
    if (mark !== ':') depth += '([{'.includes(mark) ? 1 : -1;
  }
  return headEnd;
}
