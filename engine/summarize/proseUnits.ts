import type { Span } from '../protocol/result';
import { frontMatterEnd, splitLines } from '../text/markdown';
import { normalise } from '../text/normalise';
import { splitSentences } from '../text/sentences';
import { plainUnit, trimmed, type Unit } from './units';

/** Nobody writes longer headings; a longer line that looks like one is something else. */
const longestHeading = 200;

const numberSign = /^ {0,3}#{1,6}[ \t]+(?=\S)/u;
const closingSigns = /[ \t]+#+[ \t]*$/u;
// A sentence above a line of these is a paragraph above a ruler.
const sentenceEnd = /[.,;:!?]\s*$/u;
const underline = /^ {0,3}([=\-~^])\1{2,}[ \t]*$/u;
// As manual pages write them: at the margin, over indented text.
const capitals = /^(?=.*\p{Lu}.*\p{Lu})[^\p{Ll}]*\p{Lu}\)?$/u;
const listMark = /^\s*(?:[-*+•–]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)/u;
// `@param x`, `:returns:` and the like begin something new too.
const docTag = /^\s*(?:@[a-z]+|:[a-z]+(?:\s+[\w*]+)*:|\\[a-z]+\s)/u;
const fence = /^\s*(`{3,}|~{3,})/u;
const commentStart = /^\s*<!--/u;
const commentEnd = '-->';
const tableRow = /^\s*\|/u;
const ownLine = /^\s*[|>]/u;
// Pictures and badges, links around them too.
const picture = /^\s*(?:\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?\s*)+$/u;
const word = /[\p{L}\p{N}]/u;
// A stop in these ends no sentence.
const unbroken = /`[^`]+`|\bhttps?:\S*[^\s.,;:!?)]/gu;

/**
 * Cuts prose into headings (Markdown, underlined, or the capitals of manual pages) and sentences, in the order of the
 * text. Lines wrapped by hand are joined; a list entry begins a unit; fenced code, comments, pictures and
 * rulers are left out.
 *
 * @param hasMarkdown whether a line behind `#` is a heading, and the text may begin with front matter
 */
export function proseUnits(text: string, hasMarkdown: boolean): Unit[] {
  const reader = new ProseReader(text, hasMarkdown);
  const lines = splitLines(text, hasMarkdown ? frontMatterEnd(text) : 0);
  for (let index = 0; index < lines.length; ) index = reader.read(lines, index);
  return reader.finish();
}

class ProseReader {
  private readonly units: Unit[] = [];
  /** The paragraph that is being read. */
  private paragraph: Span | undefined;
  /** Characters of a list mark at the paragraph's start. */
  private mark = 0;
  private indent = 0;
  private heads: readonly number[] = [];
  private readonly lastCommentEnd: number;

  constructor(
    private readonly text: string,
    private readonly hasMarkdown: boolean,
  ) {
    this.lastCommentEnd = text.lastIndexOf(commentEnd);
  }

  /** Reads the line at `index`, and those behind it that belong to it; returns the index of the next. */
  read(lines: readonly Span[], index: number): number {
    const line = this.slice(lines[index]!);
    const skipped = this.blockEnd(lines, index);
    if (skipped !== undefined || !word.test(line) || picture.test(line)) {
      this.close();
      return skipped ?? index + 1;
    }
    const headingLines = line.length <= longestHeading ? this.headingLines(line, lines[index + 1]) : 0;
    if (headingLines > 0) this.heading(lines[index]!, line);
    else this.add(lines[index]!, line);
    return index + Math.max(headingLines, 1);
  }

  finish(): Unit[] {
    this.close();
    return this.units;
  }

  private add(span: Span, line: string): void {
    const mark = listMark.exec(line)?.[0].length ?? 0;
    const indent = line.length - line.trimStart().length;
    const before = this.paragraph && this.slice(this.paragraph).trimEnd();
    if (mark > 0 || docTag.test(line) || ownLine.test(line) || indent < this.indent || before?.endsWith(':')) this.close();
    if (this.paragraph) {
      this.paragraph = { start: this.paragraph.start, end: span.end };
    } else {
      this.paragraph = span;
      this.mark = mark;
      this.indent = Math.max(indent, mark);
    }
    if (ownLine.test(line)) this.close();
  }

  /** How many lines a heading takes that begins with `line`; 0 when none does. */
  private headingLines(line: string, following: Span | undefined): number {
    if (this.hasMarkdown && numberSign.test(line)) return 1;
    const next = following && this.slice(following);
    if (this.paragraph || next === undefined) return 0;
    if (underline.test(next) && !listMark.test(line) && !sentenceEnd.test(line)) return 2;
    return capitals.test(line) && /^\s/u.test(next) ? 1 : 0;
  }

  private heading({ start, end }: Span, line: string): void {
    this.close();
    const mark = this.hasMarkdown ? numberSign.exec(line)?.[0].length : undefined;
    const cut = mark === undefined ? 0 : (closingSigns.exec(line)?.[0].length ?? 0);
    const span = trimmed(this.text, { start: start + (mark ?? 0), end: end - cut })!;
    this.heads = [this.units.length];
    this.units.push({ ...plainUnit(span), isHeading: true, isQuotable: false });
  }

  private close(): void {
    if (!this.paragraph) return;
    const { start, end } = this.paragraph;
    const isQuotable = !tableRow.test(this.slice(this.paragraph));
    const mapped = normalise(this.text, start, end);
    const kept = [...mapped.text.matchAll(unbroken)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
    for (const sentence of splitSentences(mapped.text, kept)) {
      const span = mapped.original(sentence.start, sentence.end);
      const quote = { start: Math.max(span.start, Math.min(start + this.mark, span.end - 1)), end: span.end };
      this.units.push({ ...plainUnit(span, this.heads), quote, isQuotable });
    }
    this.paragraph = undefined;
    this.indent = 0;
  }

  /** The line behind the code or comment that begins at this line; undefined when none does, or when it never ends. */
  private blockEnd(lines: readonly Span[], index: number): number | undefined {
    const first = this.slice(lines[index]!);
    const mark = fence.exec(first)?.[1];
    const isComment = commentStart.test(first);
    if (mark === undefined && !(isComment && this.lastCommentEnd > lines[index]!.start)) return undefined;
    if (isComment && first.includes(commentEnd)) return index + 1;
    for (let at = index + 1; at < lines.length; at++) {
      const line = this.slice(lines[at]!);
      if (isComment ? line.includes(commentEnd) : fence.exec(line)?.[1]?.startsWith(mark!) === true) return at + 1;
    }
    return undefined;
  }

  private slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }
}
