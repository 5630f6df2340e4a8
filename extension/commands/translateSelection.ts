import * as vscode from 'vscode';
import { AlignLensError } from '../../engine/protocol/errors';
import { translationSettings, type Context } from '../context';
import { changeInOneStep } from '../edit';
import type { Passage } from '../passages';
import { activeEditor, rangeOf, requireWritable, selectedProse, shortName } from '../request';
import type { Activity } from '../work';

const activity: Activity = { doing: 'Translating', title: 'AlignLens: translating the selection', units: 'sentences' };

/** Replaces the selected prose by its translation, in one step that one undo takes back. */
export function translateSelection(context: Context): () => Promise<void> {
  return async () => {
    const editor = activeEditor();
    const { document } = editor;
    requireWritable(document);
    const passages = selectedProse(editor);
    const { version } = document;
    const translations = await context.work.run(activity, async (options) => {
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
  await changeInOneStep(editor, changes, textChangedError(document));
}

function textChangedError(document: vscode.TextDocument): AlignLensError {
  return new AlignLensError(
    'text-changed',
    `${shortName(document)} changed while it was being translated, so the translation was not inserted. Select the text and run the command again.`,
  );
}
