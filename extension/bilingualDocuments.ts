/** Finds the translation that belongs to a document: in the same file, or in a file of its own beside it. */
import * as vscode from 'vscode';
import { defaultPairRules, formatOf, pairFor, pairLanguages, readUnits, type BilingualFormat, type Unit } from '../engine/bilingual';
import * as config from './config';
import type { Passage } from './passages';

/** Two documents of which one is the translation of the other; the same one twice for a gettext catalogue. */
export interface BilingualDocuments {
  readonly format: BilingualFormat;
  readonly source: vscode.TextDocument;
  readonly target: vscode.TextDocument;
}

/** The documents that this one makes a pair with; undefined when it is no catalogue and no file of a known pair is there. */
export async function bilingualDocuments(document: vscode.TextDocument): Promise<BilingualDocuments | undefined> {
  const format = formatOf(document.uri.path);
  if (format === undefined) return undefined;
  if (format === 'po') return { format, source: document, target: document };
  const languages = pairLanguages(config.sourceLanguage(document), config.targetLanguage(document));
  for (const pair of pairFor(document.uri.path, defaultPairRules, languages)) {
    const isSource = pair.source === document.uri.path;
    const other = document.uri.with({ path: isSource ? pair.target : pair.source });
    if (!(await exists(other))) continue;
    const counterpart = await vscode.workspace.openTextDocument(other);
    return isSource ? { format, source: document, target: counterpart } : { format, source: counterpart, target: document };
  }
  return undefined;
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

/** The source of a unit as a passage of its document. */
export function sourcePassage(unit: Unit): Passage {
  return {
    text: unit.source,
    range: unit.sourceSpan,
    toDocument: (offset) => unit.toSourceFile(offset),
    write: (text) => text,
  };
}

/** The translation of a unit as a passage of its document. */
export function targetPassage(unit: Unit): Passage {
  return {
    text: unit.target,
    range: unit.targetSpan,
    toDocument: (offset) => unit.toTargetFile(offset),
    write: unit.writeTarget,
  };
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type === vscode.FileType.File;
  } catch {
    return false;
  }
}
