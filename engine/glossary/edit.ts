/** One line of a glossary changed or added; every other byte stays. Pure. */
import type { Span } from '../protocol/result';
import { keep, parseGlossary, requiredMark, termKey, type Languages } from './format';

export interface NewTerm {
  readonly source: string;
  /** The one to write first; null keeps the source. */
  readonly targets: readonly string[] | null;
  readonly required: boolean;
}

/** What to write over a part of the text. */
export interface TextChange {
  readonly span: Span;
  readonly text: string;
}

/**
 * The change that makes a glossary say so: the term's own line becomes another, or one is added behind the last. Undefined
 * when the glossary says so already.
 *
 * @param fallback languages of lines that no `#languages` line stands above
 */
export function putTerm(text: string, term: NewTerm, languages: Languages, fallback: Languages): TextChange | undefined {
  const { entries } = parseGlossary(text, fallback);
  const known = entries.find(
    (entry) =>
      entry.sourceLanguage === languages.source &&
      entry.targetLanguage === languages.target &&
      termKey(entry.source) === termKey(term.source),
  );
  // A word that is kept one way is kept the other way too.
  const isKept = term.targets === null && entries.some(({ targets, source }) => targets === null && termKey(source) === termKey(term.source));
  if (isKept) return undefined;
  if (!known) return addition(text, lineOf(term, ''), languages, fallback);
  // Translations beside the first stay right.
  const targets = term.targets && [...new Set([...term.targets, ...(known.targets ?? []).slice(1)])];
  const isSame = targets?.join('|') === known.targets?.join('|') && term.required === known.required;
  if (isSame) return undefined;
  return { span: lineSpan(text, known.line), text: lineOf({ ...term, targets }, known.comment) };
}

function addition(text: string, line: string, languages: Languages, fallback: Languages): TextChange {
  const newline = /\r\n|\r|\n/u.exec(text)?.[0] ?? '\n';
  const before = text === '' || /[\r\n]$/u.test(text) ? '' : newline;
  const last = languagesAtEnd(text, fallback);
  const directive =
    last.source === languages.source && last.target ===  languages.target ? '' : `#languages ${languages.source} ${languages.target}${newline}`;
  return { span: { start: text.length, end: text.length }, text: before + directive + line + newline };
}

/** Those of a line that would follow. */
function languagesAtEnd(text: string, fallback: Languages): Languages {
  const probe = '\u0001';
  const { entries } = parseGlossary(`${text}\n${probe}\t${keep}`, fallback);
  const { sourceLanguage, targetLanguage } = entries.at(-1)!;
  return { source: sourceLanguage, target: targetLanguage };
}

function lineOf({ source, targets, required }: NewTerm, comment: string): string {
  const fields = [fieldText(source), targets === null ? keep : targets.map(fieldText).join(' | '), required ? requiredMark : '', comment];
  return fields.join('\t').trimEnd();
}

/** Tabs and line breaks would end the field. */
function fieldText(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

function lineSpan(text: string, line: number): Span {
  const breaks = [...text.matchAll(/\r\n|\r|\n/gu)];
  const start = line === 0 ? (text.startsWith('\uFEFF') ? 1 : 0) : breaks[line - 1]!.index + breaks[line - 1]![0].length;
  return { start, end: breaks[line]?.index ?? text.length };
}
