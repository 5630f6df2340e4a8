import { AlignLensError } from '../protocol/errors';
import type { DecodeOptions } from '../protocol/result';

/** A mistake on the command line or in the input: the program ends with status 2 and one line on standard error. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `Usage: alignlens translate --from LANG --to LANG [options] < in.txt > out.txt
       alignlens packs [--packs DIR]

Translates each line of standard input, offline; empty lines stay empty.

Options of translate:
  --from LANG    language of the input, such as en
  --to LANG      language of the output, such as zh
  --pack DIR     a model pack's folder, in place of the installed pack for the two languages
  --packs DIR    where installed packs are looked for
  --json         one JSON object per line: source, target, score, sourceTokens, targetTokens (words with UTF-16
                 offsets), alignment and attention (one row per target word, each row sums to 1)
  --beam N       hypotheses kept at each step, 1 to 16; 1 is greedy (default: the pack's)

  --help         this text
  --version      the version of AlignLens
`;

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | { readonly name: 'packs'; readonly packsFolder: string | undefined }
  | {
      readonly name: 'translate';
      readonly packsFolder: string | undefined;
      readonly packFolder: string | undefined;
      readonly from: string | undefined;
      readonly to: string | undefined;
      readonly json: boolean;
      readonly options: DecodeOptions;
    };

const valueOptions = ['--from', '--to', '--pack', '--packs', '--beam'] as const;
type ValueOption = (typeof valueOptions)[number];

/** Reads the arguments behind the program's name. Throws UsageError. */
export function parseArguments(args: readonly string[]): Command {
  if (args.includes('--help') || args.includes('-h')) return { name: 'help' };
  if (args.includes('--version')) return { name: 'version' };
  const [name, ...rest] = args;
  if (name === undefined) throw new UsageError('no command; use "alignlens translate" or "alignlens packs"');
  if (name !== 'translate' && name !== 'packs') throw new UsageError(`unknown command "${name}"; use translate or packs`);
  const { values, json } = readOptions(rest, name);
  const packsFolder = values.get('--packs');
  if (name === 'packs') return { name, packsFolder };
  const [from, to, packFolder] = [values.get('--from'), values.get('--to'), values.get('--pack')];
  if (packFolder === undefined && (from === undefined || to === undefined)) {
    throw new UsageError('translate needs --from LANG and --to LANG, such as --from en --to zh');
  }
  return { name, packsFolder, packFolder, from, to, json, options: beamOption(values.get('--beam')) };
}

function readOptions(args: readonly string[], command: string): { values: Map<ValueOption, string>; json: boolean } {
  const values = new Map<ValueOption, string>();
  let json = false;
  for (let index = 0; index < args.length; index++) {
    const [flag, attached] = splitOnce(args[index]!, '=');
    const option = valueOptions.find((candidate) => candidate === flag);
    if (command === 'translate' && flag === '--json' && attached === undefined) {
      json = true;
    } else if (option !== undefined && (command === 'translate' || option === '--packs')) {
      const value = attached ?? args[++index];
      if (value === undefined || value === '') throw new UsageError(`${option} needs a value`);
      values.set(option, value);
    } else {
      throw new UsageError(`unknown option "${args[index]!}" of ${command}; "alignlens --help" lists them`);
    }
  }
  return { values, json };
}

function beamOption(text: string | undefined): DecodeOptions {
  if (text === undefined) return {};
  const beamSize = Number(text);
  if (!Number.isInteger(beamSize) || beamSize < 1 || beamSize > 16) {
    throw new UsageError(`--beam must be a whole number from 1 to 16, not "${text}"`);
  }
  return { beamSize };
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** The one line that standard error gets. */
export function errorLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const known = error instanceof UsageError || error instanceof AlignLensError;
  return `alignlens: ${known ? '' : 'unexpected failure: '}${message.replaceAll(/\s*[\n\r]+\s*/gu, ' ')}\n`;
}
