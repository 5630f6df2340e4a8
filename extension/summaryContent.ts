/** From summaries to what the panel draws and the clipboard gets. Pure. */
import type { SummaryContent, SummaryEntry, SummaryPanelLine } from '../engine/protocol/panelProtocol';
import type { Say } from '../engine/protocol/phrase';
import type { PackInfo, Span, Summary, SummaryLine, Token } from '../engine/protocol/result';
import { quotedNote } from './quotedNote';
import type { Subject, SummaryKind } from './summarySubjects';

/** A subject with its summary. */
export interface SummarizedPart {
  readonly subject: Subject;
  readonly summary: Summary;
  /** One per line, where a translation was asked for. */
  readonly translations?: readonly string[];
}

const separator = '\n\n';

export function summaryContent(title: string, pack: PackInfo, kind: SummaryKind, parts: readonly SummarizedPart[], say: Say): SummaryContent {
  let source = '';
  const entries = parts.map((part) => {
    if (source !== '') source += separator;
    const entry = summaryEntry(part, source.length, say);
    source += part.subject.text;
    return entry;
  });
  return { title, pack: `${pack.id} ${pack.version}`, kind, source, entries };
}

/** A span of an entry's text, which `summaryContent` put at `entry.start`, as a span of the subject's text. */
export function subjectOffsets(entry: Span, { start, end }: Span): Span {
  const limit = entry.end - entry.start;
  const within = (offset: number): number => Math.min(Math.max(offset - entry.start, 0), limit);
  return { start: within(start), end: within(end) };
}

/** The lines, each above its translation; several as a Markdown list. */
export function summaryText({ summary, translations = [] }: Pick<SummarizedPart, 'summary' | 'translations'>): string {
  const [first, rest] = summary.lines.length > 1 ? ['- ', '  '] : ['', ''];
  return summary.lines
    .flatMap(({ text }, index) => [first + text, ...translations.slice(index, index + 1).map((line) => rest + line)])
    .join('\n');
}

function summaryEntry({ subject, summary, translations = [] }: SummarizedPart, at: number, say: Say): SummaryEntry {
  return {
    heading: subject.heading,
    documentable: subject.functionAt !== undefined,
    source: { start: at, end: at + subject.text.length },
    lines: summary.lines.map((line, index) => panelLine(line, at, translations[index], say)),
    salience: summary.salience.map(({ start, end, weight }) => ({ start: start + at, end: end + at, weight })),
  };
}

function panelLine(line: SummaryLine, at: number, translation: string | undefined, say: Say): SummaryPanelLine {
  const { text, mode, reason, sourceTokens, targetTokens, alignment, attention, score } = line;
  return {
    text,
    ...(mode === 'extractive' ? { note: say(quotedNote(reason)) } : {}),
    ...(translation === undefined ? {} : { translation }),
    sourceTokens: shift(sourceTokens, at),
    targetTokens,
    alignment,
    attention,
    score,
  };
}

function shift(tokens: readonly Token[], by: number): Token[] {
  return tokens.map(({ text, start, end }) => ({ text, start: start + by, end: end + by }));
}
