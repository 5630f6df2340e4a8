import type { Context } from '../context';
import { activeEditor } from '../request';
import { show, subjectsInEditor, summarize } from '../summarize';

/** Summarizes like `summarizeSelection`, and shows each line in the target language too. */
export function summarizeInTargetLanguage(context: Context): () => Promise<void> {
  return async () => {
    const editor = activeEditor();
    show(context, await summarize(context, editor.document, subjectsInEditor(editor), { translate: true }));
  };
}
