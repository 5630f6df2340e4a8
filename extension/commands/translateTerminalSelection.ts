import * as vscode from 'vscode';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import * as config from '../config';
import type { Context } from '../context';
import { outsideSelection } from '../outsideSelection';
import { translateText } from '../textTranslation';
import { showTranslationNotice } from '../translationNotice';
import type { Activity } from '../work';

const activity: Activity = { doing: 'Translating', title: vscode.l10n.t('AlignLens: translating the selection'), units: 'sentences' };

/** Shows the translation of what is selected in the terminal or in the Output view. */
export function translateTerminalSelection(context: Context): () => Promise<void> {
  return async () => {
    const selection = await outsideSelection();
    if (!selection) return;
    requireShort(selection.text);
    const translated = await context.work.run(activity, (options) => translateText(context, undefined, selection.text, { ...options, asked: true }));
    await showTranslationNotice(context, selection.name, translated);
  };
}

/** Throws `input-too-long`. */
function requireShort({ length }: string): void {
  const limit = config.maxSelectionLength(undefined);
  if (length <= limit) return;
  throw new AlignLensError(
    'input-too-long',
    phrase('The selection has {0} characters; the limit is {1}. Select less, or raise alignlens.maxSelectionLength.', length, limit),
  );
}
