import * as vscode from 'vscode';
import * as config from '../config';

const noticeDuration = 3000;

/** Switches translation on hover on or off for the user. */
export function toggleHover(): () => Promise<void> {
  return async () => {
    const enabled = !config.hoverEnabled(undefined);
    await config.setHoverEnabled(enabled);
    vscode.window.setStatusBarMessage(`AlignLens: translation on hover is ${enabled ? 'on' : 'off'}`, noticeDuration);
  };
}
