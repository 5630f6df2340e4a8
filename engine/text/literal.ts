/** The prose in the strings of programs and data, with the way back through escapes and quotes. */
import { StringBuilder, type MappedString } from '../bilingual/mappedString';
import type { Span } from '../protocol/result';
import { withoutLineBreaks, type Guard } from './guard';
import { attributeStyle, literalStyle, type LiteralStyle } from './literalStyle';
import { splitLines } from './markdown';
import { findParagraphs } from './paragraphs';
import { createSegment, type Segment } from './segment';

/** A string as it stands in the text, quotes included. */
export interface Literal extends Span {
  /** In quotes, a plain or a block scalar of YAML, or the value of a tag's attribute. */
  readonly form: 'quoted' | 'plain' | 'block' | 'attribute';
}

const opening = /^(?:[A-Za-z]{0,3}[$@]{0,2}#{0,8}|[$@]{1,2}[A-Za-z]?)("""|'''|"|'|`)/u;
const plainRules = { skipCode: false, docTags: false };

/**
 * The pieces of prose in a string: what its line breaks part, without the white space around it. None when there are no
 * letters in it, or when it is written in a way that is not known well enough to change it.
 */
export function literalSegments(text: string, literal: Literal, languageId: string): Segment[] {
  const { start, end, form } = literal;
  if (form === 'block' || form === 'plain') return unquoted(text, literal);
  const opened = opening.exec(text.slice(start, Math.min(end, start + 20)));
  if (!opened) return [];
  const quote = opened[1]!;
  const hashes = /#*(?=["'`]+$)/u.exec(opened[0])![0];
  const closer = quote + (opened[0].startsWith('#') || /^[a-z]*r#/u.test(opened[0]) ? hashes : '');
  const content = { start: start + opened[0].length, end: end - closer.length };
  if (content.start >= content.end || text.slice(content.end, end) !== closer) return [];
  const style = form === 'attribute' ? attributeStyle(quote) : literalStyle(opened[0], languageId);
  const read = readContent(text, content, style, quote);
  if (!read) return [];
  const own = text.slice(content.start, content.end);
  if (/[\r\n]/u.test(own)) return wrapped(text, content, (translation, original) => encode(translation, style, read.kept, original));
  return pieces(read.string, (translation) => encode(translation, style, read.kept));
}

interface Content {
  readonly string: MappedString;
  /** Backslashes with what follows them that stand for something else, or for themselves. */
  readonly kept: ReadonlySet<string>;
}

/** Undefined when a quote stands in it as it is: then there are several strings, or code inside of one. */
function readContent(text: string, content: Span, { escapeAt }: LiteralStyle, quote: string): Content | undefined {
  const builder = new StringBuilder();
  const kept = new Set<string>();
  builder.piece(content);
  for (let offset = content.start; offset < content.end; ) {
    const escape = escapeAt(text, offset);
    const unknown = !escape && text[offset] === '\\' && offset + 1 < content.end;
    if (!escape && !unknown && text.startsWith(quote, offset)) return undefined;
    const length = escape?.length ?? (unknown ? 2 : 1);
    if (unknown) kept.add(text.slice(offset, offset + 2));
    if (escape) builder.add(escape.characters, offset, offset + length);
    else for (let unit = offset; unit < offset + length; unit++) builder.add(text[unit]!, unit, unit + 1);
    offset += length;
  }
  return { string: builder.build(), kept };
}

/** @param original as the file writes it, where the translation keeps that form; else it was unescaped */
function encode(translation: string, { encode: write }: LiteralStyle, kept: ReadonlySet<string>, original?: string): string {
  const line = translation.replace(/\s*[\r\n\u2028\u2029]\s*/gu, ' ');
  return line.replace(/\\[^]|[^]/gu, (own) => {
    if (own.length > 1 && (kept.has(own) || original?.includes(own) === true)) return own;
    return Array.from(own, write).join('');
  });
}

function pieces({ text, toFile }: MappedString, write: (translation: string) => string): Segment[] {
  const found: Segment[] = [];
  for (const match of text.matchAll(/[^\r\n]+/gu)) {
    const own = match[0].trim();
    if (!/\p{L}/u.test(own)) continue;
    const from = match.index + match[0].indexOf(own);
    found.push({
      kind: 'string',
      text: own,
      range: { start: toFile(from), end: toFile(from + own.length, 'end') },
      write,
      toDocument: (offset, edge = 'start') => {
        if (edge === 'start' && offset >= own.length) return toFile(from + own.length, 'end');
        return toFile(from + offset, edge);
      },
    });
  }
  return found;
}

/** A string over several lines of the file is wrapped again as a comment is. */
function wrapped(text: string, content: Span, guard: Guard): Segment[] {
  const lines = splitLines(text.slice(0, content.end), content.start).map((line) => ({ content: line }));
  return findParagraphs(text, lines, plainRules).map((spans) => createSegment(text, spans, 'string', guard));
}

function unquoted(text: string, { start, end, form }: Literal): Segment[] {
  const own = text.slice(start, end);
  if (form === 'block' || /[\r\n]/u.test(own)) return wrapped(text, { start, end }, form === 'block' ? withoutLineBreaks : unambiguous);
  const [segment] = wrapped(text, { start, end }, withoutLineBreaks);
  if (segment?.range.start !== start || segment.range.end !== end) return [];
  return [{ ...segment, write: (translation) => (isPlain(segment.write(translation)) ? segment.write(translation) : JSON.stringify(translation)) }];
}

/** Whether YAML takes a text for a string without quotes. */
function isPlain(text: string): boolean {
  return /^[\p{L}(（“]/u.test(text) && !/: |:$| #|^(?:true|false|null|yes|no|on|off)$/iu.test(text);
}

function unambiguous(translation: string, original: string): string {
  return withoutLineBreaks(translation, original).replaceAll(': ', '：').replaceAll(' #', ' ＃');
}
