import * as vscode from 'vscode';
import { AlignLensError } from '../../engine/protocol/errors';
import type { Context } from '../context';
import { problemPlaceOf } from '../place';
import { problemsAt } from '../problems';
import { activeEditor, documentOf, requireLength } from '../request';
import { translateText } from '../textTranslation';
import { showTranslationNotice } from '../translationNotice';
import type { Activity } from '../work';

const activity: Activity = { doing: 'Translating', title: vscode.l10n.t('AlignLens: translating the message'), units: 'sentences' };

/** Shows the translation of a problem's message: the one that a link names, or those at the cursor. */
export function translateProblem(context: Context): (problem?: unknown) => Promise<void> {
  return async (problem) => {
    const named = problemPlaceOf(problem);
    const { document, message } = named ? { document: await documentOf(named), message: named.message } : atCursor();
    requireLength(message.length, document);
    const translated = await context.work.run(activity, (options) => translateText(context, document, message, { ...options, asked: true }));
    await showTranslationNotice(context, vscode.l10n.t('Problem'), translated);
  };
}

/** Throws `empty-input`. */
function atCursor(): { readonly document: vscode.TextDocument; readonly message: string } {
  const { document, selection } = activeEditor();
  const messages = problemsAt(document, selection.active).map(({ message }) => message);
  if (messages.length > 0) return { document, message: [...new Set(messages)].join('\n\n') };
  throw new AlignLensError('empty-input', 'No problem is reported at the cursor. Put it into an underlined text and run the command again.');
}
