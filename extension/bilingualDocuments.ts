/** Finds the translation that belongs to a document: in the same file, or in a file of its own beside it. */
import * as vscode from 'vscode';
import { defaultPairRules, formatOf, pairFor, pairLanguages, readUnits, type BilingualFormat, type PairLanguages, type Unit } from '../engine/bilingual';
import * as config from './config';

/** Two documents of which one is the translation of the other; the same one twice for a gettext catalogue. */
export interface BilingualDocuments {
  readonly format: BilingualFormat;
  readonly source: vscode.TextDocument;
  readonly target: vscode.TextDocument;
}

/** The same before any file is opened. */
export interface BilingualFiles {
  readonly format: BilingualFormat;
  readonly source: vscode.Uri;
  readonly target: vscode.Uri;
}

type PossiblePair = Pick<BilingualFiles, 'source' | 'target'>;

/** The documents that this one makes a pair with; undefined when it is no catalogue and no file of a known pair is there. */
export async function bilingualDocuments(document: vscode.TextDocument): Promise<BilingualDocuments | undefined> {
  const files = await bilingualFiles(document);
  return files && openFiles(files);
}

export async function openFiles({ format, source, target }: BilingualFiles): Promise<BilingualDocuments> {
  const [sourceDocument, targetDocument] = await Promise.all([vscode.workspace.openTextDocument(source), vscode.workspace.openTextDocument(target)]);
  return { format, source: sourceDocument, target: targetDocument };
}

/** The files of the likeliest pair whose other file is there. */
export async function bilingualFiles(document: vscode.TextDocument): Promise<BilingualFiles | undefined> {
  return likeliestPair(document, () => true);
}

/** The same where the document holds the translations; asks for no file that would make it a source. */
export async function filesOfTarget(document: vscode.TextDocument): Promise<BilingualFiles | undefined> {
  return likeliestPair(document, ({ target }) => target.path === document.uri.path);
}

async function likeliestPair(document: vscode.TextDocument, wanted: (pair: PossiblePair) => boolean): Promise<BilingualFiles | undefined> {
  const { uri } = document;
  const format = formatOf(uri.path);
  if (format === undefined) return undefined;
  if (format === 'po') return { format, source: uri, target: uri };
  const pairs = possiblePairs(document, languagesOf(document)).filter(wanted);
  const there = await Promise.all(pairs.map(async ({ source, target }) => exists(source.path === uri.path ? target : source)));
  const found = pairs[there.indexOf(true)];
  return found && { format, ...found };
}

/** Paths of files that would make a pair with this one, one for each rule, as the user knows them. */
export function counterpartNames(document: vscode.TextDocument): string[] {
  const { source, target } = languagesOf(document);
  const { path } = document.uri;
  const asTarget = possiblePairs(document, { source: source.slice(0, 1), target }).filter((pair) => pair.target.path === path);
  const asSource = possiblePairs(document, { source, target: target.slice(0, 1) }).filter((pair) => pair.source.path === path);
  const others = asTarget.length > 0 ? asTarget.map((pair) => pair.source) : asSource.map((pair) => pair.target);
  return [...new Set(others.map((uri) => vscode.workspace.asRelativePath(uri, false)))];
}

function languagesOf(document: vscode.TextDocument): PairLanguages {
  const { source, target } = config.bilingualLanguages(document);
  return pairLanguages(source, target);
}

function possiblePairs(document: vscode.TextDocument, languages: PairLanguages): PossiblePair[] {
  const { uri } = document;
  // Rules speak of paths in the folder that is open: what lies above it is nobody's language.
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.path.replace(/\/?$/u, '/') ?? '';
  const path = uri.path.slice(folder.length);
  return pairFor(path, [...config.lintPairs(document).rules, ...defaultPairRules], languages).map(({ source, target }) => ({
    source: uri.with({ path: folder + source }),
    target: uri.with({ path: folder + target }),
  }));
}

/** The translation's units, in order. Throws FormatError for a file that does not follow its format. */
export function unitsOf({ format, source, target }: BilingualDocuments): readonly Unit[] {
  return readUnits(format, source.getText(), target.getText());
}

/** The unit at an offset of one of the two documents. */
export function unitAt(units: readonly Unit[], { source, target }: BilingualDocuments, document: vscode.TextDocument, offset: number): Unit | undefined {
  return units.find(
    ({ sourceSpan, targetSpan }) =>
      (document === source && sourceSpan.start <= offset && offset <= sourceSpan.end) ||
      (document === target && targetSpan.start <= offset && offset <= targetSpan.end),
  );
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type === vscode.FileType.File;
  } catch {
    return false;
  }
}
