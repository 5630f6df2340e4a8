import { phrase } from '../protocol/phrase';
import { splitLines } from '../text/markdown';
import { addEscaped, StringBuilder, type Escape, type MappedString } from './mappedString';
import { FormatError } from './unit';

/** One message of a gettext catalogue, strings unescaped. */
export interface PoEntry {
  readonly context: MappedString | undefined;
  readonly id: MappedString;
  readonly plural: MappedString | undefined;
  /** By index of the plural form; one string at 0 when there is no plural. */
  readonly translations: ReadonlyMap<number, MappedString>;
  readonly flags: readonly string[];
  /** Start of the line of its first keyword: its comments stand before. */
  readonly start: number;
  /** Behind the `#,` of its first line of flags. */
  readonly flagsAt: number | undefined;
  /** End of the line of its last string. */
  readonly end: number;
}

const keyword = /^\s*(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,2})\])?\s*(?=")/u;
const quoted = /^\s*"((?:[^"\\]|\\.)*)"\s*$/u;

const simple: Readonly<Record<string, string>> = {
  n: '\n', t: '\t', r: '\r', a: '\u0007', b: '\b', f: '\f', v: '\v', '\\': '\\', '"': '"', "'": "'", '?': '?',
};

/** The messages of a catalogue in order, the header too, obsolete ones (`#~`) not. Throws FormatError. */
export function readPoEntries(file: string): PoEntry[] {
  const reader = new EntryReader(file);
  for (const { start, end } of splitLines(file)) reader.line(start, end);
  return reader.finish();
}

/** The text as a gettext string writes it. */
export function escapePo(text: string): string {
  return text.replaceAll(/[\\"\n\t\r]/gu, (character) => poEscapes[character]!);
}
const poEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\t': '\\t', '\r': '\\r' };

interface Field {
  readonly name: string;
  readonly index: number;
  readonly builder: StringBuilder;
}

class EntryReader {
  private readonly entries: PoEntry[] = [];
  private fields: Field[] = [];
  private flags: string[] = [];
  private flagsAt: number | undefined;
  private start = 0;
  private end = 0;

  constructor(private readonly file: string) {}

  line(start: number, end: number): void {
    const line = this.file.slice(start, end);
    const comment = /^\s*#(.?)/u.exec(line);
    if (comment) {
      // A comment belongs to the message behind it.
      if (this.isComplete()) this.flush(start);
      if (comment[1] === ',') {
        this.flags.push(...line.slice(line.indexOf(',') + 1).split(',').map((flag) => flag.trim()));
        this.flagsAt ??= start + line.indexOf(',') + 1;
      }
      return;
    }
    const opened = keyword.exec(line);
    if (opened) this.open(opened[1]!, Number(opened[2] ?? 0), start);
    else if (line.trim() === '' || /^\s*domain\s/u.test(line)) return;
    const skip = opened?.[0].length ?? 0;
    const content = quoted.exec(line.slice(skip));
    const field = this.fields.at(-1);
    if (!content || !field) throw new FormatError('this line is neither a keyword with a string in quotes nor a string', start);
    const from = start + skip + content[0].indexOf('"') + 1;
    addEscaped(field.builder, this.file, { start: from, end: from + content[1]!.length }, poEscapeAt);
    this.end = end;
  }

  finish(): PoEntry[] {
    if (this.fields.length > 0) this.flush(this.file.length);
    return this.entries;
  }

  private open(name: string, index: number, offset: number): void {
    if (this.isComplete() && (name === 'msgid' || name === 'msgctxt')) this.flush(offset);
    if (this.fields.some((field) => field.name === name && field.index === index)) {
      throw new FormatError(phrase('a second {0} in one message', name), offset);
    }
    if (this.fields.length === 0) this.start = offset;
    this.fields.push({ name, index, builder: new StringBuilder() });
  }

  private isComplete(): boolean {
    return this.fields.some(({ name }) => name === 'msgstr');
  }

  private flush(offset: number): void {
    const field = (name: string): MappedString | undefined => this.fields.find((own) => own.name === name)?.builder.build();
    const id = field('msgid');
    if (!id || !this.isComplete()) throw new FormatError(phrase('a message without {0} ends here', id ? 'msgstr' : 'msgid'), offset);
    const translations = new Map(
      this.fields.filter(({ name }) => name === 'msgstr').map(({ index, builder }) => [index, builder.build()]),
    );
    const { flags, start, flagsAt, end } = this;
    this.entries.push({ context: field('msgctxt'), id, plural: field('msgid_plural'), translations, flags, start, flagsAt, end });
    this.fields = [];
    this.flags = [];
    this.flagsAt = undefined;
  }
}

function poEscapeAt(file: string, offset: number): Escape | undefined {
  const rest = file.slice(offset + 1, offset + 5);
  const octal = /^[0-7]{1,3}/u.exec(rest)?.[0];
  if (octal !== undefined) return { characters: String.fromCharCode(parseInt(octal, 8)), length: 1 + octal.length };
  const hexadecimal = /^x([0-9A-Fa-f]{1,2})/u.exec(rest);
  if (hexadecimal) return { characters: String.fromCharCode(parseInt(hexadecimal[1]!, 16)), length: 1 + hexadecimal[0].length };
  const characters = simple[rest[0] ?? ''];
  return characters === undefined ? undefined : { characters, length: 2 };
}
