import type { Span } from '../protocol/result';
import { columnsOf, indentationAt } from './code/code';
import { docStyle, type DocStyle } from './code/docStyles';
import type { CodeFunction } from './functions';
import { displayWidth, wrapText } from './wrap';

/** A replacement in a text. */
export interface TextEdit {
  readonly range: Span;
  readonly text: string;
}

// Some languages end a line at U+0085, which is a control character and no white space.
const lineBreaks = /[\s\p{Cc}]+/gu;

/** Columns of a line with its comment marks. */
const width = 100;

/**
 * The edit that documents a function with `lines`, each a paragraph of its own, in the language's style and with the
 * document's line breaks and indentation. Undefined for a function that has a doc comment, for a language whose style is
 * not known, for a Python function without a body, and when there is nothing to write.
 */
export function docCommentEdit(
  text: string,
  fn: CodeFunction,
  languageId: string,
  lines: readonly string[],
): TextEdit | undefined {
  const style = docStyle(languageId);
  const said = lines.map((line) => line.replace(lineBreaks, ' ').trim()).filter((line) => line !== '');
  if (!style || fn.doc || said.length === 0) return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (style.form === 'docstring') return docstringEdit(text, fn, said, newline);
  const range = { start: fn.lead, end: fn.lead };
  const indent = indentationAt(text, fn.start);
  // A line break behind the `return` before a function would end the statement.
  if (indent === undefined && style.form === 'star') return { range, text: `/** ${said.map(withoutMarks).join(' ')} */ ` };
  const comment = commentLines(style, style.named ? beginningWith(fn.name, said) : said, indent ?? '').join(newline + (indent ?? ''));
  return { range, text: (indent ?? '') + comment + newline };
}

/** `Returns the sum.` → `Sum returns the sum.`; a first word in capitals stays as it is. */
function beginningWith(name: string, [first = '', ...others]: readonly string[]): string[] {
  if (first.startsWith(`${name} `)) return [first, ...others];
  const small = /^\p{Lu}(?![\p{Lu}\p{N}])/u.test(first) ? first.charAt(0).toLowerCase() + first.slice(1) : first;
  return [`${name} ${small}`, ...others];
}

function commentLines({ form, marker }: DocStyle, lines: readonly string[], indent: string): string[] {
  if (form === 'lines') return wrapped(lines, `${indent}${marker} `).map((line) => `${marker} ${line}`);
  const safe = lines.map(withoutMarks);
  const [only] = safe;
  const single = `/** ${only!} */`;
  if (safe.length === 1 && displayWidth(indent + single) <= width) return [single];
  return ['/**', ...wrapped(safe, `${indent} * `).map((line) => ` * ${line}`), ' */'];
}

function docstringEdit(
  text: string,
  { start, body }: CodeFunction,
  lines: readonly string[],
  newline: string,
): TextEdit | undefined {
  const safe = lines.map(withoutQuotes);
  const own = indentationAt(text, body);
  const outer = indentationAt(text, start) ?? '';
  if (body >= text.length || (own !== undefined && columnsOf(own) <= columnsOf(outer))) return undefined;
  // A body on the line of the definition moves to a line of its own.
  const indent = own ?? `${outer}${outer.includes('\t') ? '\t' : '    '}`;
  const [only] = safe;
  const single = `"""${only!}"""`;
  const fits = safe.length === 1 && displayWidth(indent + single) <= width;
  const docstring = fits ? single : [`"""`, ...wrapped(safe, indent), `"""`].join(newline + indent);
  if (own !== undefined) return { range: { start: body, end: body }, text: docstring + newline + indent };
  const colon = text.slice(0, body).trimEnd().length;
  return { range: { start: colon, end: body }, text: newline + indent + docstring + newline + indent };
}

/** Ends of comments would end this one; some languages nest comments, and Java reads escapes even here. */
function withoutMarks(line: string): string {
  return line.replaceAll('*/', '*\\/').replaceAll('/*', '/\\*').replace(/\\+(?=u)/gu, evenly);
}

/** An even number of backslashes escapes nothing. */
function evenly(backslashes: string): string {
  return backslashes.length % 2 === 0 ? backslashes : `${backslashes}\\`;
}

/** A backslash or a quote in the wrong place would end the string or mean something in it. */
function withoutQuotes(line: string): string {
  return line.replaceAll('\\', '\\\\').replaceAll('"""', "'''").replace(/"$/u, "'");
}

function wrapped(lines: readonly string[], prefix: string): string[] {
  return lines.flatMap((line) => wrapText(line, Math.max(width - displayWidth(prefix), 1)));
}
