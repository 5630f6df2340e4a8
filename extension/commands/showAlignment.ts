import type * as vscode from 'vscode';
import { translationSettings, type Context } from '../context';
import { activeEditor, documentOf, isPlace, proseAt, selectedOrSurroundingProse, type Place } from '../request';
import { translationView } from '../translationView';
import type { Activity } from '../work';

const activity: Activity = { doing: 'Translating', title: 'AlignLens: aligning', units: 'sentences' };

/** Opens the alignment view for the selection, the prose at the cursor, or the place that a hover's link names. */
export function showAlignment(context: Context): (place?: unknown) => Promise<void> {
  return async (place) => {
    const { document, passages } = isPlace(place) ? await atPlace(place) : atCursor();
    const { version } = document;
    const { settings, translations } = await context.work.run(activity, async (options) => {
      const settings = await translationSettings(context, document);
      const texts = passages.map(({ text }) => text);
      return { settings, translations: await context.translator.translate(settings, texts, options) };
    });
    context.panel.show(translationView(context, { ...settings, document, version, passages, translations }));
  };
}

interface Subject { readonly document: vscode.TextDocument; readonly passages: ReturnType<typeof selectedOrSurroundingProse> }

async function atPlace(place: Place): Promise<Subject> {
  const document = await documentOf(place);
  return { document, passages: [proseAt(document, place.offset)] };
}

function atCursor(): Subject {
  const editor = activeEditor();
  return { document: editor.document, passages: selectedOrSurroundingProse(editor) };
}
