/** What a command works on, checked before any work starts. */
import * as vscode from 'vscode';
import { AlignLensError } from '../engine/protocol/errors';
import type { Span } from '../engine/protocol/result';
import * as config from './config';
import { passageAt, selectedPassages, type Passage } from './passages';

/** Where a hover's link points. */
export interface Place {
  readonly uri: string;
  readonly offset: number;
}

/** The text editor in use. Throws `not-text`. */
export function activeEditor(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new AlignLensError('not-text', 'There is no text editor in front. Open a text file and select what to translate.');
  requireText(editor.document);
  return editor;
}

/** Throws `not-text` for what only looks like a text file. */
export function requireText(document: vscode.TextDocument): void {
  if (document.getText().includes('\0')) {
    throw new AlignLensError('not-text', `${shortName(document)} is not a text file. Open a text file and select what to translate.`);
  }
}

/** Throws `read-only` when the document's file system takes no changes. */
export function requireWritable(document: vscode.TextDocument): void {
  if (vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) throw readOnlyError(document);
}

export function readOnlyError(document: vscode.TextDocument): AlignLensError {
  return new AlignLensError(
    'read-only',
    `${shortName(document)} is read-only, so nothing was changed. Make it writable, or use "AlignLens: Show Alignment" to read the translation.`,
  );
}

/** The prose that is selected. Throws `empty-input` or `input-too-long`. */
export function selectedProse(editor: vscode.TextEditor): Passage[] {
  const { document } = editor;
  const spans = editor.selections.filter(({ isEmpty }) => !isEmpty).map((selection) => spanOf(document, selection));
  if (spans.length === 0) {
    throw new AlignLensError('empty-input', 'Nothing is selected. Select the text to translate and run the command again.');
  }
  const length = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const limit = config.maxSelectionLength(document);
  if (length > limit) {
    throw new AlignLensError(
      'input-too-long',
      `The selection has ${length} characters; the limit is ${limit}. Select less, or raise alignlens.maxSelectionLength.`,
    );
  }
  const passages = selectedPassages(document.getText(), spans, document.languageId);
  if (passages.length === 0) {
    throw new AlignLensError('empty-input', 'The selection holds no text to translate. Select a comment or a paragraph.');
  }
  return passages;
}

/** The selected prose, or the comment or paragraph at the cursor. Throws `empty-input` or `input-too-long`. */
export function selectedOrSurroundingProse(editor: vscode.TextEditor): Passage[] {
  if (editor.selections.some(({ isEmpty }) => !isEmpty)) return selectedProse(editor);
  return [proseAt(editor.document, editor.document.offsetAt(editor.selection.active))];
}

/** The comment or paragraph at an offset. Throws `empty-input`. */
export function proseAt(document: vscode.TextDocument, offset: number): Passage {
  const passage = passageAt(document.getText(), offset, document.languageId);
  if (passage) return passage;
  throw new AlignLensError('empty-input', 'There is no comment or paragraph at the cursor. Put it into one, or select the text to translate.');
}

export function rangeOf(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** File name without folders. */
export function shortName(document: vscode.TextDocument): string {
  return document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
}

function spanOf(document: vscode.TextDocument, range: vscode.Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}
