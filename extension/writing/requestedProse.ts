/** What a writing command works on: the passage a link points to, the selections, or the passages at the cursors. */
import * as vscode from 'vscode';
import type { Translation } from '../../engine/protocol/result';
import { translationSettings, type Context } from '../context';
import { editorShowing, isDeleted } from '../edit';
import type { Passage } from '../passages';
import { placeOf } from '../place';
import { activeEditor, documentOf, proseAt, requireWritable, selectedOrSurroundingProse } from '../request';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import { shortName } from '../request';

/** Passages of a document as it was when the command began. */
export interface RequestedProse {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly passages: readonly Passage[];
}

/**
 * @param place of a hover's link; anything else means the editor in use
 * @param writes whether the document is to be changed
 * @throws AlignLensError `not-text`, `empty-input`, `input-too-long`, and `read-only` when it is to be changed and cannot be
 */
export async function requestedProse({ prose }: Context, place: unknown, writes: boolean): Promise<RequestedProse> {
  const named = placeOf(place);
  if (named) {
    const document = await documentOf(named);
    if (writes) requireWritable(document);
    const { version } = document;
    return { document, version, passages: [await proseAt(prose, document, named.offset)] };
  }
  const editor = activeEditor();
  const { document } = editor;
  if (writes) requireWritable(document);
  const { version } = document;
  return { document, version, passages: await selectedOrSurroundingProse(prose, editor) };
}

/** One translation for each passage, in order. */
export async function translatePassages(context: Context, { document, passages }: RequestedProse, title: string): Promise<Translation[]> {
  return context.work.run({ doing: 'Translating', title, units: 'sentences' }, async (options) => {
    const texts = passages.map(({ text }) => text);
    return context.translator.translate(await translationSettings(context, document, texts), texts, options);
  });
}

/** An editor of the document, if that is still what the passages were read from. Throws `text-changed`. */
export async function unchangedEditor({ document, version }: RequestedProse): Promise<vscode.TextEditor> {
  if (document.isClosed || document.version !== version || (await isDeleted(document.uri))) throw textChangedError(document);
  const active = vscode.window.activeTextEditor;
  return active?.document === document ? active : editorShowing(document);
}

export function textChangedError(document: vscode.TextDocument): AlignLensError {
  return new AlignLensError(
    'text-changed',
    phrase('{0} changed while it was being translated, or is no longer there, so nothing was written. Run the command again.', shortName(document)),
  );
}
