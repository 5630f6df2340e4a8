/** What the tokens of one line say of comments, strings and text between tags. Pure. */
import type { IToken } from 'vscode-textmate';

/** A run of tokens inside one comment, string or text. Offsets are in the line. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** The scope that makes it one, such as `comment.block.documentation.ts`. */
  readonly scope: string;
  /** Index of that scope in the stack. */
  readonly depth: number;
  /** Whether it stands in a tag, as the value of an attribute. */
  readonly inTag: boolean;
}

export interface LineMarks {
  readonly comments: readonly Mark[];
  readonly strings: readonly Mark[];
  readonly texts: readonly Mark[];
}

export const noMarks: LineMarks = { comments: [], strings: [], texts: [] };

const comment = /^comment(?:\.|$)/u;
// Code that the preprocessor leaves out is no prose.
const noComment = 'comment.block.preprocessor';
const docstring = /^string\.[\w.]*docstring/u;
const string = /^(?:string(?:\.|$)|meta\.fstring)/u;
// Patterns, arguments of shell commands and commands in quotes.
const noString = /^string\.(?:regexp|unquoted\.argument|other\.link|interpolated)/u;
// Keys and module names are code, though they are in strings or look like one.
const noProse = /^(?:support\.type\.property-name|entity\.name\.tag|meta\.object-literal\.key|meta\.import|meta\.preprocessor\.include)/u;
const tag = /^meta\.(?:tag|attribute)/u;
const markup = /^text\.(?:html\.(?!markdown)|xml)/u;
const entity = 'constant.character.entity';

export function markLine(tokens: readonly IToken[], length: number): LineMarks {
  const comments: Mark[] = [];
  const strings: Mark[] = [];
  const texts: Mark[] = [];
  for (const { startIndex: start, endIndex, scopes } of tokens) {
    const end = Math.min(endIndex, length);
    const marked = (depth: number): Mark => ({ start, end, scope: scopes[depth]!, depth, inTag: isInTag(scopes, depth) });
    const inComment = scopes.findIndex((scope) => comment.test(scope) || docstring.test(scope));
    if (inComment >= 0) {
      if (!scopes[inComment]!.startsWith(noComment)) add(comments, marked(inComment));
      continue;
    }
    const inString = scopes.findIndex((scope) => string.test(scope));
    if (inString < 0) {
      const depth = textDepth(scopes);
      if (depth !== undefined) add(texts, marked(depth));
    } else if (!noString.test(scopes[inString]!) && !scopes.some((scope) => noProse.test(scope))) add(strings, marked(inString));
  }
  return comments.length + strings.length + texts.length > 0 ? { comments, strings, texts } : noMarks;
}

function isInTag(scopes: readonly string[], depth: number): boolean {
  const before = scopes.slice(0, depth);
  return before.findLastIndex((scope) => tag.test(scope)) > before.findLastIndex((scope) => /^meta\.embedded|^source\./u.test(scope));
}

/** Where the stack says that this is text between tags; an entity is part of it. */
function textDepth(scopes: readonly string[]): number | undefined {
  const own = scopes.findIndex((scope) => scope.startsWith(entity));
  const depth = (own < 0 ? scopes.length : own) - 1;
  return (scopes[depth] ?? '').startsWith("meta.jsx.children") || (depth === 0 && markup.test(scopes[0]!)) ? depth : undefined;
}

function add(marks: Mark[], mark: Mark): void {
  const last = marks.at(-1);
  if (last?.end === mark.start && last.scope === mark.scope && last.depth === mark.depth) marks[marks.length - 1] = { ...last, end: mark.end };
  else marks.push(mark);
}
