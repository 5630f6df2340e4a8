import type { Span } from '../protocol/result';
import { displayWidth } from './wrap';

/** A line of a text that holds prose; `content` excludes comment markers and quote marks, but not indentation. */
export interface ProseLine {
  readonly content: Span;
}

export interface ParagraphRules {
  /** Blocks of code inside the prose (fences, deep indentation, doctests) are left alone. */
  readonly skipCode: boolean;
  /** Doc tags such as `@param x` and `:returns:` are decoration. */
  readonly docTags: boolean;
}

const fence = /^\s*(`{3,}|~{3,})/u;
const listMarker = /^\s*(?:[-*+•]|\d{1,3}[.)]|[a-zA-Z][.)])[ \t]+(?:\[[ xX]\][ \t]+)?/u;
const docTag =
  /^\s*(?:@(?:param|arg|argument|property|prop|template|tparam|throws?|exception|raises)\s+(?:\{[^}]*\}\s*)?(?:\[[^\]]*\]|[\w$.]+)\s*(?:-\s+)?|@[a-zA-Z]+\s*(?:\{[^}]*\}\s*)?|[\\@]brief\s+|:[a-z]+(?:\s+[^:]+)?:\s*|=(?:head\d|item)\b\s*(?:\*\s+|\d+\.?\s+)?)/u;
// `name (type): text` below "Args:" and the like.
const docEntry = /^\s+\*{0,2}[A-Za-z_]\w*(?:\s*\([^)]*\))?:\s+/u;
const codeTag = /^\s*@(?:example|code|see|link|type|typedef|import|license|author|since|version)\b/u;
const doctest = /^\s*>>>/u;
const letter = /\p{L}/u;

/** Groups lines to paragraphs: each result is the words' spans of lines that belong together. */
export function findParagraphs(text: string, lines: readonly ProseLine[], rules: ParagraphRules): Span[][] {
  const grouper = new Grouper(text, rules);
  for (const { content } of lines) grouper.add(content);
  return grouper.finish().flatMap((paragraph) => splitAtEarlyEnds(text, paragraph));
}

/** Reads lines one by one and knows whether it is inside a paragraph, a list entry or code. */
class Grouper {
  private readonly paragraphs: Span[][] = [];
  private current: Span[] = [];
  private indent = 0;
  /** The least indentation of what goes on below a doc tag or entry, until that line says which one it is. */
  private hanging: number | undefined;
  private openFence: string | undefined;
  private inCode = false;
  private inList = false;
  private afterBlank = true;

  constructor(
    private readonly text: string,
    private readonly rules: ParagraphRules,
  ) {}

  add(content: Span): void {
    const line = this.text.slice(content.start, content.end);
    if (this.rules.skipCode && this.isCode(line)) {
      this.close();
      return;
    }
    if (line.trim() === '') {
      this.close();
      this.afterBlank = true;
      return;
    }
    const lead = /^\s*/u.exec(line)?.[0].length ?? 0;
    const { marker, hanging } = this.marker(line, lead);
    const skip = Math.max(marker, lead);
    const words = { start: content.start + skip, end: content.start + line.trimEnd().length };
    if (marker === 0 && this.hanging !== undefined && lead >= this.hanging && this.current.length > 0) this.indent = lead;
    this.hanging = hanging;
    if (marker > 0 || lead < this.indent - 1 || lead > this.indent + 1) this.close();
    // Rulers and the like are kept as they are.
    if (words.start < words.end && letter.test(this.text.slice(words.start, words.end))) {
      if (this.current.length === 0) this.indent = skip;
      this.current.push(words);
    } else {
      this.close();
    }
    if (marker > 0) this.inList = true;
    else if (this.afterBlank && lead === 0) this.inList = false;
    // Two spaces or a backslash at the end are a line break of Markdown.
    if (/(?: {2}|\\)$/u.test(line)) this.close();
    this.afterBlank = false;
  }

  finish(): Span[][] {
    this.close();
    return this.paragraphs;
  }

  private close(): void {
    if (this.current.length > 0) this.paragraphs.push(this.current);
    this.current = [];
  }

  /** Length of what comes before the words of a line that begins something new; 0 for other lines. */
  private marker(line: string, lead: number): { readonly marker: number; readonly hanging?: number | undefined } {
    const list = listMarker.exec(line)?.[0].length ?? 0;
    if (list > 0 || !this.rules.docTags) return { marker: list };
    const tag = docTag.exec(line)?.[0].length;
    if (tag !== undefined) return { marker: tag, hanging: lead };
    const entry = docEntry.exec(line)?.[0].length;
    // What is indented like an entry is another one.
    return entry === undefined ? { marker: 0 } : { marker: entry, hanging: lead + 1 };
  }

  private isCode(line: string): boolean {
    const mark = fence.exec(line)?.[1];
    if (this.openFence !== undefined) {
      if (mark?.startsWith(this.openFence)) this.openFence = undefined;
      return true;
    }
    if (mark !== undefined) {
      this.openFence = mark;
      return true;
    }
    const blank = line.trim() === '';
    if (this.inCode) {
      // An example ends with a blank line, an `@example` with the next tag.
      this.inCode = !blank && !(this.rules.docTags && docTag.test(line) && !codeTag.test(line));
      return this.inCode;
    }
    const indented = /^(?: {4,}|\t)/u.test(line) && this.afterBlank && !this.inList && !listMarker.test(line);
    const example = this.rules.docTags && (doctest.test(line) || codeTag.test(line));
    this.inCode = example;
    return example || (indented && !(this.rules.docTags && docEntry.test(line)));
  }
}

/** Nobody wraps prose to less than this many columns: shorter lines are entries of their own. */
const narrow = 40;

/**
 * Splits where a sentence ends early, though the next word would have fitted in the line: such a break was meant
 * (entries, one sentence per line), others come from wrapping.
 */
function splitAtEarlyEnds(text: string, lines: readonly Span[]): Span[][] {
  const words = lines.map(({ start, end }) => text.slice(start, end));
  const width = words.reduce((most, line) => Math.max(most, displayWidth(line)), 0);
  const groups: Span[][] = [];
  lines.forEach((line, index) => {
    const previous = words[index - 1] ?? '';
    const own = words[index]!;
    const fits = displayWidth(previous) + 1 + displayWidth(/^\S+/u.exec(own)?.[0] ?? '') < width;
    const ended = /[.!?:。！？：]["'”’)]?$/u.test(previous);
    const meant = width < narrow ? ended || /^\p{Lu}/u.test(own) : fits && ended;
    if (index === 0 || meant) groups.push([line]);
    else groups.at(-1)!.push(line);
  });
  return groups;
}
