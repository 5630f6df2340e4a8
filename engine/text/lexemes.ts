import type { Span } from '../protocol/result';
import type { CommentSyntax } from './languages';
import { literalPattern } from './literalPattern';

/** A comment or a string as it stands in the text, markers included. */
export interface Lexeme extends Span {
  /** A comment that ends with its line, a comment with a closing marker (or a docstring), or a string. */
  readonly kind: 'line' | 'block' | 'string';
  /** Length of the opening marker. */
  readonly open: number;
  /** Length of the closing marker; 0 for a line comment or a block that is not closed. */
  readonly close: number;
  readonly marker: string;
}

/** The comments and strings of a source text, in order. Takes time linear in the text, whatever is left unclosed in it. */
export function lexemes(text: string, syntax: CommentSyntax): Iterable<Lexeme> {
  return new Scanner(text, syntax).scan();
}

/** Nobody writes longer regular expressions; where a division was taken for one, the search ends here. */
const longestRegex = 2000;
/** Characters of the longest `operatorWord` and one before it. */
const longestWord = 11;
/** How far back the start of a line is looked for. */
const lookBehind = 400;
// A slash behind a value divides, elsewhere it opens a regular expression; behind `<` it closes a tag.
const value = /^[\p{L}\p{N}_$)\]}"'`<]$/u;
const operatorWord = /(?:^|[^\p{L}\p{N}_$.])(?:return|typeof|case|in|of|delete|void|throw|else|do|instanceof|yield|await)$/u;

class Scanner {
  private readonly starts: RegExp;
  private readonly raw: readonly { readonly open: RegExp; readonly close: string }[];
  /** End of the line last asked for. */
  private line = -1;
  /** The comment before, and those that only white space parts from it. */
  private lastComment: Span | undefined;
  /** Closing markers that do not occur between some offset behind us and the one given here. */
  private readonly missing = new Map<string, number>();

  constructor(
    private readonly text: string,
    private readonly syntax: CommentSyntax,
  ) {
    const { block, line, rawStrings, characters, multilineQuotes, quotes, script } = syntax;
    const markers = [...block.map(([open]) => open), ...line].map(literalPattern);
    const literals = [...rawStrings.map(([open]) => open), ...characters, ...[...multilineQuotes, ...quotes].map(literalPattern)];
    this.starts = new RegExp([...markers, ...literals, ...(script ? ['`', '/'] : [])].join('|'), 'gu');
    this.raw = rawStrings.map(([open, close]) => ({ open: new RegExp(`^(?:${open})$`, 'u'), close }));
  }

  *scan(): Generator<Lexeme> {
    for (let offset = 0; ; ) {
      this.starts.lastIndex = offset;
      const match = this.starts.exec(this.text);
      if (!match) return;
      const [marker] = match;
      const comment = this.commentAt(match.index, marker);
      if (comment) this.lastComment = this.together(comment);
      const found = comment ?? this.stringAt(match.index, marker);
      if (found) yield found;
      // Else an apostrophe, an unclosed quote or a division.
      offset = found?.end ?? match.index + marker.length;
    }
  }

  private together({ start, end }: Span): Span {
    const before = this.lastComment;
    return before && this.text.slice(before.end, start).trim() === '' ? { start: before.start, end } : { start, end };
  }

  private commentAt(start: number, marker: string): Lexeme | undefined {
    const { text, syntax } = this;
    const block = syntax.block.find(([open]) => open === marker);
    if (block) return this.blockFrom(start, marker.length, block[1]);
    if (syntax.line.includes(marker)) {
      const before = text[start - 1];
      if (syntax.spacedMarker && before !== undefined && !/\s/u.test(before)) return undefined;
      const end = this.lineEnd(start);
      // A shebang is no prose: a comment without content.
      if (start === 0 && text.startsWith('#!')) return { start, end, open: end, close: 0, kind: 'line', marker: '#!' };
      // `///`, `##` and `;;` are longer forms of the same marker.
      const repeated = new RegExp(`^${literalPattern(marker.at(-1)!)}*!?`, 'u');
      const open = marker.length + (repeated.exec(text.slice(start + marker.length, end))?.[0].length ?? 0);
      return { start, end, open, close: 0, kind: 'line', marker: text.slice(start, start + open) };
    }
    if (!syntax.docstrings || !syntax.multilineQuotes.includes(marker)) return undefined;
    const before = text.slice(Math.max(0, start - lookBehind), start);
    return /(?:^|\n)\s*[rRuU]?$/u.test(before) ? this.blockFrom(start, marker.length, marker) : undefined;
  }

