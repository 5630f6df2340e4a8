/** What the summarizing commands read: texts with a way back to their document. Pure: offsets in, offsets out. */
import type { Span } from '../engine/protocol/result';
import { findSegments, segmentAt } from '../engine/text';
import { findFunctions, functionAt, type CodeFunction } from '../engine/text/functions';
import { findSections } from '../engine/text/sections';
import { isCode, readsAsCode } from './summaryKind';

export type SummaryKind = 'prose' | 'code';

/** What a summary needs to know of a function. */
export type FunctionPart = Pick<CodeFunction, 'name' | 'nameSpan' | 'start' | 'end' | 'doc'>;

/** A text that is summarized on its own. */
export interface Subject {
  /** A function's name or a section's heading; empty for a selection. */
  readonly heading: string;
  /** What it stands for, in the document. */
  readonly range: Span;
  readonly text: string;
  /** Offset in `text` → offset in the document. */
  toDocument(offset: number): number;
  /** Offset of the function's name, for what can get a doc comment. */
  readonly functionAt: number | undefined;
}

/** The subjects of one command, in the order of the document. */
export interface SubjectList {
  readonly kind: SummaryKind;
  /** How the texts are cut: a comment's words are plain text, whatever the language around them. */
  readonly languageId: string;
  readonly subjects: readonly Subject[];
  /** Lines of each summary where the command decides; undefined leaves it to the settings. */
  readonly lines?: number;
}

/** Lines for a whole file that has no parts of its own. */
const linesOfUndividedFile = 3;

/** Code for a selection that holds code, prose for comments and for documents of prose. Without words: no subjects. */
export function selectionSubjects(text: string, selections: readonly Span[], languageId: string): SubjectList {
  const chosen = [...selections].map((selection) => trimmed(text, selection)).sort((a, b) => a.start - b.start);
  if (!isCode(languageId)) return prose(languageId, chosen.map((span) => slice(text, span)));
  if (chosen.some((span) => readsAsCode(text, span, languageId))) {
    return code(languageId, chosen.flatMap((span) => codeSubjects(text, span, languageId)));
  }
  return prose('plaintext', chosen.flatMap((span) => commentSubject(text, span, languageId)));
}

/** What is at the cursor: the function or else the comment, in prose the section or else the paragraph. */
export function subjectsAt(text: string, offset: number, languageId: string): SubjectList {
  if (isCode(languageId)) {
    const found = functionAt(text, offset, languageId);
    if (found) return code(languageId, [functionSubject(text, found)]);
    const comment = segmentAt(text, offset, languageId);
    return prose('plaintext', comment ? commentSubject(text, comment.range, languageId) : []);
  }
  const section = findSections(text, languageId).findLast(({ start, end }) => start <= offset && offset <= end);
  if (section && section.heading !== '') return prose(languageId, [slice(text, trimmed(text, section), section.heading)]);
  const paragraph = segmentAt(text, offset, languageId);
  return prose(languageId, paragraph ? [slice(text, paragraph.range)] : []);
}

/** An outline: each function, or each section; a file that has neither as one. */
export function fileSubjects(text: string, languageId: string, functions: readonly FunctionPart[]): SubjectList {
  if (functions.length > 0) return { ...code(languageId, functions.map((part) => functionSubject(text, part))), lines: 1 };
  const whole = { start: 0, end: text.length };
  if (isCode(languageId)) return { ...selectionSubjects(text, [whole], languageId), lines: linesOfUndividedFile };
  const sections = findSections(text, languageId);
  if (sections.every(({ heading }) => heading === '')) {
    return { ...prose(languageId, [slice(text, trimmed(text, whole))]), lines: linesOfUndividedFile };
  }
  return { ...prose(languageId, sections.map((section) => slice(text, trimmed(text, section), section.heading))), lines: 1 };
}

/** A function without its doc comment: the summary is to say what the code does. */
export function functionSubject(text: string, { name, nameSpan, start, end, doc }: FunctionPart): Subject {
  const inside = doc !== undefined && start <= doc.start && doc.end <= end;
  const spans = inside ? [{ start, end: doc.start }, { start: doc.end, end }] : [{ start, end }];
  const pieces = spans.map((span) => ({ text: text.slice(span.start, span.end), toDocument: (offset: number) => span.start + offset }));
  return { heading: name, range: { start, end }, ...join(pieces, ''), functionAt: nameSpan.start };
}

/** The part of the document that a span of a subject's text stands for. */
export function subjectSpan({ toDocument }: Pick<Subject, 'toDocument'>, span: Span): Span {
  if (span.start >= span.end) return { start: toDocument(span.start), end: toDocument(span.start) };
  // The end is taken from the last character: one past it may already lie on the next line.
  return { start: toDocument(span.start), end: toDocument(span.end - 1) + 1 };
}

function prose(languageId: string, subjects: readonly Subject[]): SubjectList {
  return { kind: 'prose', languageId, subjects: subjects.filter(hasWords) };
}

function code(languageId: string, subjects: readonly Subject[]): SubjectList {
  return { kind: 'code', languageId, subjects: subjects.filter(hasWords) };
}

function hasWords({ text }: Subject): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Each function that the selection covers, when they are most of it; the selection as a whole otherwise. */
function codeSubjects(text: string, selection: Span, languageId: string): Subject[] {
  const covered = findFunctions(text, languageId).filter(({ start, end }) => selection.start <= start && end <= selection.end);
  const outermost = covered.filter((part) => !covered.some((other) => other !== part && other.start <= part.start && part.end <= other.end));
  const length = outermost.reduce((sum, { start, end }) => sum + end - start, 0);
  if (2 * length < selection.end - selection.start) return [slice(text, selection)];
  return outermost.map((part) => functionSubject(text, part));
}

function commentSubject(text: string, selection: Span, languageId: string): Subject[] {
  const segments = findSegments(text, languageId, selection);
  const [first] = segments;
  const last = segments.at(-1);
  if (!first || !last) return [];
  return [{ heading: '', range: { start: first.range.start, end: last.range.end }, ...join(segments, '\n\n'), functionAt: undefined }];
}

function slice(text: string, span: Span, heading = ''): Subject {
  const toDocument = (offset: number): number => span.start + offset;
  return { heading, range: span, text: text.slice(span.start, span.end), toDocument, functionAt: undefined };
}

type Piece = Pick<Subject, 'text' | 'toDocument'>;

function join(pieces: readonly Piece[], separator: string): Piece {
  const starts: number[] = [];
  let text = '';
  for (const piece of pieces) {
    if (starts.length > 0) text += separator;
    starts.push(text.length);
    text += piece.text;
  }
  return {
    text,
    toDocument: (offset) => {
      const index = Math.max(0, starts.findLastIndex((start) => start <= offset));
      return pieces[index]!.toDocument(offset - starts[index]!);
    },
  };
}

function trimmed(text: string, { start, end }: Span): Span {
  const selected = text.slice(start, end);
  const from = start + selected.length - selected.trimStart().length;
  return { start: from, end: Math.max(from, start + selected.trimEnd().length) };
}
