/** Which part of a translation stands for which line of the original. Pure. */
import type { Span } from '../../engine/protocol/result';
import { displayWidth, wrapText } from '../../engine/text/wrap';
import type { Passage } from '../passages';

/** Words of one line of a document, and what stands for them. */
export interface Share {
  readonly span: Span;
  readonly text: string;
}

/** The words of each line of a passage, without its decoration. */
export function lineSpans(document: string, passage: Passage): Span[] {
  const { text } = passage;
  const spans: Span[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    const start = passage.toDocument(offset);
    // The space that joins two lines is the line break between them.
    if (document[start] === '\n' || document[start] === '\r') continue;
    const end = passage.toDocument(offset + 1, 'end');
    const last = spans.at(-1);
    if (last && !/[\r\n]/u.test(document.slice(last.end, start))) spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else spans.push({ start, end });
  }
  return spans;
}

/** Lines this wide are not made narrower, that the last ones may have their share too. */
const narrow = 40;

/** Shares a translation out to the lines of its passage, evenly: none wider than the widest, if that can be. */
export function shareOut(document: string, spans: readonly Span[], translation: string): Share[] {
  const width = spans.reduce((most, { start, end }) => Math.max(most, displayWidth(document.slice(start, end))), 0);
  const text = oneLine(translation);
  const even = Math.max(Math.ceil(displayWidth(text) / spans.length), narrow);
  const lines = wrapInto(text, spans.length, Math.min(even, width));
  return spans.map((span, index) => ({ span, text: lines[index] ?? '' }));
}

/** At most `count` lines, of `width` columns or as little more as possible. */
function wrapInto(text: string, count: number, width: number): string[] {
  for (let columns = Math.max(width, 1); ; columns = Math.ceil(columns * 1.05)) {
    const lines = wrapText(text, columns);
    if (lines.length <= Math.max(count, 1)) return lines;
    // Words wider than all: there is nowhere to break.
    if (columns > displayWidth(text)) return [text];
  }
}

export function oneLine(text: string): string {
  // A run of blanks at once: a pattern that begins with some would try each of them.
  return text.replace(/\s+/gu, (blanks) => (/[\r\n]/u.test(blanks) ? ' ' : blanks)).trim();
}

/** Below this many columns a line is taken to fit into every editor. */
const shortLine = 60;
const pieceWidth = 20;

/**
 * Cuts a share into pieces that stand where their words stood. The editor wraps a long line by the words it hides, so that
 * a share in one piece would run out of its first row and leave the others empty.
 */
export function cutShare(document: string, { span, text }: Share): Share[] {
  const original = document.slice(span.start, span.end);
  if (displayWidth(original) <= shortLine) return [{ span, text }];
  const sources = pieces(original);
  const total = displayWidth(original);
  const ratio = displayWidth(text) / total;
  const units = unitsOf(text);
  let next = 0;
  let taken = 0;
  let seen = 0;
  let start = span.start;
  return sources.map((source, index) => {
    seen += displayWidth(source);
    let own = '';
    while (next < units.length && (index === sources.length - 1 || taken < seen * ratio)) {
      const unit = units[next++]!;
      own += unit;
      taken += displayWidth(unit);
    }
    const piece = { span: { start, end: start + source.length }, text: own };
    start += source.length;
    return piece;
  });
}

/** Runs of whole words. */
function pieces(text: string): string[] {
  const runs: string[] = [];
  let run = '';
  for (const unit of unitsOf(text)) {
    run += unit;
    if (displayWidth(run) < pieceWidth) continue;
    runs.push(run);
    run = '';
  }
  return run === '' ? runs : [...runs, run];
}

/** What no row may break: words with the space behind them, and single ideographs. */
function unitsOf(text: string): string[] {
  return text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+\s*|\s+/gu) ?? [];
}

/** A lens is one row, and what does not fit the editor is cut off: longer translations take several, between the lines of the original. */
const rowWidth = 80;

/** A row of a translation, and the index of the passage's line that it stands below. */
export interface Row {
  readonly below: number;
  readonly text: string;
}

/**
 * The rows below the lines of a passage: one below all of it where that is enough.
 *
 * @param atEnd whether the document ends with the passage: below the last line there is no place
 */
export function rowsBelow(passageLines: number, translation: string, atEnd = false): Row[] {
  const text = oneLine(translation);
  if (text === '') return [];
  const lineCount = atEnd ? Math.max(passageLines - 1, 1) : passageLines;
  // Rows of even width: the first ones would be cut off before the last is full.
  const count = wrapInto(text, lineCount, rowWidth).length;
  const rows = wrapInto(text, count, Math.ceil(displayWidth(text) / count));
  return rows.map((row, index) => ({ below: Math.ceil(((index + 1) * lineCount) / rows.length) - 1, text: row }));
}
