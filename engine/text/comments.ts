import type { Span } from '../protocol/result';
import { guardOf, type Guard } from './guard';
import { lineEnd, type Lexeme } from './lexemes';
import type { ProseLine } from './paragraphs';

/** One comment, or line comments that stand right below one another. */
export interface CommentBlock {
  readonly lines: readonly ProseLine[];
  readonly guard: Guard;
}

// These speak to tools: translating them would break the build, or the documentation's structure.
const directive =
  /^\s*(?:!|eslint|prettier-|@ts-|ts-|tslint:|biome-|istanbul|c8 |v8 |noqa|type:\s*ignore|pylint:|mypy:|ruff:|pragma|nolint|NOLINT|go:|\+build|-\*-|vim?:|clang-format|region\b|endregion\b|sourceMappingURL|#\s*source|\/\s*<|=(?:pod|cut|over|back|begin|end|for|encoding)\b)/u;

/** The comments among the lexemes of a source text, in order, without their markers and directives to tools. */
export function* findComments(text: string, found: Iterable<Lexeme>): Generator<CommentBlock> {
  let block: { readonly lines: ProseLine[]; readonly guard: Guard } | undefined;
  let previous: Lexeme | undefined;
  for (const comment of found) {
    if (comment.kind === 'string') continue;
    const lines = comment.kind === 'line' ? [lineContent(text, comment)] : blockContent(text, comment);
    const spoken = lines.filter(({ content }) => isSpoken(text.slice(content.start, content.end), comment));
    if (block && previous && spoken.length > 0 && continues(text, previous, comment)) block.lines.push(...spoken);
    else if (spoken.length > 0) {
      if (block) yield block;
      block = { lines: spoken, guard: guardOf(text, comment) };
    }
    previous = spoken.length > 0 ? comment : undefined;
  }
  if (block) yield block;
}

/** Indented lines of Perl's documentation are code, as are directives. */
function isSpoken(line: string, { marker }: Lexeme): boolean {
  return !directive.test(line) && !(/^=(?!begin)[a-z]/u.test(marker) && /^\s+\S/u.test(line));
}

/** A line comment directly below another one of the same kind and depth goes on with it. */
function continues(text: string, previous: Lexeme, comment: Lexeme): boolean {
  if (previous.kind !== 'line' || comment.kind !== 'line' || previous.marker !== comment.marker) return false;
  const alone = (start: number): string | undefined =>
    /(?:^|[\n\r])([ \t]*)$/u.exec(text.slice(Math.max(0, start - 400), start))?.[1];
  const indentation = alone(comment.start);
  return (
    indentation !== undefined &&
    indentation === alone(previous.start) &&
    /^\r?\n[ \t]*$/u.test(text.slice(previous.end, comment.start))
  );
}

function lineContent(text: string, comment: Lexeme): ProseLine {
  return { content: withoutLead(text, comment.start + comment.open, comment.end) };
}

function blockContent(text: string, comment: Lexeme): ProseLine[] {
  const lines: ProseLine[] = [];
  let start = comment.start + comment.open;
  const end = comment.end - comment.close;
  const firstExtra = /^[*!]+(?=\s|$)/u.exec(text.slice(start, end))?.[0].length ?? 0;
  start += firstExtra;
  const rest = text.slice(lineEnd(text, start), end).split(/\r?\n/u).slice(1).filter((line) => line.trim() !== '');
  const starred = rest.length > 0 && rest.every((line) => /^\s*\*/u.test(line));
  const depth = starred ? 0 : rest.reduce((least, line) => Math.min(least, /^[ \t]*/u.exec(line)?.[0].length ?? 0), Infinity);
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
