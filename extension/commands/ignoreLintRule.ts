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
    vscode.window.setStatusBarMessage(`AlignLens: the rule “${known}” is off in the ${scope} settings`, noticeDuration);
  };
}
