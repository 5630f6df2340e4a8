/** What the tokens of one line say of comments and strings. Pure. */
import type { IToken } from 'vscode-textmate';

/** A run of tokens inside one comment or string. Offsets are in the line. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** The scope that makes it a comment or a string, such as `comment.block.documentation.ts`. */
  readonly scope: string;
  /** Index of that scope in the stack. */
  readonly depth: number;
  /** Length of the quotes and prefixes before the content, and behind it; 0 in the middle of a string of many lines. */
  readonly open: number;
  readonly close: number;
}

export interface LineMarks {
  readonly comments: readonly Mark[];
  readonly strings: readonly Mark[];
}

export const noMarks: LineMarks = { comments: [], strings: [] };

const comment = /^comment(?:\.|$)/u;
// Code that the preprocessor leaves out is no prose.
const noComment = /^comment\.block\.preprocessor/u;
const docstring = /^string\.[\w.]*docstring/u;
const string = /^string(?:\.|$)/u;
// Patterns, arguments of shell commands and commands in quotes.
const noString = /^string\.(?:regexp|unquoted\.argument|other\.link|interpolated)/u;
// Keys are code: they are in strings, or in what looks like one.
const key = /^(?:support\.type\.property-name|entity\.name\.tag)/u;
const opening = /^(?:punctuation\.definition\.string\.(?:begin|template\.begin)|storage\.type\.string|punctuation\.definition\.string\.raw)/u;
const closing = /^punctuation\.definition\.string\.(?:end|template\.end)/u;

export function markLine(tokens: readonly IToken[], length: number): LineMarks {
  const comments: Mark[] = [];
  const strings: Mark[] = [];
  for (const { startIndex, endIndex, scopes } of tokens) {
    const span = { start: startIndex, end: Math.min(endIndex, length) };
    const inComment = scopes.findIndex((scope) => comment.test(scope) || docstring.test(scope));
    if (inComment >= 0 && !noComment.test(scopes[inComment]!)) add(comments, span, scopes, inComment);
    if (inComment >= 0 && !docstring.test(scopes[inComment]!)) continue;
    const inString = scopes.findIndex((scope) => string.test(scope));
    if (inString >= 0 && !noString.test(scopes[inString]!) && !scopes.some((scope) => key.test(scope))) add(strings, span, scopes, inString);
  }
  return comments.length + strings.length > 0 ? { comments, strings } : noMarks;
}

function add(marks: Mark[], { start, end }: Pick<Mark, 'start' | 'end'>, scopes: readonly string[], depth: number): void {
  const scope = scopes[depth]!;
  const inner = scopes.slice(depth + 1);
  const opens = inner.some((own) => opening.test(own));
  const closes = !opens && inner.some((own) => closing.test(own));
  const last = marks.at(-1);
  const goesOn = last?.end === start && last.scope === scope && last.depth === depth && !(opens && last.close > 0);
  const before = goesOn ? last : { start, open: 0 };
  const onlyOpen = before.open === start - before.start;
  const mark: Mark = {
    start: before.start,
    end,
    scope,
    depth,
    open: opens && onlyOpen ? end - before.start : before.open,
    close: closes ? end - start : 0,
  };
  if (goesOn) marks[marks.length - 1] = mark;
  else marks.push(mark);
}
