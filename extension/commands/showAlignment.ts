import * as vscode from 'vscode';
import { translationSettings, type Context } from '../context';
import { activeEditor, proseAt, requireText, selectedOrSurroundingProse, type Place } from '../request';

/** Opens the alignment view for the selection, the prose at the cursor, or the place that a hover's link names. */
export function showAlignment(context: Context): (place?: unknown) => Promise<void> {
  return async (place) => {
    const { document, passages } = isPlace(place) ? await atPlace(place) : atCursor();
    const { version } = document;
    const { pack, translations } = await context.work.run('AlignLens: aligning', async (options) => {
      const settings = await translationSettings(context, document);
      const texts = passages.map(({ text }) => text);
      return { pack: settings.pack, translations: await context.translator.translate(settings, texts, options) };
    });
    context.panel.show({ document, version, pack, passages, translations });
  };
}

interface Subject { readonly document: vscode.TextDocument; readonly passages: ReturnType<typeof selectedOrSurroundingProse> }

async function atPlace({ uri, offset }: Place): Promise<Subject> {
  // The hover has done its work; left open, it would cover the text that the view explains.
  await vscode.commands.executeCommand('editor.action.hideHover');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  requireText(document);
  return { document, passages: [proseAt(document, offset)] };
}

function atCursor(): Subject {
  const editor = activeEditor();
  return { document: editor.document, passages: selectedOrSurroundingProse(editor) };
}

/** Menus pass arguments of their own: only a hover's link gives a place. */
function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, offset } = value as Record<string, unknown>;
  return typeof uri === 'string' && typeof offset === 'number';
}
