import type { Span } from '../protocol/result';
import { lineEnd } from './lexemes';
import type { ProseLine } from './paragraphs';

export interface MarkdownParts {
  /** Runs of prose lines; what lies between runs is not prose. */
  readonly blocks: readonly (readonly ProseLine[])[];
  /** Table cells and headings: each stands for itself. */
  readonly single: readonly Span[];
}

const quote = /^(?: {0,3}> ?)+/u;
const heading = /^\s{0,3}#{1,6}[ \t]+/u;
const delimiterRow = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/u;
const tagsOnly = /^\s*(?:<[^<>]*>\s*)+$/u;
const definition = /^\s{0,3}\[[^\]]+\]:\s/u;

/** Splits Markdown into prose lines without quote marks, and headings and table cells on their own. */
export function readMarkdown(text: string): MarkdownParts {
  const blocks: ProseLine[][] = [[]];
  const single: Span[] = [];
  const lines = splitLines(text, frontMatterEnd(text));
  const isRow = tableRows(text, lines);
  let openFence = '';
  let inComment = false;
  lines.forEach((line, index) => {
    const raw = text.slice(line.start, line.end);
    const skip = quote.exec(raw)?.[0].length ?? 0;
    const content = { start: line.start + skip, end: line.end };
    const own = raw.slice(skip);
    const fence = /^\s*(`{3,}|~{3,})/u.exec(own)?.[1] ?? '';
    if (openFence !== '' || fence !== '') {
      // Code keeps its place in the run: it must end the paragraph before it.
      blocks.at(-1)!.push({ content });
      if (openFence === '') openFence = fence;
      else if (fence.startsWith(openFence)) openFence = '';
    } else if (inComment || /^\s*<!--/u.test(own)) {
      inComment = !own.includes('-->');
      blocks.push([]);
    } else if (isRow[index]!) {
      blocks.push([]);
      if (!delimiterRow.test(own)) single.push(...cells(text, content));
    } else if (heading.test(own)) {
      blocks.push([]);
      single.push(trimmed(text, content.start + heading.exec(own)![0].length, line.end - (/\s+#+\s*$/u.exec(own)?.[0].length ?? 0)));
    } else if (tagsOnly.test(own) || definition.test(own)) {
      blocks.push([]);
    } else {
      blocks.at(-1)!.push({ content });
    }
  });
  return { blocks, single: single.filter(({ start, end }) => hasProse(text.slice(start, end))) };
}

/** Letters outside inline code. */
function hasProse(text: string): boolean {
  return /\p{L}/u.test(text.replace(/(`+).*?\1/gu, ''));
}

/** The lines behind `from`, without their ends. */
export function splitLines(text: string, from = 0): Span[] {
  const lines: Span[] = [];
  for (let start = from; start <= text.length; ) {
    const end = lineEnd(text, start);
    lines.push({ start, end });
    start = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  return lines;
}

export function frontMatterEnd(text: string): number {
  return /^(---|\+\+\+)\r?\n[^]*?\n\1[ \t]*(?:\r?\n|$)/u.exec(text)?.[0].length ?? 0;
}

/** Which lines are rows of a table: they have cells, and the table's delimiter row stands somewhere above or right below. */
function tableRows(text: string, lines: readonly Span[]): boolean[] {
  const rows = lines.map(({ start, end }) => text.slice(start, end).replace(quote, ''));
  const delimits = rows.map((row) => row.includes('|') && delimiterRow.test(row));
  let below = false;
  return rows.map((row, index) => {
    const hasCells = row.includes('|');
    below = hasCells && (below || delimits[index]!);
    return hasCells && (below || delimits[index + 1] === true);
  });
}

function cells(text: string, row: Span): Span[] {
  const found: Span[] = [];
  let start = row.start;
  // Pipes inside inline code and escaped ones separate nothing.
  for (const match of text.slice(row.start, row.end).matchAll(/`[^`]*`|\\\||(\|)/gu)) {
    if (match[1] === undefined) continue;
    found.push(trimmed(text, start, row.start + match.index));
    start = row.start + match.index + 1;
  }
  found.push(trimmed(text, start, row.end));
  return found;
}

function trimmed(text: string, start: number, end: number): Span {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, start + slice.trimEnd().length) };
}
