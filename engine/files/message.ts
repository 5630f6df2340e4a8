/** Splits a text into what a translator can be given, and puts the translations together again with every placeholder. */
import { inlinesOf, withoutInlines, type Inline } from '../lint/inline';
import type { FileUnit, KeptPart, LeftReason } from './draft';
import { readIcu, type IcuMessage } from './icu';
import { mask } from './standIns';

/** The texts of one unit. */
export interface Message {
  /** What is to be translated; none when there is nothing to. */
  readonly texts: readonly string[];
  /** The translated unit, or why there is none. */
  compose(translations: readonly string[]): Composed;
}

export type Composed = { readonly text: string } | { readonly reason: LeftReason };

type MessageInput = Pick<FileUnit, 'source' | 'syntax' | 'flags' | 'kept'>;

export function readMessage(unit: MessageInput): Message {
  if (unit.syntax !== 'icu') return plainMessage(unit);
  const icu = readIcu(unit.source);
  return icu ? icuMessage(unit.source, icu) : { texts: [], compose: () => ({ reason: 'malformed' }) };
}

const ordered = /^%[^(\d{%]*(?:\d+|\*)?(?:\.(?:\d+|\*))?[A-Za-z@]+$/u;
/** Formats whose arguments can be given by number. */
const numberedFormats = ['c-format', 'objc-format', 'php-format', 'gcc-internal-format', 'sh-format'];

function plainMessage({ source, syntax, flags, kept }: MessageInput): Message {
  // java.text.MessageFormat writes each apostrophe twice, and takes a single one for the start of a quotation.
  const java = syntax === 'java' && /\{\d/u.test(source);
  // Words inside of an argument are none of the text around it: such a message is for a translator who knows the format.
  if (java && javaChoice.test(source)) return { texts: [], compose: () => ({ reason: 'placeholders' }) };
  const styled = java ? javaArguments(source) : [];
  const passing = kept.length > 0 ? kept : styled;
  const parts = passing.length > 0 ? passing : conversions(source);
  const masked = mask(source, parts);
  const text = java ? masked.text.replaceAll("''", "'") : masked.text;
  if (!hasProse(text)) return nothing(source);
  const numbered = passing.length === 0 && parts.length > 0;
  return {
    texts: [text],
    compose: ([translation = '']) => {
      const written = likeSource(text, translation);
      if (!keepsInlines(text, written)) return { reason: 'placeholders' };
      const restored = masked.restore(java ? written.replaceAll("'", "''") : written);
      if (!restored) return { reason: 'placeholders' };
      const moved = restored.order.some((part, index) => part !== index);
      if (!moved || !numbered) return checked(source, restored.text);
      return flags.some((flag) => numberedFormats.includes(flag))
        ? checked(source, numberConversions(parts, restored.order, restored.text))
        : { reason: 'placeholders' };
    },
  };
}

const javaChoice = /\{\s*\d+\s*,\s*choice\s*,/u;

/** Arguments of java.text.MessageFormat with a format, such as `{1,date,long}`; plain ones are protected as they are. */
function javaArguments(text: string): KeptPart[] {
  return Array.from(text.matchAll(/\{\s*\d+\s*,[^{}]*\}/gu), ({ index, 0: own }) => ({ start: index, end: index + own.length, text: own }));
}

/** Conversions that are filled in by their order, when there are several: a translation may need another order. */
function conversions(text: string): KeptPart[] {
  const found = inlinesOf(text).filter((inline) => inline.kind === 'placeholder' && ordered.test(inline.text));
  // A star takes an argument of its own, which numbers would have to count.
  return found.length > 1 && found.every((inline) => !inline.text.includes('*'))
    ? found.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }))
    : [];
}

function numberConversions(parts: readonly KeptPart[], order: readonly number[], text: string): string {
  let result = '';
  let offset = 0;
  for (const part of order) {
    const conversion = parts[part]!.text;
    const at = text.indexOf(conversion, offset);
    result += `${text.slice(offset, at)}%${part + 1}$${conversion.slice(1)}`;
    offset = at + conversion.length;
  }
  return result + text.slice(offset);
}

function icuMessage(source: string, { parts, hash }: IcuMessage): Message {
  const branches = parts.flatMap(({ branches: own }) => own);
  const inner = branches.map(({ message, span }) => icuMessage(source.slice(span.start, span.end), message));
  const masked = mask(source, [...parts, ...hash].sort((a, b) => a.start - b.start));
  const own = hasProse(masked.text);
  const texts = [...(own ? [masked.text] : []), ...inner.flatMap((message) => message.texts)];
  return {
    texts,
    compose: (translations) => {
      let next = own ? 1 : 0;
      const written: string[] = [];
      for (const message of inner) {
        const composed = message.compose(translations.slice(next, next + message.texts.length));
        if ('reason' in composed) return composed;
        written.push(composed.text);
        next += message.texts.length;
      }
      const replaced = parts.map((part) => ({ ...part, text: withBranches(source, part, branches, written) }));
      const translated = own ? likeSource(masked.text, translations[0] ?? '') : masked.text;
      if (!keepsInlines(masked.text, translated) || !sameBraces(masked.text, translated)) return { reason: 'placeholders' };
      const restored = mask(source, [...replaced, ...hash].sort((a, b) => a.start - b.start)).restore(translated);
      return restored ? checked(source, restored.text) : { reason: 'placeholders' };
    },
  };
}

function withBranches(
  source: string,
  part: IcuMessage['parts'][number],
  branches: readonly IcuMessage['parts'][number]['branches'][number][],
  written: readonly string[],
): string {
  let text = '';
  let offset = part.start;
  for (const branch of part.branches) {
    text += source.slice(offset, branch.span.start) + written[branches.indexOf(branch)]!;
    offset = branch.span.end;
  }
  return text + source.slice(offset, part.end);
}

/** An apostrophe before a brace would quote it. */
function sameBraces(source: string, target: string): boolean {
  const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return [/\{/gu, /\}/gu, /'[{}#|]/gu].every((pattern) => count(source, pattern) === count(target, pattern));
}

function nothing(source: string): Message {
  return { texts: [], compose: () => ({ text: source }) };
}

function checked(source: string, text: string): Composed {
  // A word or two may well be names.
  const refused = text.trim() === '' || (text === source && source.trim().split(/\s+/u).length > 2);
  return refused ? { reason: 'unchanged' } : { text };
}

/** One word that is put together as nobody writes words: `json-schema`, `node.js`. */
const name = /^(?=\S*(?:[a-z0-9][._/:@-][a-z0-9]|[a-z][A-Z]))[\x21-\x7e]+$/u;

/** Something to translate: two letters in a row, or an ideograph. */
function hasProse(text: string): boolean {
  if (name.test(text.trim())) return false;
  return /\p{L}\p{L}|\p{Script=Han}/u.test(withoutInlines(text));
}

/** With the white space of the source around it: it may join the text to others. */
function likeSource(source: string, translation: string): string {
  const lead = /^\s*/u.exec(source)![0];
  const trail = /\s*$/u.exec(source)![0];
  return lead + translation.trim() + trail;
}

/** Whether everything that translations copy is there, exactly and as often, and no placeholder or tag that was not. */
function keepsInlines(source: string, target: string): boolean {
  const own = inlinesOf(source);
  const times = new Map<string, number>();
  for (const { text } of own) times.set(text, (times.get(text) ?? 0) + 1);
  // By their text: an address that ideographs follow ends where nobody can tell.
  const kept = [...times].every(([text, count]) => target.split(text).length - 1 >= count);
  const marks = (inlines: readonly Inline[]): string[] =>
    inlines.filter(({ kind }) => kind === 'placeholder' || kind === 'tag').map(({ text }) => text).sort();
  return kept && marks(own).join('\n') === marks(inlinesOf(target)).join('\n');
}
