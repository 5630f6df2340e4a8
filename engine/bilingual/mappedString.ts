import type { Span } from '../protocol/result';
import type { ToFile } from './unit';

/** A string read from a file, where one code unit may be written as several (escapes) and in several pieces. */
export interface MappedString {
  readonly text: string;
  /** From the first to behind the last code unit of the content in the file. */
  readonly span: Span;
  readonly toFile: ToFile;
}

/** Collects the code units of a string with their places in the file. */
export class StringBuilder {
  private text = '';
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private span: Span | undefined;

  /** Says that the file has a piece of the string at `span`, which may be empty; the pieces come in order. */
  piece(span: Span): void {
    this.span = { start: this.span?.start ?? span.start, end: span.end };
  }

  /** Adds characters that the file writes as `start` to `end`. */
  add(characters: string, start: number, end: number): void {
    for (const unit of characters.split('')) {
      this.text += unit;
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  build(): MappedString {
    const { text, starts, ends, span = { start: 0, end: 0 } } = this;
    return {
      text,
      span,
      toFile: (offset, edge = 'start') => {
        if (edge === 'end' && offset > 0) return ends[offset - 1] ?? span.end;
        return starts[offset] ?? ends.at(-1) ?? span.start;
      },
    };
  }
}

/** An escape that begins with the backslash at an offset: what it stands for, and how many code units it is written with. */
export interface Escape {
  readonly characters: string;
  readonly length: number;
}

/** Adds the content of one quoted string. `escapeAt` returns undefined for a backslash that escapes nothing it knows. */
export function addEscaped(
  builder: StringBuilder,
  file: string,
  content: Span,
  escapeAt: (file: string, offset: number) => Escape | undefined,
): void {
  builder.piece(content);
  for (let offset = content.start; offset < content.end; ) {
    const escape = file[offset] === '\\' ? escapeAt(file, offset) : undefined;
    const length = escape?.length ?? 1;
    builder.add(escape?.characters ?? file[offset]!, offset, offset + length);
    offset += length;
  }
}
