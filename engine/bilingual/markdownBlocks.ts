import type { Span } from '../protocol/result';
import { findSegments, type Segment } from '../text';
import { isCjk } from '../text/normalise';
import type { ToFile } from './unit';

export type BlockKind = 'heading' | 'item' | 'cell' | 'quote' | 'paragraph' | 'code';

/** A block of a Markdown document. */
export interface Block {
  readonly kind: BlockKind;
  /** Of a heading, 1 to 6; else 0. */
  readonly level: number;
  /** Prose without decoration, lines joined; code as it stands. */
  readonly text: string;
  /** In the document. */
  readonly span: Span;
  readonly toDocument: ToFile;
}

/** The prose and the fenced code of a document, in order. */
export function readBlocks(document: string): Block[] {
  const blocks: Block[] = codeBlocks(document);
  let previous: Block | undefined;
  for (const segment of findSegments(document, 'markdown')) {
    const block = blockOf(document, segment);
    if (previous && continues(document, previous, block)) {
      previous = blocks[blocks.length - 1] = joinBlocks([previous, block], document);
    } else {
      blocks.push(block);
      previous = block;
    }
  }
  return blocks.sort((a, b) => a.span.start - b.span.start);
}

/** Blocks that follow one another as one, of the first one's kind. */
export function joinBlocks(blocks: readonly Block[], document: string): Block {
  const [first] = blocks;
  let text = '';
  const parts: { readonly at: number; readonly block: Block }[] = [];
  for (const block of blocks) {
    const tight = isCjk(text.at(-1) ?? '') && isCjk(block.text[0] ?? '');
    if (text !== '' && !tight) text += ' ';
    parts.push({ at: text.length, block });
    text += block.text;
  }
  return {
    kind: first!.kind,
    level: first!.level,
    text,
    span: { start: first!.span.start, end: Math.min(blocks.at(-1)!.span.end, document.length) },
    toDocument: (offset, edge = 'start') => {
      const inside = edge === 'end' && offset > 0 ? offset - 1 : offset;
      const part = parts.findLast(({ at }) => at <= inside) ?? parts[0]!;
      return part.block.toDocument(Math.min(offset - part.at, part.block.text.length), edge);
    },
  };
}

const marker = /^\s*(?:>\s?)*\s*(?:(#{1,6})[ \t]|((?:[-*+•]|\d{1,3}[.)])[ \t])|(\|))?/u;

function blockOf(document: string, segment: Segment): Block {
  const { start, end } = segment.range;
  const lineStart = document.lastIndexOf('\n', start - 1) + 1;
  const lead = document.slice(lineStart, start);
  const [, hashes, item] = marker.exec(lead) ?? [];
  const cell = lead.includes('|') || /^[^\n]*\|/u.test(document.slice(end, end + 400));
  const kind: BlockKind =
    hashes !== undefined ? 'heading' : item !== undefined ? 'item' : cell ? 'cell' : /^\s*>/u.test(lead) ? 'quote' : 'paragraph';
  return {
    kind,
    level: hashes?.length ?? 0,
    text: segment.text,
    span: segment.range,
    toDocument: (offset, edge) => segment.toDocument(offset, edge),
  };
}

/** Whether a segment goes on with the paragraph or list entry of the one before: only a line break lies between. */
function continues(document: string, before: Block, block: Block): boolean {
  if (block.kind === 'heading' || block.kind === 'item' || block.kind === 'cell') return false;
  if (before.kind === 'heading' || before.kind === 'cell') return false;
  return /^[ \t\\]*\r?\n[ \t>]*$/u.test(document.slice(before.span.end, block.span.start));
}

function codeBlocks(document: string): Block[] {
  const fenced = /^[ \t>]*(`{3,}|~{3,})[^\n]*\n([^]*?)\n?^[ \t>]*\1[`~]*[ \t]*$/gmu;
  return [...document.matchAll(fenced)].map((match) => {
    const start = match.index + match[0].indexOf('\n') + 1;
    const text = match[2]!;
    return { kind: 'code', level: 0, text, span: { start, end: start + text.length }, toDocument: (offset) => start + offset };
  });
}
