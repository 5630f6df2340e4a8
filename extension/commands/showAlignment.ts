import type * as vscode from 'vscode';
import { translationSettings, type Context } from '../context';
import type { Passage } from '../passages';
import { activeEditor, documentOf, isPlace, proseAt, selectedOrSurroundingProse, type Place } from '../request';
import { translationView } from '../translationView';
import type { Activity } from '../work';

const activity: Activity = { doing: 'Translating', title: 'AlignLens: aligning', units: 'sentences' };

/** Opens the alignment view for the selection, the prose at the cursor, or the place that a hover's link names. */
export function showAlignment(context: Context): (place?: unknown) => Promise<void> {
  return async (place) => {
    const { document, version, passages } = isPlace(place) ? await atPlace(context, place) : await atCursor(context);
    const { settings, translations } = await context.work.run(activity, async (options) => {
      const texts = passages.map(({ text }) => text);
      const settings = await translationSettings(context, document, texts);
      return { settings, translations: await context.translator.translate(settings, texts, options) };
    });
    context.panel.show(translationView(context, { ...settings, document, version, passages, translations }));
  };
}

interface Subject {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly passages: readonly Passage[];
}

async function atPlace({ prose }: Context, place: Place): Promise<Subject> {
  const document = await documentOf(place);
  const { version } = document;
  return { document, version, passages: [await proseAt(prose, document, place.offset)] };
}

async function atCursor({ prose }: Context): Promise<Subject> {
  const editor = activeEditor();
  const { document } = editor;
  const { version } = document;
  return { document, version, passages: await selectedOrSurroundingProse(prose, editor) };
}
