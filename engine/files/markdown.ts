import { readMarkdownPair } from '../bilingual/markdown';
import { inlinesOf } from '../lint/inline';
import type { Span } from '../protocol/result';
import { findSegments, type Segment } from '../text';
import { splitLines } from '../text/markdown';
import { skipReason } from '../text/skip';
import { applyEdits, type Draft, type DraftInput, type FileUnit, type KeptPart, type Written } from './draft';
import { repairEmphasis } from './emphasis';
import { markdownTree, type TreeNode } from './markdownTree';

/** A piece of prose and the lines it stands in. */
interface Passage {
  readonly segment: Segment;
  readonly lines: { readonly start: number; readonly end: number };
}

/** The prose of a Markdown document; a translation that would change the document's structure is refused. */
export function draftMarkdown({ source, existing = '' }: DraftInput): Draft {
  const tree = markdownTree(source);
  const labels = referenceLabels(source);
  const passages = prosePassages(source, tree);
  const known = existing.trim() === '' ? new Map<string, string>() : knownTranslations(source, existing);
  const open = passages.filter(({ segment }) => !known.has(keyOf(segment.range)));
  return {
    units: open.map(({ segment }) => fileUnit(segment, labels)),
    translated: passages.length - open.length,
    write: (translations) => {
      const targets = passages.map((passage) => known.get(keyOf(passage.segment.range)) ?? translations[open.indexOf(passage)]);
      const { text, refused } = writePassages(source, tree, passages, targets);
      return { text, refused: refused.flatMap((index) => Math.max(open.indexOf(passages[index]!), -1)).filter((index) => index >= 0) };
    },
  };
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** What an existing translation says of the passages that it translates one by one. */
function knownTranslations(source: string, existing: string): Map<string, string> {
  const units = readMarkdownPair(source, existing).filter((unit) => unit.source !== '' && unit.target !== '');
  return new Map(units.map(({ sourceSpan, target }) => [keyOf(sourceSpan), target]));
}

/** Segments that lie in one piece of prose of the tree; names and signatures are no prose. */
function prosePassages(source: string, tree: readonly TreeNode[]): Passage[] {
  const starts = splitLines(source).map(({ start }) => start);
  const lineOf = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low;
  };
  const prose = tree.flatMap((node) => (node.prose && node.lines ? [node.lines] : []));
  return findSegments(source, 'markdown').flatMap((segment) => {
    if (skipReason(segment.text, { licences: false }) !== undefined) return [];
    const [first, last] = [lineOf(segment.range.start), lineOf(segment.range.end)];
    const inside = prose.some(({ start, end }) => start <= first && last < end);
    return inside ? [{ segment, lines: { start: first, end: last + 1 } }] : [];
  });
}

function writePassages(source: string, tree: readonly TreeNode[], passages: readonly Passage[], targets: readonly (string | undefined)[]): Written {
  const left = targets.map((target) => (target === undefined ? undefined : repairEmphasis(target)));
  const refused = new Set<number>();
  // Each round refuses something, so there are no more rounds than passages.
  for (;;) {
    const edits = passages.flatMap(({ segment }, index) => {
      const target = left[index];
      return target === undefined ? [] : [{ ...segment.range, text: segment.write(target) }];
    });
    const text = applyEdits(source, edits);
    const wrong = differingPassages(tree, markdownTree(text), passages, left);
    if (wrong.length === 0) return { text, refused: [...refused].sort((a, b) => a - b) };
    for (const index of wrong) {
      left[index] = undefined;
      refused.add(index);
    }
  }
}