  private blockFrom(start: number, open: number, closer: string): Lexeme {
    const at = this.text.indexOf(closer, start + open);
    const end = at < 0 ? this.text.length : at + closer.length;
    const marker = this.text.slice(start, start + open);
    return { start, end, open, close: at < 0 ? 0 : closer.length, kind: 'block', marker };
  }

  private stringAt(start: number, marker: string): Lexeme | undefined {
    const { multilineQuotes, quotes, script, characters } = this.syntax;
    const from = start + marker.length;
    if (script && marker === '/') return this.string(start, marker, this.regexEnd(start));
    if (script && marker === '`') return this.string(start, marker, this.unlessMissing('`', () => templateEnd(this.text, from)));
    if (multilineQuotes.includes(marker)) return this.string(start, marker, this.quoteEnd(from, marker, this.text.length));
    if (quotes.includes(marker)) return this.string(start, marker, this.quoteEnd(from, marker, this.lineEnd(start)));
    for (const { open, close } of this.raw) {
      const match = open.exec(marker);
      if (match) return this.string(start, marker, this.rawEnd(from, close.replace('$1', match[1] ?? '')));
    }
    return characters.length > 0 ? this.string(start, marker, from) : undefined;
  }

  private string(start: number, marker: string, end: number | undefined): Lexeme | undefined {
    return end === undefined ? undefined : { start, end, open: marker.length, close: 0, kind: 'string', marker };
  }

  private quoteEnd(from: number, quote: string, limit: number): number | undefined {
    if (from <= (this.missing.get(quote) ?? -1)) return undefined;
    let end = limit;
    for (let offset = from; offset < end; offset++) {
      if (this.text[offset] === '\\') {
        offset++;
        // An escaped line break does not end the string.
        if (offset >= end && end < this.text.length) {
          if (this.text[offset] === '\r') offset++;
          end = lineEnd(this.text, offset + 1);
        }
      } else if (this.text.startsWith(quote, offset)) return offset + quote.length;
    }
    // What was skipped as escaped here stays escaped for a search that begins there.
    this.missing.set(quote, end);
    return undefined;
  }

  private rawEnd(from: number, closer: string): number | undefined {
    return this.unlessMissing(closer, () => {
      const at = this.text.indexOf(closer, from);
      return at < 0 ? undefined : at + closer.length;
    });
  }

  /** Searches to the end of the text once only for a closing marker that does not come. */
  private unlessMissing(closer: string, search: () => number | undefined): number | undefined {
    if (this.missing.has(closer)) return undefined;
    const end = search();
    if (end === undefined) this.missing.set(closer, this.text.length);
    return end;
  }

  private regexEnd(start: number): number | undefined {
    if (!this.expectsOperand(start)) return undefined;
    const limit = Math.min(this.lineEnd(start), start + longestRegex);
    let inClass = false;
    for (let offset = start + 1; offset < limit; offset++) {
      const character = this.text[offset];
      if (character === '\\') offset++;
      else if (character === '[') inClass = true;
      else if (character === ']') inClass = false;
      else if (character === '/' && !inClass) return offset + 1;
    }
    return undefined;
  }

  /** Whether what comes before a slash leaves it to open something. */
  private expectsOperand(start: number): boolean {
    let end = start;
    for (let steps = 0; steps < lookBehind; steps++) {
      if (end === this.lastComment?.end) end = this.lastComment.start;
      else if (/\s/u.test(this.text[end - 1] ?? '')) end--;
      else break;
    }
    return !value.test(this.text[end - 1] ?? '') || operatorWord.test(this.text.slice(Math.max(0, end - longestWord), end));
  }

  private lineEnd(start: number): number {
    if (start > this.line) this.line = lineEnd(this.text, start);
    return this.line;
  }
}

/** The end of a template literal; code in `${…}` may hold strings and templates of its own. */
function templateEnd(text: string, from: number): number | undefined {
  /** Braces open in each `${`; -1 stands for a template's text. */
  const open = [-1];
  for (let offset = from; offset < text.length; offset++) {
    const character = text[offset];
    const inside = open.at(-1)!;
    if (character === '\\') offset++;
    else if (character === '`') {
      if (inside >= 0) open.push(-1);
      else if (open.length === 1) return offset + 1;
      else open.pop();
    } else if (inside < 0) {
      if (character === '$' && text[offset + 1] === '{') open.push(0);
    } else if (character === '{') open[open.length - 1] = inside + 1;
    else if (character === '}') {
      // The brace of `${` itself was counted.
      if (inside <= 1) open.pop();
      else open[open.length - 1] = inside - 1;
    }
  }
  return undefined;
}

export function lineEnd(text: string, start: number): number {
  const at = text.indexOf('\n', start);
  const end = at < 0 ? text.length : at;
  return end > start && text[end - 1] === '\r' ? end - 1 : end;
}
