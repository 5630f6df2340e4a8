import * as vscode from 'vscode';
import type { AlignLensError } from '../engine/protocol/errors';
import { changeInOneStep } from './edit';
import { inform } from './notify';
import type { Passage } from './passages';
import { rangeOf } from './request';

/** What a passage becomes; decoration and wrapping stay the passage's own. */
export interface Replacement {
  readonly passage: Passage;
  readonly text: string;
}

/**
 * Writes translations in the place of their passages, in one step that one undo takes back; says so when that changes nothing.
 *
 * @param stale thrown when the document is no longer what the passages were read from
 * @throws AlignLensError `read-only`
 */
export async function replacePassages(editor: vscode.TextEditor, replacements: readonly Replacement[], stale: AlignLensError): Promise<void> {
  const { document } = editor;
  const changes = replacements
    .map(({ passage, text }) => ({ range: rangeOf(document, passage.range), text: passage.write(text) }))
    .filter(({ range, text }) => document.getText(range) !== text);
  if (changes.length === 0) {
    void inform(vscode.l10n.t('AlignLens: The translation is the same as the text; nothing was changed.'));
    return;
  }
  await changeInOneStep(editor, changes, stale);
}
