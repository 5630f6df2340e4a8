import type { DecodeOptions, SummarizeOptions } from '../protocol/result';
import { lintCommand, type LintCommand } from './lintArguments';
import { UsageError } from './usage';

interface TranslateCommand {
  readonly name: 'translate';
  readonly packsFolder: string | undefined;
  readonly packFolder: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly json: boolean;
  readonly options: DecodeOptions;
}

interface TranslateFileCommand {
  readonly name: 'translate-file';
  readonly file: string;
  readonly packsFolder: string | undefined;
  readonly packFolder: string | undefined;
  readonly from: string | undefined;
  readonly to: string;
  readonly out: string | undefined;
  readonly options: DecodeOptions;
}

interface AlignCommand {
  readonly name: 'align';
  readonly packsFolder: string | undefined;
  readonly packFolder: string | undefined;
  readonly reversePackFolder: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly json: boolean;
  readonly pretokenized: boolean;
}

interface SummarizeCommand {
  readonly name: 'summarize';
  readonly packsFolder: string | undefined;
  readonly packFolder: string | undefined;
  readonly kind: Kind | undefined;
  readonly languageId: string | undefined;
  readonly json: boolean;
  readonly options: SummarizeOptions;
}

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | { readonly name: 'packs'; readonly packsFolder: string | undefined }
  | TranslateCommand
  | TranslateFileCommand
  | AlignCommand
  | LintCommand
  | SummarizeCommand;

export type CommandOf<Name extends Command['name']> = Extract<Command, { name: Name }>;

const kinds = ['prose', 'code'] as const;
/** What is summarized. */
export type Kind = (typeof kinds)[number];

/** The options of each command; those with a value, and those without. */
const commands = {
  translate: { values: ['--from', '--to', '--pack', '--packs', '--beam'], flags: ['--json'] },
  'translate-file': { values: ['--from', '--to', '--pack', '--packs', '--beam', '--out'], flags: [], files: true },
  align: { values: ['--from', '--to', '--pack', '--reverse-pack', '--packs'], flags: ['--json', '--pharaoh', '--pretokenized'] },
  summarize: { values: ['--kind', '--pack', '--packs', '--beam', '--lines', '--language'], flags: ['--json', '--extractive'] },
  lint: {
    values: ['--format', '--from', '--to', '--pack', '--reverse-pack', '--packs', '--glossary', '--pair', '--rule'],
    flags: [],
    files: true,
  },
  packs: { values: ['--packs'], flags: [] },
} as const;
type CommandName = keyof typeof commands;
const commandList = Object.keys(commands).join(', ').replace(/, (?=[^,]*$)/u, ' or ');

interface Given {
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  /** All values of each option. */
  readonly repeated: ReadonlyMap<string, readonly string[]>;
  /** Arguments that are no options, of commands that take files. */
  readonly files: readonly string[];
}

/** Reads the arguments behind the program's name. Throws UsageError. */
export function parseArguments(args: readonly string[]): Command {
  if (args.includes('--help') || args.includes('-h')) return { name: 'help' };
  if (args.includes('--version')) return { name: 'version' };
  const [name, ...rest] = args;
  if (name === undefined) throw new UsageError(`no command; use ${commandList}`);
  if (!isCommand(name)) throw new UsageError(`unknown command "${name}"; use ${commandList}`);
  const given = readOptions(rest, name);
  switch (name) {
    case 'translate':
      return translateCommand(given);
    case 'translate-file':
      return translateFileCommand(given);
    case 'align':
      return alignCommand(given);
    case 'summarize':
      return summarizeCommand(given);
    case 'lint':
      return lintCommand(given.files, given.repeated);
    case 'packs':
      return { name, packsFolder: given.values.get('--packs') };
  }
}

function translateCommand(given: Given): TranslateCommand {
  return { name: 'translate', ...translationPair(given, 'translate'), json: given.flags.has('--json'), options: beamOption(given.values) };
}

