/** What a command works on, checked before any work starts. */
import * as vscode from 'vscode';
import { AlignLensError } from '../engine/protocol/errors';
import { phrase } from '../engine/protocol/phrase';
import type { Span } from '../engine/protocol/result';
import * as config from './config';
import type { Passage } from './passages';
import { placeOf, type Place } from './place';
import type { Prose } from './prose';

export function placeIn(document: vscode.TextDocument, offset: number): Place {
  return { uri: document.uri.toString(), offset };
}

/**
 * The document that a link points into: an open one, as the link stood in it. Nothing else is read, whoever made the link.
 *
 * @throws AlignLensError `not-text` or `invalid-argument`
 */
export async function documentOf({ uri }: Place): Promise<vscode.TextDocument> {
  // The hover has done its work; left open, it would cover the text that the view explains.
  await vscode.commands.executeCommand('editor.action.hideHover');
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
  if (!document) throw new AlignLensError('invalid-argument', 'The document that the command was called for is not open. Open it and try again.');
  requireText(document);
  return document;
}

/** The text editor in use. Throws `not-text`. */
export function activeEditor(): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new AlignLensError('not-text', 'There is no text editor in front. Open a text file and select text in it.');
  requireText(editor.document);
  return editor;
}

/** The place that a link names, or else the cursor. Throws `not-text`. */
export async function placeOrCursor(place: unknown): Promise<{ readonly document: vscode.TextDocument; readonly offset: number }> {
  const named = placeOf(place);
  if (named) return { document: await documentOf(named), offset: named.offset };
  const { document, selection } = activeEditor();
  return { document, offset: document.offsetAt(selection.active) };
}

/**
 * What a menu was opened on: something in a folder that is open, or an open document. Undefined for a command without.
 *
 * @throws AlignLensError `invalid-argument` for anything else, as no menu of ours is there
 */
export function requestedResource(resource: unknown): vscode.Uri | undefined {
  if (!(resource instanceof vscode.Uri)) return undefined;
  const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === resource.toString());
  if (isOpen || vscode.workspace.getWorkspaceFolder(resource)) return resource;
  throw new AlignLensError('invalid-argument', phrase('{0} is in no open folder. Open its folder and try again.', resource.toString(true)));
}

/** Throws `not-text` for what only looks like a text file. */
export function requireText(document: vscode.TextDocument): void {
  if (document.getText().includes('\0')) {
    throw new AlignLensError('not-text', phrase('{0} is not a text file. Open a text file and select text in it.', shortName(document)));
  }
}

/** Throws `read-only` when the document's file system takes no changes. */
export function requireWritable(document: vscode.TextDocument): void {
  if (vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false) throw readOnlyError(document);
}

export function readOnlyError(document: vscode.TextDocument): AlignLensError {
  return new AlignLensError(
    'read-only',
    phrase('{0} is read-only, so nothing was changed. Make it writable, or read the result with "AlignLens: Show Alignment" or "AlignLens: Summarize Selection".', shortName(document)),
  );
}

/** The selections that are not empty. */
export function selectedSpans({ document, selections }: vscode.TextEditor): Span[] {
  return selections.filter(({ isEmpty }) => !isEmpty).map((selection) => spanOf(document, selection));
}

/** Throws `input-too-long` for more characters than the settings allow. */
export function requireLength(length: number, scope: config.Scope): void {
  const limit = config.maxSelectionLength(scope);
  if (length > limit) {
    throw new AlignLensError(
      'input-too-long',
      phrase('The selection has {0} characters; the limit is {1}. Select less, or raise alignlens.maxSelectionLength.', length, limit),
    );
  }
}

/** The prose that is selected. Throws `empty-input` or `input-too-long`. */
export async function selectedProse(prose: Prose, editor: vscode.TextEditor): Promise<Passage[]> {
  const { document } = editor;
  const spans = selectedSpans(editor);
  if (spans.length === 0) {
    throw new AlignLensError('empty-input', 'Nothing is selected. Select the text to translate and run the command again.');
  }
  requireLength(spans.reduce((sum, { start, end }) => sum + end - start, 0), document);
  const passages = await prose.in(document, spans);
  if (passages.length === 0) {
    throw new AlignLensError('empty-input', 'The selection holds no text to translate. Select a comment or a paragraph.');
  }
  return passages;
}

/** The selected prose, or the comment or paragraph at each cursor. Throws `empty-input` or `input-too-long`. */
export async function selectedOrSurroundingProse(prose: Prose, editor: vscode.TextEditor): Promise<Passage[]> {
  const { document, selections } = editor;
  if (selections.some(({ isEmpty }) => !isEmpty)) return selectedProse(prose, editor);
  const found = new Map<number, Passage>();
  for (const { active } of selections) {
    const passage = await proseAt(prose, document, document.offsetAt(active));
    // Several cursors may stand in one paragraph.
    found.set(passage.range.start, passage);
  }
  return [...found.values()].sort((a, b) => a.range.start - b.range.start);
}

/** The comment, string or paragraph at an offset. Throws `empty-input`. */
export async function proseAt(prose: Prose, document: vscode.TextDocument, offset: number): Promise<Passage> {
  const passage = await prose.at(document, offset, { strings: true });
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

export function spanOf(document: vscode.TextDocument, range: vscode.Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}
