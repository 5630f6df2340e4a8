import type { Span } from '../protocol/result';
import type { Guard } from './guard';
import { isCjk } from './normalise';
import { displayWidth, wrapText } from './wrap';

/**
 * Which of two places an offset between two characters means, when the document has something between them (quotes, a
 * line break): the start of the character behind it, or the end of the one before it. Ends of spans want `end`.
 */
export type Edge = 'start' | 'end';

/** Where prose was found: in a comment, in a string of a program or a catalogue, or in a text that is prose itself. */
export type ProseKind = 'comment' | 'string' | 'prose';

/** A piece of prose in a document: what to translate and how to put the translation in its place. */
export interface Segment {
  readonly kind: ProseKind;
  /** What `write` replaces, in the given text. */
  readonly range: Span;
  /** The prose without decoration; lines that were wrapped by hand are joined. */
  readonly text: string;
  /** The replacement of `range`: wrapped and decorated as the original was. */
  write(translation: string): string;
  /** Offset in `text`, 0 to its length → offset in the given text. */
  toDocument(offset: number, edge?: Edge): number;
}

/**
 * Builds a segment of consecutive lines of prose, each given as the span of its words without decoration.
 *
 * @param guard takes from a translation what would end the comment that it is put into
 */
export function createSegment(document: string, lines: readonly Span[], kind: ProseKind = 'prose', guard?: Guard): Segment {
  const parts = joinLines(document, lines);
  const range = { start: lines[0]!.start, end: lines.at(-1)!.end };
  const startOf = (offset: number): number => {
    const part = parts.findLast(({ at }) => at <= offset) ?? parts[0]!;
    return Math.min(part.line.start + Math.max(offset - part.at, 0), part.line.end);
  };
  return {
    kind,
    range,
    text: parts.map(({ glue, text }) => glue + text).join(''),
    write: (translation) => writeLines(document, lines, guard ? guard(translation, document.slice(range.start, range.end)) : translation),
    toDocument: (offset, edge = 'start') => (edge === 'end' && offset > 0 ? startOf(offset - 1) + 1 : startOf(offset)),
  };
}

interface Part {
  /** What joins this line to the one before. */
  readonly glue: string;
  readonly text: string;
  /** Offset of the line's words in the joined text. */
  readonly at: number;
  readonly line: Span;
}

function joinLines(document: string, lines: readonly Span[]): Part[] {
  const parts: Part[] = [];
  let length = 0;
  let previous = '';
  for (const line of lines) {
    const text = document.slice(line.start, line.end);
    // A line break between ideographs stands for nothing, elsewhere for a space.
    const tight = isCjk(previous.at(-1) ?? '') && isCjk(text[0] ?? '');
    const glue = previous === '' || tight ? '' : ' ';
    parts.push({ glue, text, at: length + glue.length, line });
    length += glue.length + text.length;
    previous = text;
  }
  return parts;
}

function writeLines(document: string, lines: readonly Span[], translation: string): string {
  const second = lines[1];
  // What was one line stays one: there is no width to keep.
  if (!second) return translation;
  const prefix = linePrefix(document, second.start);
  const width = lines.reduce((most, { start, end }) => Math.max(most, displayWidth(linePrefix(document, start) + document.slice(start, end))), 0);
  const newline = document.slice(0, second.start).endsWith(`\r\n${prefix}`) ? '\r\n' : '\n';
  // The first line may have a longer prefix (a list marker); its excess is taken off by a stand-in of equal width.
  const room = Math.max(width - displayWidth(prefix), 1);
  const lead = displayWidth(linePrefix(document, lines[0]!.start)) - displayWidth(prefix);
  const filler = lead > 0 ? '\u0001'.repeat(lead) : '';
  const wrapped = wrapText(filler + translation, room);
  return wrapped.join(newline + prefix).slice(filler.length);
}

function linePrefix(document: string, contentStart: number): string {
  const lineStart = Math.max(document.lastIndexOf('\n', contentStart - 1), document.lastIndexOf('\r', contentStart - 1)) + 1;
  return document.slice(lineStart, contentStart);
}
