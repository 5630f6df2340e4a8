import type { Span } from '../protocol/result';
import { isMarkdown } from './languages';
import { frontMatterEnd, splitLines } from './markdown';
import { displayWidth } from './wrap';

/** A heading with what follows it, up to the next heading of any level. */
export interface Section extends Span {
  /** Without its marks; empty for the text before the first heading. */
  readonly heading: string;
  /** 1 for the topmost headings; 0 for the text before the first. */
  readonly level: number;
  /** Behind the heading. */
  readonly body: Span;
}

interface Heading extends Span {
  readonly text: string;
  readonly level: number;
}

/** Lines of a text, and their contents without white space at the end. */
interface Lines {
  readonly spans: readonly Span[];
  readonly contents: readonly string[];
}

/** How many lines a heading takes from the given one on, and what it says. */
type HeadingReader = (contents: readonly string[], index: number) => { text: string; level: number; lines: number } | undefined;

/** Characters of a heading at most; a longer line is a paragraph. */
const longestHeading = 300;

const letter = /\p{L}/u;
const numberSign = /^ {0,3}(#{1,6})(?:[ \t]+(?![ \t])(.*?))??(?:[ \t]+#+)?$/u;
const setextRule = /^ {0,3}(=+|-+)$/u;
// A list entry, a quote or a row of a table above a rule is no heading.
const noParagraph = /^(?: {4}|\t|\s*(?:[-*+>|]|\d+[.)]\s|$))|\|$/u;
const rule = /^([!-/:-@[-`{-~])\1+$/u;
const equalSigns = /^(={1,6}|#{1,6})[ \t]+(\S.*?)(?:[ \t]+\1)?$/u;
// As manual pages write them.
const capitals = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}][^\p{Ll}]{0,79}$/u;

const markdownFence = /^ {0,3}(`{3,}|~{3,})(.*)$/u;
const asciidocFence = /^(-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,})()$/u;

/**
 * The sections of a text of prose: Markdown, reStructuredText and AsciiDoc by their headings, other texts by underlined
 * lines and lines of capitals. Sections without a letter in their body are left out.
 *
 * @param languageId VS Code's id of the text's language
 */
export function findSections(text: string, languageId: string): Section[] {
  const from = isMarkdown(languageId) ? frontMatterEnd(text) : 0;
  const spans = splitLines(text, from);
  const lines = { spans, contents: spans.map(({ start, end }) => text.slice(start, end).trimEnd()) };
  const headings = findHeadings(lines, languageId);
  const first = { start: from, end: from, text: '', level: 0 };
  return [first, ...headings].flatMap((heading, index) => {
    const end = headings[index]?.start ?? text.length;
    if (!letter.test(text.slice(heading.end, end))) return [];
    return [{ start: heading.start, end, heading: heading.text, level: heading.level, body: { start: heading.end, end } }];
  });
}

function findHeadings(lines: Lines, languageId: string): Heading[] {
  if (isMarkdown(languageId)) return read(lines, markdownHeading, markdownFence);
  if (languageId === 'asciidoc') return read(lines, asciidocHeading, asciidocFence);
  if (languageId === 'restructuredtext') return read(lines, underlinedHeading());
  const underlined = underlinedHeading();
  return read(lines, (contents, index) => underlined(contents, index) ?? capitalHeading(contents, index));
}

/** @param fence what opens and closes a block of code: its mark and what follows, which only an opening mark may have */
function read({ spans, contents }: Lines, headingAt: HeadingReader, fence?: RegExp): Heading[] {
  const headings: Heading[] = [];
  let open = '';
  for (let index = 0; index < contents.length; ) {
    const [, mark = '', info = ''] = fence?.exec(contents[index]!) ?? [];
    const mayHead = open === '' && mark === '' && contents[index]!.length <= longestHeading;
    const heading = mayHead ? headingAt(contents, index) : undefined;
    if (open === '') open = mark;
    else if (mark.startsWith(open) && info === '') open = '';
    const last = index + (heading?.lines ?? 1) - 1;
    if (heading) {
      headings.push({ start: spans[index]!.start, end: spans[last]!.end, text: heading.text, level: heading.level });
    }
    index = last + 1;
  }
  return headings;
}

const markdownHeading: HeadingReader = (contents, index) => {
  const line = contents[index]!;
  const sign = numberSign.exec(line);
  // `{#anchor}` is for links.
  if (sign) return { text: (sign[2] ?? '').replace(/\s*\{#[^}]*\}$/u, ''), level: sign[1]!.length, lines: 1 };
  const below = setextRule.exec(contents[index + 1] ?? '')?.[1];
  const startsParagraph = (contents[index - 1] ?? '') === '' || numberSign.test(contents[index - 1]!);
  if (below === undefined || noParagraph.test(line) || !startsParagraph) return undefined;
  return { text: line.trim(), level: below.startsWith('=') ? 1 : 2, lines: 2 };
};

const asciidocHeading: HeadingReader = (contents, index) => {
  const match = equalSigns.exec(contents[index]!);
  return match ? { text: match[2]!, level: match[1]!.length, lines: 1 } : undefined;
};

/** Titles over a rule at least as long, with or without one above; levels follow the order in which rules first occur. */
function underlinedHeading(): HeadingReader {
  const styles: string[] = [];
  return (contents, index) => {
    const above = rule.exec(contents[index]!);
    const at = above ? index + 1 : index;
    const title = contents[at] ?? '';
    const below = rule.exec(contents[at + 1] ?? '');
    const fits = below !== null && title !== '' && displayWidth(title.trim()) <= below[0].length;
    const isAlone = (contents[index - 1] ?? '') === '' && (above ? above[0] === below?.[0] : /^\S/u.test(title));
    if (!fits || !isAlone || rule.test(title) || !/[\p{L}\p{N}]/u.test(title)) return undefined;
    const style = below[1]! + String(above !== null);
    if (!styles.includes(style)) styles.push(style);
    return { text: title.trim(), level: styles.indexOf(style) + 1, lines: at + 2 - index };
  };
}

const capitalHeading: HeadingReader = (contents, index) => {
  const line = contents[index]!;
  const next = contents[index + 1];
  // Shouting in the middle of a paragraph heads nothing.
  const stands = (contents[index - 1] ?? '') === '' && next !== undefined && /^(?:\s|$)/u.test(next);
  return stands && capitals.test(line) ? { text: line, level: 1, lines: 1 } : undefined;
};
