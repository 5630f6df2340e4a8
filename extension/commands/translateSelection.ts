import * as vscode from 'vscode';
import { AlignLensError } from '../../engine/protocol/errors';
import { translationSettings, type Context } from '../context';
import type { Passage } from '../passages';
import { activeEditor, rangeOf, readOnlyError, requireWritable, selectedProse, shortName } from '../request';

/** Replaces the selected prose by its translation, in one step that one undo takes back. */
export function translateSelection(context: Context): () => Promise<void> {
  return async () => {
    const editor = activeEditor();
    const { document } = editor;
    requireWritable(document);
    const passages = selectedProse(editor);
    const { version } = document;
    const translations = await context.work.run('AlignLens: translating the selection', async (options) => {
      const settings = await translationSettings(context, document);
      return context.translator.translate(settings, passages.map(({ text }) => text), options);
    });
    if (document.isClosed || document.version !== version) throw textChangedError(document);
    await replace(editor, passages, translations.map(({ target }) => target));
  };
}

async function replace(editor: vscode.TextEditor, passages: readonly Passage[], translations: readonly string[]): Promise<void> {
  const { document } = editor;
  const edits = passages.map((passage, index) => ({
    range: rangeOf(document, passage.range),
    text: passage.write(translations[index] ?? ''),
  }));
  const changes = edits.filter(({ range, text }) => document.getText(range) !== text);
  if (changes.length === 0) {
    void vscode.window.showInformationMessage('AlignLens: The translation is the same as the selection; nothing was changed.');
    return;
  }
  const { version } = document;
  const applied = await editor.edit((builder) => {
    for (const { range, text } of changes) builder.replace(range, text);
  });
  // An editor that the user made read-only for this session takes the edit and ignores it.
  if (document.version === version) throw readOnlyError(document);
  if (!applied) throw textChangedError(document);
}

function textChangedError(document: vscode.TextDocument): AlignLensError {
  return new AlignLensError(
    'text-changed',
    `${shortName(document)} changed while it was being translated, so the translation was not inserted. Select the text and run the command again.`,
  );
}
