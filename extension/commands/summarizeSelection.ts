import type { Context } from '../context';
import { activeEditor } from '../request';
import { show, subjectsInEditor, summarize } from '../summarize';

/** Summarizes the selected prose or code, or what is at the cursor. */
export function summarizeSelection(context: Context): () => Promise<void> {
  return async () => {
    const editor = activeEditor();
    show(context, await summarize(context, editor.document, subjectsInEditor(editor)));
  };
}
