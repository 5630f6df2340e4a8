import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defaultPairRules, FormatError, formatOf, pairFor, pairLanguages, readUnits, type Unit } from '../bilingual';
import type { LintCommand } from './lintArguments';
import { lineColumn } from './lintLocations';
import { UsageError } from './usage';

/** A text and its translation, read; of a catalogue, which is both, source and target are the same file. */
export interface Translated {
  readonly source: TextFile;
  readonly target: TextFile;
  readonly units: readonly Unit[];
}

export interface TextFile {
  /** As it is to be shown. */
  readonly path: string;
  readonly text: string;
}

/** Reads the files of a command with their partners, each pair once. Throws UsageError. */
export async function readTranslated(command: LintCommand): Promise<Translated[]> {
  const found = new Map<string, Translated>();
  for (const file of command.files) {
    const translated = await readOne(file, command);
    found.set(`${translated.source.path}\n${translated.target.path}`, translated);
  }
  return [...found.values()];
}

async function readOne(file: string, command: LintCommand): Promise<Translated> {
  const format = formatOf(file);
  if (format === undefined) throw new UsageError(`${file} is no file that lint reads: .po, .pot, .json or .md`);
  const pair = format === 'po' ? { source: file, target: file } : await findPair(file, command);
  const source = await readText(pair.source);
  const target = pair.target === pair.source ? source : await readText(pair.target);
  try {
    const units = readUnits(format, source.text, target.text);
    // A template waits for its translations.
    return { source, target, units: file.endsWith('.pot') ? units.filter((unit) => unit.target !== '') : units };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const { path, text } = error.side === 'source' ? source : target;
    const { line, column } = lineColumn(text)(error.offset);
    throw new UsageError(`${path}:${line}:${column}: ${error.message}`);
  }
}

async function findPair(file: string, { pairRules, from, to }: LintCommand): Promise<Record<'source' | 'target', string>> {
  const rules = [...pairRules, ...defaultPairRules];
  const candidates = pairFor(posixPath(file), rules, pairLanguages(from, to));
  for (const pair of candidates) {
    const other = pair.source === posixPath(file) ? pair.target : pair.source;
    if (await isReadable(other)) return pair;
  }
  const tried = candidates.map(({ source, target }) => (source === posixPath(file) ? target : source)).slice(0, 3);
  const hint = tried.length > 0 ? `; looked for ${tried.join(', ')} and the like` : '';
  throw new UsageError(`${file} has no partner in the other language${hint}; say how they are named with --pair`);
}

export function posixPath(path: string): string {
  const shown = sep === '/' ? path : path.split(sep).join('/');
  return shown.replace(/^\.\//u, '');
}

export async function isReadable(path: string): Promise<boolean> {
  try {
    await readFile(path);
    return true;
  } catch {
    return false;
  }
}

/** Throws UsageError when the file cannot be read or is not UTF-8. */
export async function readText(path: string): Promise<TextFile> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    throw new UsageError(`${path} cannot be read`);
  }
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw new UsageError(`${path} is not valid UTF-8; convert it first, for example with iconv`);
  }
}

/** The path as a URI reference relative to where the program runs, as code scanners want it; outside of that a file URI. */
export function uriOf(path: string): string {
  const own = relative('.', path);
  return own.startsWith('..') ? pathToFileURL(path).href : own.split(sep).map(encodeURIComponent).join('/');
}
