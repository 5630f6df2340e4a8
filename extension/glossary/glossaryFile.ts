import * as vscode from 'vscode';
import { putTerm, type Languages, type NewTerm, type TextChange } from '../../engine/glossary';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import * as config from '../config';
import { rangeOf } from '../request';
import { writeWhole } from '../wholeFile';

const relativePath = '.alignlens/glossary.tsv';

/** What to watch. */
export const glossaryPattern = `**/${relativePath}`;

/** The glossary of a folder, or of the folder of a document; undefined where no folder is open. */
export function glossaryUri(scope: config.Scope | vscode.WorkspaceFolder): vscode.Uri | undefined {
  const folder = scope && 'index' in scope ? scope : ((scope && vscode.workspace.getWorkspaceFolder(scope.uri)) ?? vscode.workspace.workspaceFolders?.[0]);
  return folder && vscode.Uri.joinPath(folder.uri, relativePath);
}

/**
 * The glossary of the document's folder, where the user may write one.
 *
 * @throws AlignLensError `glossary` where no folder is open or the workspace is not trusted
 */
export function ownGlossary(scope: config.Scope): vscode.Uri {
  const uri = glossaryUri(scope);
  if (!uri) throw new AlignLensError('glossary', 'A glossary belongs to a folder. Open a folder and try again.');
  if (!vscode.workspace.isTrusted) {
    throw new AlignLensError('glossary', 'The glossary of a folder is used once you trust the folder. Trust it and try again.');
  }
  return uri;
}

/** Opens the glossary beside nothing, in front; writes it first where there is none. Throws `glossary`. */
export async function showGlossary(scope: config.Scope): Promise<void> {
  const uri = ownGlossary(scope);
  if ((await readText(uri)) === undefined) await writeText(uri, header(config.bilingualLanguages(scope)));
  await vscode.window.showTextDocument(uri);
}

/** One after another: each starts from what the one before has written. */
let lastWrite: Promise<unknown> = Promise.resolve();

/**
 * Writes a term into its line, or behind the last one, and saves. Whether that changed anything.
 *
 * @throws AlignLensError `glossary`
 */
export function writeTerm(uri: vscode.Uri, scope: config.Scope, term: NewTerm, languages: Languages): Promise<boolean> {
  const written = lastWrite.then(() => writeInTurn(uri, scope, term, languages));
  lastWrite = written.catch(() => undefined);
  return written;
}

async function writeInTurn(uri: vscode.Uri, scope: config.Scope, term: NewTerm, languages: Languages): Promise<boolean> {
  const fallback = config.bilingualLanguages(scope);
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  if (document) {
    const change = putTerm(document.getText(), term, languages, fallback);
    if (change) await changeDocument(document, change);
    return change !== undefined;
  }
  const text = (await readText(uri)) ?? header(languages);
  const change = putTerm(text, term, languages, fallback);
  if (change) await writeText(uri, text.slice(0, change.span.start) + change.text + text.slice(change.span.end));
  return change !== undefined;
}

/** In an editor that shows it, with what the user has typed there. */
async function changeDocument(document: vscode.TextDocument, { span, text }: TextChange): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, span), text);
  if (!(await vscode.workspace.applyEdit(edit)) || !(await document.save())) throw notWritten(document.uri);
}

/** Undefined where there is none. Throws `glossary` for one that is not UTF-8: it would not come back as it was. */
async function readText(uri: vscode.Uri): Promise<string | undefined> {
  let content: Uint8Array;
  try {
    content = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw notWritten(uri, error);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw new AlignLensError('glossary', phrase('{0} is not written in UTF-8. Save it with that encoding and try again.', relativePath));
  }
}

async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  try {
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
    await writeWhole(vscode.workspace.fs, uri, new TextEncoder().encode(text));
  } catch (error) {
    throw notWritten(uri, error);
  }
}

function notWritten(uri: vscode.Uri, cause?: unknown): AlignLensError {
  return new AlignLensError(
    'glossary',
    phrase('{0} could not be written, and stays as it was. Make the folder writable, or room on the disk, and try again.', uri.toString(true)),
    cause instanceof Error ? cause.message : undefined,
  );
}

function header({ source, target }: Languages): string {
  const lines = [
    vscode.l10n.t('Terms for AlignLens, one per line, with tabs between: term, translation, mark, comment.'),
    vscode.l10n.t('The translation = keeps the term as it is; several right ones are separated by |, the best one first.'),
    vscode.l10n.t('The mark is "required" for a translation that must be there, or nothing.'),
    vscode.l10n.t('The next line says between which languages; the terms serve the way back too.'),
  ];
  return [...lines.map((line) => `# ${line}`), `#languages ${source} ${target}`, ''].join('\n');
}
