/**
 * The format of glossaries: lines of fields that tabs separate.
 *
 *     #languages en zh
 *     source          target              mark      comment
 *     pull request    拉取请求 | PR       required
 *     AlignLens       =                             the product's name
 *
 * `=` keeps the words of the source. Of several translations, the first is the one to write, and all of them are right. What
 * is `required` must be there; everything else is only preferred. Empty lines, lines that begin with `#` and a first line
 * of headings are no terms. `#languages` says for the lines below it from which language to which they go.
 */
import type { Span } from '../protocol/result';

export interface GlossaryEntry {
  readonly source: string;
  /** The one to write first; null keeps the source. */
  readonly targets: readonly string[] | null;
  readonly required: boolean;
  readonly comment: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** The line that says so, from 0. */
  readonly line: number;
}

export type GlossaryProblemKind = 'no-target' | 'no-source' | 'unknown-mark' | 'too-many-fields' | 'duplicate' | 'too-long' | 'bad-languages';

/** Something that is wrong with a line; the line is no term then, unless it is only too long. */
export interface GlossaryProblem {
  readonly kind: GlossaryProblemKind;
  /** From 0. */
  readonly line: number;
  /** In the line. */
  readonly span: Span;
  /** What the message is about: the mark, the term, or the number of the line that says the same. */
  readonly about: string;
}

export interface Glossary {
  readonly entries: readonly GlossaryEntry[];
  readonly problems: readonly GlossaryProblem[];
}

export interface Languages {
  readonly source: string;
  readonly target: string;
}

/** Longer ones are sentences, and belong into a translation memory. */
export const mostWords = 8;
export const keep = '=';
export const requiredMark = 'required';

const languagesLine = /^#languages\b(.*)$/u;
const languageCode = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u;

/** @param languages of lines that no `#languages` line stands above */
export function parseGlossary(text: string, languages: Languages): Glossary {
  const reader = new GlossaryReader(languages);
  text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u).forEach((line, number) => reader.read(line, number));
  return reader;
}

interface Field extends Span {
  readonly text: string;
}

class GlossaryReader implements Glossary {
  readonly entries: GlossaryEntry[] = [];
  readonly problems: GlossaryProblem[] = [];
  private readonly lines = new Map<string, number>();
  private begun = false;

  constructor(private languages: Languages) {}

  read(line: string, number: number): void {
    if (line.trim() === '') return;
    const whole = { start: 0, end: line.length };
    const directive = languagesLine.exec(line);
    if (directive) this.readLanguages(directive[1]!, (about) => this.problems.push({ kind: 'bad-languages', line: number, span: whole, about }));
    if (line.startsWith('#')) return;
    const fields = fieldsOf(line);
    const isHeading = !this.begun && fields[0]!.text.toLowerCase() === 'source' && fields[1]?.text.toLowerCase() === 'target';
    this.begun = true;
    if (!isHeading) this.readTerm(fields, number, whole);
  }

  private readLanguages(written: string, complain: (about: string) => void): void {
    const [source, target, ...more] = written.trim().split(/[\s,→]+|->/u).filter((code) => code !== '');
    const codes = [source, target].every((code) => code !== undefined && languageCode.test(code));
    if (!codes || source === target || more.length > 0) complain(written.trim());
    else this.languages = { source: source!, target: target! };
  }

  private readTerm(fields: readonly Field[], line: number, whole: Span): void {
    const [source, target, mark, comment] = fields;
    const key = [this.languages.source, this.languages.target, termKey(source!.text)].join('\t');
    const wrong = wrongShape(fields, whole) ?? this.repetition(key, source!);
    if (wrong) {
      this.problems.push({ ...wrong, line });
      return;
    }
    this.lines.set(key, line);
    for (const { text, start, end } of [source!, target!]) {
      if (wordCount(text) > mostWords) this.problems.push({ kind: 'too-long', line, span: { start, end }, about: text });
    }
    this.entries.push({
      source: source!.text,
      targets: target!.text === keep ? null : targetsOf(target!.text),
      required: mark?.text === requiredMark,
      comment: comment?.text ?? '',
      sourceLanguage: this.languages.source,
      targetLanguage: this.languages.target,
      line,
    });
  }

  private repetition(key: string, { start, end }: Field): Wrong | undefined {
    const same = this.lines.get(key);
    return same === undefined ? undefined : { kind: 'duplicate', span: { start, end }, about: String(same + 1) };
  }
}

type Wrong = Omit<GlossaryProblem, 'line'>;

function wrongShape([source, target, mark, , ...more]: readonly Field[], whole: Span): Wrong | undefined {
  if (source!.text === '') return { kind: 'no-source', span: whole, about: '' };
  if (targetsOf(target?.text ?? '').length === 0) return { kind: 'no-target', span: whole, about: source!.text };
  if (mark && mark.text !== '' && mark.text !== requiredMark) {
    return { kind: 'unknown-mark', span: { start: mark.start, end: mark.end }, about: mark.text };
  }
  return more[0] && { kind: 'too-many-fields', span: { start: more[0].start, end: whole.end }, about: '' };
}

/** Several right translations are separated by bars. */
export function targetsOf(field: string): string[] {
  return field.split('|').map((part) => part.trim()).filter((part) => part !== '');
}

/** Terms that are the same but for case and white space are one. */
export function termKey(term: string): string {
  return term.trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** Without the white space around them. */
function fieldsOf(line: string): Field[] {
  let offset = 0;
  return line.split('\t').map((field) => {
    const start = offset + field.length - field.trimStart().length;
    const text = field.trim();
    offset += field.length + 1;
    return { text, start, end: start + text.length };
  });
}

/** Of a list of translations, the longest counts; scripts without spaces count as few words. */
function wordCount(field: string): number {
  return Math.max(...field.split('|').map((part) => part.trim().split(/\s+/u).length));
}
