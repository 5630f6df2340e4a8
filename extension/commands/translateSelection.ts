import type * as vscode from 'vscode';
import { AlignLensError } from '../../engine/protocol/errors';
import { translationSettings, type Context } from '../context';
import { replacePassages } from '../replacePassages';
import { activeEditor, requireWritable, selectedProse, shortName } from '../request';
import type { Activity } from '../work';

const activity: Activity = { doing: 'Translating', title: 'AlignLens: translating the selection', units: 'sentences' };

/** Replaces the selected prose by its translation, in one step that one undo takes back. */
export function translateSelection(context: Context): () => Promise<void> {
  return async () => {
    const editor = activeEditor();
    const { document } = editor;
    requireWritable(document);
    const { version } = document;
    const passages = await selectedProse(context.prose, editor);
    const translations = await context.work.run(activity, async (options) => {
      const texts = passages.map(({ text }) => text);
      return context.translator.translate(await translationSettings(context, document, texts), texts, options);
    });
    if (document.isClosed || document.version !== version) throw textChangedError(document);
    const replacements = passages.map((passage, index) => ({ passage, text: translations[index]?.target ?? '' }));
    await replacePassages(editor, replacements, textChangedError(document));
  };
}

function textChangedError(document: vscode.TextDocument): AlignLensError {
  return new AlignLensError(
    'text-changed',
    `${shortName(document)} changed while it was being translated, so the translation was not inserted. Select the text and run the command again.`,
  );
}
