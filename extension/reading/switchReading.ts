import * as vscode from 'vscode';
import type { Context } from '../context';
import { warn } from '../notify';
import type { Display } from '../windowChoice';

const noticeDuration = 3000;

/** Switches a way of reading on for this window, or off where it is on. */
export async function switchReading({ reading }: Context, display: Exclude<Display, 'off'>): Promise<void> {
  const scope = vscode.window.activeTextEditor?.document;
  const next = reading.in(scope) === display ? 'off' : display;
  await reading.choose(next);
  vscode.window.setStatusBarMessage(notice(next), noticeDuration);
  if (next === 'below' && vscode.workspace.getConfiguration('editor', scope).get('codeLens') === false) {
    void warn(
      vscode.l10n.t('AlignLens: translations below the text are code lenses, which are switched off. Set "editor.codeLens" to see them.'),
    );
  }
}

function notice(display: Display): string {
  switch (display) {
    case 'off':
      return vscode.l10n.t('AlignLens: the editors show the originals');
    case 'below':
      return vscode.l10n.t('AlignLens: the editors show translations below the text');
    case 'instead':
      return vscode.l10n.t('AlignLens: the editors show translations instead of the text; the original is at the cursor and in the hover');
  }
}
