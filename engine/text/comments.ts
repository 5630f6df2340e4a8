import type { Span } from '../protocol/result';
import type { CommentSyntax } from './languages';
import type { ProseLine } from './paragraphs';

/** A comment as it stands in the text, markers included. */
interface Comment extends Span {
  /** Length of the opening marker. */
  readonly open: number;
  /** Length of the closing marker; 0 for a line comment or a block that is not closed. */
  readonly close: number;
  readonly isLine: boolean;
  readonly marker: string;
}

/** Lines of one comment, or of line comments that stand right below one another. */
export type CommentBlock = readonly ProseLine[];

// These speak to tools: translating them would break the build.
const directive =
  /^\s*(?:!|eslint|prettier-|@ts-|ts-|tslint:|biome-|istanbul|c8 |v8 |noqa|type:\s*ignore|pylint:|mypy:|ruff:|pragma|nolint|NOLINT|go:|\+build|-\*-|vim?:|clang-format|region\b|endregion\b|sourceMappingURL|#\s*source|\/\s*<)/u;

/** The comments of a source text, in order, without their markers and directives to tools. */
export function findComments(text: string, syntax: CommentSyntax): CommentBlock[] {
  const blocks: ProseLine[][] = [];
  let previous: Comment | undefined;
  for (const comment of scan(text, syntax)) {
    const lines = comment.isLine ? [lineContent(text, comment)] : blockContent(text, comment);
    const spoken = lines.filter(({ content }) => !directive.test(text.slice(content.start, content.end)));
    if (previous && spoken.length > 0 && continues(text, previous, comment)) blocks.at(-1)!.push(...spoken);
    else if (spoken.length > 0) blocks.push(spoken);
    previous = spoken.length > 0 ? comment : undefined;
  }
  return blocks;
}

function* scan(text: string, syntax: CommentSyntax): Generator<Comment> {
  let offset = 0;
  const starts = new RegExp(
    [...syntax.block.map(([open]) => open), ...syntax.line, ...syntax.multilineQuotes, ...syntax.quotes]
      .map((marker) => marker.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
      .join('|'),
    'gu',
  );
  for (;;) {
    starts.lastIndex = offset;
    const match = starts.exec(text);
    if (!match) return;
    const [marker] = match;
    const found = commentAt(text, match.index, marker, syntax);
    if (found) yield found;
    offset = found?.end ?? stringEnd(text, match.index, marker, syntax);
  }
}

function commentAt(text: string, start: number, marker: string, syntax: CommentSyntax): Comment | undefined {
  const block = syntax.block.find(([open]) => open === marker);
  if (block) return blockFrom(text, start, marker.length, block[1]);
  if (syntax.line.includes(marker)) {
    const before = text[start - 1];
    if (syntax.spacedMarker && before !== undefined && !/\s/u.test(before)) return undefined;
    const end = lineEnd(text, start);
    // A shebang is no prose: a comment without content.
    if (start === 0 && text.startsWith('#!')) return { start, end, open: end, close: 0, isLine: true, marker: '#!' };
    // `///`, `##` and `;;` are longer forms of the same marker.
    const repeated = new RegExp(`^${marker.at(-1)!.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')}*!?`, 'u');
    const open = marker.length + (repeated.exec(text.slice(start + marker.length, end))?.[0].length ?? 0);
    return { start, end, open, close: 0, isLine: true, marker: text.slice(start, start + open) };
  }
  if (!syntax.docstrings || !syntax.multilineQuotes.includes(marker)) return undefined;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^\s*[rRuU]?$/u.test(line) ? blockFrom(text, start, marker.length, marker) : undefined;
}

function blockFrom(text: string, start: number, open: number, closer: string): Comment {
  const at = text.indexOf(closer, start + open);
  const end = at < 0 ? text.length : at + closer.length;
  return { start, end, open, close: at < 0 ? 0 : closer.length, isLine: false, marker: text.slice(start, start + open) };
}

/** Where to go on behind a quote that opened a string, or behind a marker that is none. */
function stringEnd(text: string, start: number, marker: string, syntax: CommentSyntax): number {
  const from = start + marker.length;
  const multiline = syntax.multilineQuotes.includes(marker);
  if (!multiline && !syntax.quotes.includes(marker)) return from;
  const limit = multiline ? text.length : lineEnd(text, start);
  for (let offset = from; offset < limit; offset++) {
    if (text[offset] === '\\') offset++;
    else if (text.startsWith(marker, offset)) return offset + marker.length;
  }
  // An apostrophe or an unclosed quote: not a string.
  return from;
}

/** A line comment directly below another one of the same kind and depth goes on with it. */
function continues(text: string, previous: Comment, comment: Comment): boolean {
  if (!previous.isLine || !comment.isLine || previous.marker !== comment.marker) return false;
  const alone = (start: number): string | undefined =>
    /(?:^|[\n\r])([ \t]*)$/u.exec(text.slice(Math.max(0, start - 400), start))?.[1];
  const indentation = alone(comment.start);
  return (
    indentation !== undefined &&
    indentation === alone(previous.start) &&
    /^\r?\n[ \t]*$/u.test(text.slice(previous.end, comment.start))
  );
}

function lineContent(text: string, comment: Comment): ProseLine {
  return { content: withoutLead(text, comment.start + comment.open, comment.end) };
}

function blockContent(text: string, comment: Comment): ProseLine[] {
  const lines: ProseLine[] = [];
  let start = comment.start + comment.open;
  const end = comment.end - comment.close;
  const firstExtra = /^[*!]+(?=\s|$)/u.exec(text.slice(start, end))?.[0].length ?? 0;
  start += firstExtra;
  const rest = text.slice(lineEnd(text, start), end).split(/\r?\n/u).slice(1).filter((line) => line.trim() !== '');
  const starred = rest.length > 0 && rest.every((line) => /^\s*\*/u.test(line));
  const depth = starred ? 0 : Math.min(...rest.map((line) => /^[ \t]*/u.exec(line)?.[0].length ?? 0));
  for (let first = true; start <= end; first = false) {
    const stop = Math.min(lineEnd(text, start), end);
    const line = text.slice(start, stop);
    const star = starred && !first ? (/^\s*\*+(?=\s|$)|^\s*\*/u.exec(line)?.[0].length ?? 0) : 0;
    const skip = first || starred ? star : Math.min(depth, line.length);
    lines.push({ content: first || starred ? withoutLead(text, start + skip, stop) : { start: start + skip, end: stop } });
    if (stop >= end) break;
    start = text.startsWith('\r\n', stop) ? stop + 2 : stop + 1;
  }
  return lines;
}

/** Without the one space that sets the words off from the marker. */
function withoutLead(text: string, start: number, end: number): Span {
  return { start: start < end && text[start] === ' ' ? start + 1 : start, end };
}

export function lineEnd(text: string, start: number): number {
  const at = text.indexOf('\n', start);
  const end = at < 0 ? text.length : at;
  return end > start && text[end - 1] === '\r' ? end - 1 : end;
}
