import * as vscode from 'vscode';
import { unitsOfCorrection } from '../../engine/memory';
import { AlignLensError } from '../../engine/protocol/errors';
import { translationSettings, type Context } from '../context';
import type { Passage } from '../passages';
import { placeOf } from '../place';
import { activeEditor, documentOf, proseAt, selectedOrSurroundingProse, shortName } from '../request';
import type { TranslationSettings } from '../translator';
import type { Activity } from '../work';

const activity: Activity = { doing: 'Translating', title: vscode.l10n.t('AlignLens: translating'), units: 'sentences' };
const noticeDuration = 5000;

/** Longer translations get an editor. */
const longestLine = 200;

/**
 * Lets the user put the translation of a passage right, and remembers it: the passage is translated so from then on. Without
 * any text, or with the machine's own, the correction is forgotten.
 */
export function editTranslation(context: Context): (place?: unknown) => Promise<void> {
  return async (place) => {
    const named = placeOf(place);
    const { document, passage } = named ? await atPlace(context, await documentOf(named), named.offset) : await atCursor(context);
    const { text } = passage;
    const { settings, target } = await context.work.run(activity, async (options) => {
      const settings = await translationSettings(context, document, [text]);
      const [translation] = await context.translator.translate(settings, [text], options);
      return { settings, target: translation?.target ?? '' };
    });
    const accept = (corrected: string): Promise<void> => remember(context, settings, text, corrected.trim());
    if (target.length > longestLine || target.includes('\n')) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('AlignLens: save the translation to remember it'), noticeDuration);
      return context.correctionDocuments.edit(`${shortName(document)} (${settings.pack.targetLanguage}).txt`, target, accept);
    }
    const corrected = await vscode.window.showInputBox({
      title: vscode.l10n.t('Edit Translation'),
      prompt: vscode.l10n.t('Enter remembers it; nothing at all goes back to the machine’s own translation.'),
      value: target,
      valueSelection: [target.length, target.length],
      ignoreFocusOut: true,
    });
    if (corrected !== undefined && corrected.trim() !== target) await accept(corrected);
  };
}

async function atPlace({ prose }: Context, document: vscode.TextDocument, offset: number): Promise<{ document: vscode.TextDocument; passage: Passage }> {
  return { document, passage: await proseAt(prose, document, offset) };
}

async function atCursor({ prose }: Context): Promise<{ document: vscode.TextDocument; passage: Passage }> {
  const editor = activeEditor();
  const [passage, ...others] = await selectedOrSurroundingProse(prose, editor);
  if (passage && others.length === 0) return { document: editor.document, passage };
  throw new AlignLensError('input-too-long', 'Several paragraphs are selected. Put the cursor into the one whose translation you want to edit.');
}

async function remember({ translator, corrections, work }: Context, settings: TranslationSettings, source: string, target: string): Promise<void> {
  await work.run(activity, async (options) => {
    const machine = await translator.byMachine(settings, source, options);
    if (target === '' || target === machine.target.trim()) return corrections.forget({ source, ...settings.pack });
    const corrected = await translator.aligned(settings, { source, target }, options);
    await corrections.remember(unitsOfCorrection(machine, corrected, settings.pack, Date.now(), corrections.exact(source, settings)));
  });
  vscode.window.setStatusBarMessage(
    target === '' ? vscode.l10n.t('AlignLens: the correction is forgotten') : vscode.l10n.t('AlignLens: the translation is remembered'),
    noticeDuration,
  );
}
