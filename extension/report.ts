import * as vscode from 'vscode';
import type { AlignLensError } from '../engine/protocol/errors';
import { toAlignLensError } from '../engine/protocol/rpc';
import type { Log } from './log';
import { complain, warn } from './notify';
import { say } from './say';

const noticeDuration = 5000;

/** Tells the user once, in one sentence, what went wrong and what to do; the log gets the rest. */
export function report(log: Log, error: unknown): void {
  const failure = toAlignLensError(error);
  if (failure.code === 'cancelled') {
    // The user's own wish: no need for a notification.
    vscode.window.setStatusBarMessage(`AlignLens: ${say(failure.phrase)}`, noticeDuration);
    return;
  }
  log.failure(failure);
  void offerLog(log, failure);
}

async function offerLog(log: Log, { code, phrase }: AlignLensError): Promise<void> {
  const openLog = vscode.l10n.t('Show Log');
  const show = isUsersTurn(code) ? warn : complain;
  const choice = await show(`AlignLens: ${say(phrase)}`, ...(isUsersTurn(code) ? [] : [openLog]));
  if (choice === openLog) log.show();
}

/** Nothing is broken: another selection or document will do. */
function isUsersTurn(code: AlignLensError['code']): boolean {
  return ['empty-input', 'input-too-long', 'not-text', 'read-only', 'text-changed', 'language-pair', 'glossary', 'untrusted'].includes(code);
}
