import * as vscode from 'vscode';
import type { Context } from '../context';
import type { Display } from '../windowChoice';

const noticeDuration = 3000;

/** Off, below, instead, and off again. */
const next: Readonly<Record<Display, Display>> = { off: 'below', below: 'instead', instead: 'off' };

/** Goes on to the next way in which the Markdown preview shows translations. */
export function toggleTranslatedPreview({ preview }: Context): () => Promise<void> {
  return async () => {
    const display = next[preview.in(vscode.workspace.textDocuments.find(({ languageId }) => languageId === 'markdown'))];
    await preview.choose(display);
    vscode.window.setStatusBarMessage(notice(display), noticeDuration);
  };
}

function notice(display: Display): string {
  switch (display) {
    case 'off':
      return vscode.l10n.t('AlignLens: the Markdown preview shows the original');
    case 'below':
      return vscode.l10n.t('AlignLens: the Markdown preview shows translations below the text');
    case 'instead':
      return vscode.l10n.t('AlignLens: the Markdown preview shows translations instead of the text');
  }
}
