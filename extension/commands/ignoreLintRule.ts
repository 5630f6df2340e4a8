import * as vscode from 'vscode';
import { ruleIds } from '../../engine/lint';
import * as config from '../config';

const noticeDuration = 5000;

/** Switches a rule of the translation lint off, for a quick fix that names it. */
export function ignoreLintRule(): (rule?: unknown) => Promise<void> {
  return async (rule) => {
    const known = ruleIds.find((id) => id === rule);
    if (!known) return;
    const scope = await config.switchLintRuleOff(known);
    const message =
      scope === 'workspace'
        ? vscode.l10n.t('AlignLens: the rule “{0}” is off in the settings of the workspace', known)
        : vscode.l10n.t('AlignLens: the rule “{0}” is off in the settings of the user', known);
    vscode.window.setStatusBarMessage(message, noticeDuration);
  };
}
