import { escapeJson, readJsonPair } from '../bilingual/json';
import { missingFlag, type Unit } from '../bilingual/unit';
import { applyEdits, type Draft, type DraftInput, type FileEdit, type FileUnit, type KeptPart } from './draft';
import { mergeJson } from './jsonMerge';

const icuArgument = /\{\s*[\w.-]+\s*,\s*(?:plural|select|selectordinal|number|date|time)\s*[,}]/u;
/** A reference to another text, of i18next. */
const nesting = /\$t\([^()]*\)/gu;

/** The strings of a JSON file, keys left alone. Throws FormatError. */
export function draftJson(input: DraftInput): Draft {
  return draft(input, () => true, () => []);
}

/** The messages of an Application Resource Bundle; what its `@` keys say is for tools, but for the language. Throws FormatError. */
export function draftArb(input: DraftInput): Draft {
  const localeEdit = (units: readonly Unit[]): FileEdit[] =>
    units
      .filter(({ context }) => context === '/@@locale')
      .map(({ sourceSpan }) => ({ ...sourceSpan, text: escapeJson(input.targetLanguage) }));
  return draft(input, (key) => /^\/[^/@][^/]*$/u.test(key), localeEdit, 'icu');
}

function draft(
  { source, existing = '' }: DraftInput,
  isMessage: (key: string) => boolean,
  others: (units: readonly Unit[]) => FileEdit[],
  syntax?: FileUnit['syntax'],
): Draft {
  const all = readJsonPair(source, existing);
  const messages = all.filter(({ source: text, context }) => text.trim() !== '' && isMessage(context ?? ''));
  const open = messages.filter(({ flags, target }) => flags.includes(missingFlag) || target === '');
  return {
    units: open.map((unit) => fileUnit(unit, syntax)),
    translated: messages.length - open.length,
    write: (translations) => {
      const edits = open.flatMap((unit, index) => {
        const translation = translations[index];
        return translation === undefined ? [] : [{ ...unit.sourceSpan, text: escapeJson(translation) }];
      });
      const translated = applyEdits(source, [...edits, ...others(all)]);
      if (existing.trim() === '') return { text: translated, refused: [] };
      const written = new Set(open.filter((_, index) => translations[index] !== undefined).map(({ context }) => context ?? ''));
      return { text: mergeJson(translated, existing, (path) => written.has(path)), refused: [] };
    },
  };
}

function fileUnit({ source, sourceSpan, context }: Unit, syntax: FileUnit['syntax'] | undefined): FileUnit {
  return {
    source,
    span: sourceSpan,
    ...(context === undefined ? {} : { context }),
    flags: [],
    syntax: syntax ?? (icuArgument.test(source) ? 'icu' : 'plain'),
    kept: Array.from(source.matchAll(nesting), (match): KeptPart => ({ start: match.index, end: match.index + match[0].length, text: match[0] })),
  };
}