function translateFileCommand({ values, files }: Given): TranslateFileCommand {
  const [file, ...others] = files;
  const to = values.get('--to');
  if (file === undefined || others.length > 0) throw new UsageError('translate-file takes one FILE');
  if (to === undefined) throw new UsageError('translate-file needs --to LANG, such as --to zh');
  return {
    name: 'translate-file',
    file,
    packsFolder: values.get('--packs'),
    packFolder: values.get('--pack'),
    from: values.get('--from'),
    to,
    out: values.get('--out'),
    options: beamOption(values),
  };
}

function alignCommand(given: Given): AlignCommand {
  const { values, flags } = given;
  if (flags.has('--json') && flags.has('--pharaoh')) throw new UsageError('--json and --pharaoh exclude each other; give one of them');
  return {
    name: 'align',
    ...translationPair(given, 'align'),
    reversePackFolder: values.get('--reverse-pack'),
    json: flags.has('--json'),
    pretokenized: flags.has('--pretokenized'),
  };
}

/** Which pack translates. */
function translationPair({ values }: Given, command: CommandName): Pick<TranslateCommand, 'packsFolder' | 'packFolder' | 'from' | 'to'> {
  const [from, to, packFolder] = [values.get('--from'), values.get('--to'), values.get('--pack')];
  if (packFolder === undefined && (from === undefined || to === undefined)) {
    throw new UsageError(`${command} needs --from LANG and --to LANG, such as --from en --to zh`);
  }
  return { packsFolder: values.get('--packs'), packFolder, from, to };
}

function summarizeCommand({ values, flags }: Given): SummarizeCommand {
  const [kindText, packFolder, lines] = [values.get('--kind'), values.get('--pack'), wholeNumber(values, '--lines', 10)];
  const kind = kinds.find((candidate) => candidate === kindText);
  if (kindText !== undefined && kind === undefined) throw new UsageError(`--kind must be prose or code, not "${kindText}"`);
  if (packFolder === undefined && kind === undefined) throw new UsageError('summarize needs --kind prose or --kind code');
  return {
    name: 'summarize',
    packsFolder: values.get('--packs'),
    packFolder,
    kind,
    languageId: values.get('--language'),
    json: flags.has('--json'),
    options: {
      ...beamOption(values),
      ...(lines === undefined ? {} : { lines }),
      ...(flags.has('--extractive') ? { mode: 'extractive' } : {}),
    },
  };
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function readOptions(args: readonly string[], command: CommandName): Given {
  const known: { readonly values: readonly string[]; readonly flags: readonly string[]; readonly files?: boolean } = commands[command];
  const repeated = new Map<string, string[]>();
  const files: string[] = [];
  const flags = new Set<string>();
  for (let index = 0; index < args.length; index++) {
    const [option, attached] = splitOnce(args[index]!, '=');
    if (known.flags.includes(option) && attached === undefined) {
      flags.add(option);
    } else if (known.values.includes(option)) {
      const value = attached ?? args[++index];
      if (value === undefined || value === '') throw new UsageError(`${option} needs a value`);
      repeated.set(option, [...(repeated.get(option) ?? []), value]);
    } else if (known.files === true && !option.startsWith('-')) {
      files.push(args[index]!);
    } else {
      throw new UsageError(`unknown option "${args[index]!}" of ${command}; "alignlens --help" lists them`);
    }
  }
  // Where an option is given twice, the last one counts.
  const values = new Map([...repeated].map(([option, all]) => [option, all.at(-1)!]));
  return { values, flags, repeated, files };
}

function beamOption(values: ReadonlyMap<string, string>): DecodeOptions {
  const beamSize = wholeNumber(values, '--beam', 16);
  return beamSize === undefined ? {} : { beamSize };
}

function wholeNumber(values: ReadonlyMap<string, string>, option: string, most: number): number | undefined {
  const text = values.get(option);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw new UsageError(`${option} must be a whole number from 1 to ${most}, not "${text}"`);
  }
  return value;
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}