/** Indices of the passages to blame for what differs; empty when nothing does. */
function differingPassages(
  before: readonly TreeNode[],
  after: readonly TreeNode[],
  passages: readonly Passage[],
  left: readonly (string | undefined)[],
): number[] {
  const translated = passages.flatMap((_, index) => (left[index] === undefined ? [] : [index]));
  const differing = before.flatMap(({ signature }, index) => (signature === after[index]?.signature ? [] : [index]));
  if (differing.length === 0 && before.length === after.length) return [];
  if (translated.length === 0) return [];
  const sameBlocks = before.length === after.length && differing.every((index) => isInline(before[index]!) && isInline(after[index]!));
  // Behind the first difference of the blocks, nothing can be compared.
  const guilty = (sameBlocks ? differing : [differing[0] ?? before.length - 1]).flatMap((index) => before.slice(0, index + 1).findLast(({ lines }) => lines) ?? []);
  const found = translated.filter((index) =>
    guilty.some(({ lines }) => lines && passages[index]!.lines.start < lines.end && lines.start < passages[index]!.lines.end),
  );
  if (found.length > 0) return found;
  // The block before holds no translation: then it is the one that begins here.
  const line = guilty[0]?.lines?.start ?? 0;
  return [translated.find((index) => passages[index]!.lines.start >= line) ?? translated.at(-1)!];
}

function isInline({ signature }: TreeNode): boolean {
  return signature.startsWith('inline ');
}

/** Labels that links refer to, as Markdown compares them. */
function referenceLabels(source: string): Set<string> {
  return new Set(Array.from(source.matchAll(/^[ \t>]*\[([^\]\n]+)\]:/gmu), (match) => normalLabel(match[1]!)));
}

function normalLabel(label: string): string {
  return label.trim().replaceAll(/\s+/gu, ' ').toLowerCase();
}

/** Images; what stands behind the words of a link; footnotes; addresses and comments in angle brackets; escapes. */
const keptMarkup =
  /!\[(?:[^\]\\]|\\.)*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]*\])?|(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|(?<=\])\[[^\]\n]+\]|\[\^[^\]\s]+\]|<(?:[A-Za-z][\w+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>|<!--[^]*?-->|\\[!-/:-@[-`{-~]/gu;
const codeSpan = /(`+)(?!`)[^]*?[^`]\1(?!`)/gu;
const underscores = /(?<![\p{L}\p{N}_\\])(_{1,3})(?=[^\s_])[^_]+?(?<=[^\s_\\])\1(?![\p{L}\p{N}_])/gu;
/** Words that are a link by themselves, if there is a definition of them. */
const shortcut = /(?<![!\]\\])\[([^\][\\^]+)\](?:\[\]|(?![[(:]))/gu;

/** Emphasis with asterisks, which works between letters too: languages without spaces need that. */
function withAsterisks(text: string, others: readonly Span[]): string {
  return text.replaceAll(underscores, (whole: string, mark: string, at: number) => {
    const inside = others.some(({ start, end }) => [at, at + whole.length - mark.length].some((offset) => start <= offset && offset < end));
    return inside ? whole : '*'.repeat(mark.length) + whole.slice(mark.length, -mark.length) + '*'.repeat(mark.length);
  });
}

function fileUnit({ text, range }: Segment, labels: ReadonlySet<string>): FileUnit {
  const codes = Array.from(text.matchAll(codeSpan), ({ index, 0: matched }) => ({ start: index, end: index + matched.length }));
  // What begins before a code span may hold it, such as the title of a link.
  const outside = ({ start }: Span): boolean => codes.every((span) => start < span.start || span.end <= start);
  const kept: KeptPart[] = Array.from(text.matchAll(keptMarkup), ({ index, 0: matched }) => ({
    start: index,
    end: index + matched.length,
    text: matched,
  })).filter(outside);
  for (const match of text.matchAll(shortcut)) {
    const [whole, label] = match;
    if (!labels.has(normalLabel(label!))) continue;
    const end = match.index + whole.length;
    // The translated words need the definition's label.
    const part = { start: whole.endsWith('[]') ? end - 2 : end, end, text: `[${label!}]` };
    if (outside(part) && kept.every((other) => part.end <= other.start || other.end <= part.start)) kept.push(part);
  }
  kept.sort((a, b) => a.start - b.start);
  const source = withAsterisks(text, [...codes, ...kept, ...inlinesOf(text)]);
  return { source, span: range, flags: [], syntax: 'plain', kept };
}
