import { escapePo, readPoEntries, type PoEntry } from '../bilingual/poStrings';
import { isHeader } from '../bilingual/po';
import { singularFlag } from '../bilingual/unit';
import { applyEdits, type Draft, type DraftInput, type FileEdit, type FileUnit } from './draft';

/** A string of an entry without a translation. */
interface Slot {
  readonly entry: PoEntry;
  /** Of the plural form; 0 without a plural. */
  readonly form: number;
  readonly unit: FileUnit;
}

/** Languages of which a plural has one form only: what is said of many is said of one. */
const oneForm = ['zh', 'ja', 'ko', 'th', 'vi', 'id', 'ms'];

/** What a header says of a language with one form, and of one with two; others are for the translator to correct. */
const pluralRules: Readonly<Record<number, string>> = { 1: 'nplurals=1; plural=0;', 2: 'nplurals=2; plural=(n != 1);' };

/** Fills the empty strings of a gettext catalogue and marks them fuzzy. Throws FormatError. */
export function draftPo({ source: file, targetLanguage }: DraftInput): Draft {
  const entries = readPoEntries(file);
  const header = entries.find(isHeader);
  const forms = pluralForms(header?.translations.get(0)?.text ?? '', targetLanguage);
  const messages = entries.filter((entry) => !isHeader(entry));
  const slots = messages.flatMap((entry) => emptySlots(entry, forms));
  return {
    units: slots.map(({ unit }) => unit),
    translated: messages.filter((entry) => slots.every((slot) => slot.entry !== entry)).length,
    write: (translations) => ({ text: applyEdits(file, [...headerEdits(file, header, targetLanguage, forms), ...editsFor(file, slots, translations)]), refused: [] }),
  };
}

/** Languages as the catalogue's header names them. */
export function poLanguage(file: string): string | undefined {
  const header = readPoEntries(file).find(isHeader)?.translations.get(0)?.text ?? '';
  return /^Language:[ \t]*([A-Za-z]+)/mu.exec(header)?.[1]?.toLowerCase();
}

/** A template does not say yet which language it becomes. */
function headerEdits(file: string, header: PoEntry | undefined, language: string, forms: number): FileEdit[] {
  const written = header?.translations.get(0);
  if (!written) return [];
  const plural = pluralRules[forms] ?? pluralRules[2]!;
  const text = written.text
    .replace(/^(Language:)[ \t]*$/mu, `$1 ${language}`)
    .replace(/^(Plural-Forms:)\s*nplurals=INTEGER;.*$/mu, `$1 ${plural}`);
  return text === written.text ? [] : [{ ...written.span, text: writtenString(text, newlineOf(file)) }];
}

function pluralForms(header: string, language: string): number {
  const declared = /^Plural-Forms:.*?nplurals\s*=\s*(\d)/mu.exec(header)?.[1];
  return declared === undefined ? (oneForm.includes(language) ? 1 : 2) : Number(declared);
}

function emptySlots(entry: PoEntry, forms: number): Slot[] {
  const { id, plural, translations, flags, context } = entry;
  const indices = plural === undefined ? [0] : Array.from({ length: forms }, (_, index) => index);
  return indices
    .filter((form) => (translations.get(form)?.text ?? '') === '')
    .map((form) => {
      const singular = plural !== undefined && form === 0 && forms > 1;
      const text = plural === undefined || singular ? id : plural;
      return {
        entry,
        form,
        unit: {
          source: text.text,
          span: text.span,
          ...(context === undefined ? {} : { context: context.text }),
          flags: singular ? [...flags, singularFlag] : flags,
          syntax: 'plain',
          kept: [],
        },
      };
    });
}

function editsFor(file: string, slots: readonly Slot[], translations: readonly (string | undefined)[]): FileEdit[] {
  const newline = newlineOf(file);
  const marked = new Set<PoEntry>();
  return slots.flatMap(({ entry, form }, index) => {
    const translation = translations[index];
    if (translation === undefined) return [];
    const written = writtenString(translation, newline);
    const there = entry.translations.get(form);
    const edits: FileEdit[] = there
      ? [{ ...there.span, text: written }]
      : [{ start: entry.end, end: entry.end, text: `${newline}msgstr[${form}] "${written}"` }];
    if (!marked.has(entry) && !entry.flags.includes('fuzzy')) edits.push(fuzzyEdit(entry, newline));
    marked.add(entry);
    return edits;
  });
}

function newlineOf(file: string): string {
  return file.includes('\r\n') ? '\r\n' : '\n';
}

/** A line for each line of the text, as gettext's own tools write it. */
function writtenString(text: string, newline: string): string {
  const lines = text.split(/(?<=\n)(?!$)/u);
  const quoted = lines.map(escapePo);
  return lines.length === 1 ? quoted[0]! : ['', ...quoted].join(`"${newline}"`);
}

function fuzzyEdit({ start, flagsAt }: PoEntry, newline: string): FileEdit {
  return flagsAt === undefined
    ? { start, end: start, text: `#, fuzzy${newline}` }
    : { start: flagsAt, end: flagsAt, text: ' fuzzy,' };
}
