import { addEscaped, StringBuilder, type Escape, type MappedString } from '../bilingual/mappedString';
import { FormatError } from '../bilingual/unit';
import type { Span } from '../protocol/result';
import { splitLines } from '../text/markdown';
import { applyEdits, type Draft, type DraftInput } from './draft';

interface Entry {
  readonly key: string;
  readonly value: MappedString;
  /** The key as it is written, with what parts it from the value. */
  readonly head: string;
}

/** The values of a Java properties file. Throws FormatError. */
export function draftProperties({ source, existing = '' }: DraftInput): Draft {
  const entries = readEntries(source, 'source');
  const there = new Map(readEntries(existing, 'target').map((entry) => [entry.key, entry.value]));
  const messages = entries.filter(({ value }) => value.text.trim() !== '');
  const open = messages.filter(({ key }) => (there.get(key)?.text ?? '') === '');
  // Readers of Latin-1 files know no other characters than these; who writes them plainly has another reader.
  const ascii = !/[^\0-\u007f]/u.test(source + existing);
  const write = (text: string): string => escapeValue(text, ascii);
  return {
    units: open.map(({ key, value }) => ({
      source: value.text,
      span: value.span,
      context: key,
      flags: [],
      syntax: /\{\s*\w+\s*,\s*(?:plural|select)/u.test(value.text) ? 'icu' : 'java',
      kept: [],
    })),
    translated: messages.length - open.length,
    write: (translations) => {
      const done = open.flatMap((entry, index) => {
        const translation = translations[index];
        return translation === undefined ? [] : [{ ...entry, text: write(translation) }];
      });
      if (existing.trim() === '') {
        return { text: applyEdits(source, done.map(({ value, text }) => ({ ...value.span, text }))), refused: [] };
      }
      const newline = existing.includes('\r\n') ? '\r\n' : '\n';
      const filled = done.flatMap(({ key, text }) => {
        const empty = there.get(key);
        return empty ? [{ ...empty.span, text }] : [];
      });
      const added = done.filter(({ key }) => !there.has(key)).map(({ head, text }) => head + text + newline);
      const lineEnd = existing.endsWith('\n') || added.length === 0 ? '' : newline;
      return { text: applyEdits(existing, filled) + lineEnd + added.join(''), refused: [] };
    },
  };
}

const keyForm = /^[ \t\f]*((?:\\[^]|[^\\\s=:])+)(?:[ \t\f]*[=:][ \t\f]*|[ \t\f]+|$)/u;
const comment = /^[ \t\f]*(?:[#!]|$)/u;

function readEntries(file: string, side: 'source' | 'target'): Entry[] {
  const entries: Entry[] = [];
  const lines = splitLines(file);
  for (let index = 0; index < lines.length; index++) {
    const { start, end } = lines[index]!;
    const line = file.slice(start, end);
    if (comment.test(line)) continue;
    const head = keyForm.exec(line)?.[0];
    const key = keyForm.exec(line)?.[1];
    // A key that goes on in the next line, or is empty: allowed, but nobody writes it.
    if (head === undefined || key === undefined) throw new FormatError('this line has no key', start, side);
    const builder = new StringBuilder();
    let piece: Span = { start: start + Math.min(head.length, line.length), end };
    while (continues(file.slice(piece.start, piece.end)) && index + 1 < lines.length) {
      addValue(builder, file, { start: piece.start, end: piece.end - 1 }, side);
      const next = lines[++index]!;
      const lead = /^[ \t\f]*/u.exec(file.slice(next.start, next.end))![0].length;
      piece = { start: next.start + lead, end: next.end };
    }
    addValue(builder, file, piece, side);
    entries.push({ key, value: builder.build(), head });
  }
  return entries;
}

/** An odd number of backslashes at the end of the line. */
function continues(line: string): boolean {
  return (/\\*$/u.exec(line)![0].length & 1) === 1;
}

function addValue(builder: StringBuilder, file: string, span: Span, side: 'source' | 'target'): void {
  const bad = /\\u(?![0-9A-Fa-f]{4})/u.exec(file.slice(span.start, span.end).replaceAll('\\\\', '  '));
  if (bad) throw new FormatError('\\u needs four hexadecimal digits', span.start + bad.index, side);
  addEscaped(builder, file, span, escapeAt);
}

const simple: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f' };

function escapeAt(file: string, offset: number): Escape | undefined {
  const unicode = /^u([0-9A-Fa-f]{4})/u.exec(file.slice(offset + 1, offset + 6));
  if (unicode) return { characters: String.fromCharCode(parseInt(unicode[1]!, 16)), length: 6 };
  const next = file[offset + 1];
  return next === undefined ? undefined : { characters: simple[next] ?? next, length: 2 };
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r', '\f': '\\f' };

function escapeValue(text: string, ascii: boolean): string {
  const written = text.replaceAll(/[\\\n\t\r\f]/gu, (character) => escapes[character]!).replace(/^ /u, '\\ ');
  if (!ascii) return written;
  return written.replaceAll(/[^\0-\u007f]/gu, (character) =>
    Array.from({ length: character.length }, (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`).join(''),
  );
}
