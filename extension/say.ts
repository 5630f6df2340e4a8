import * as vscode from 'vscode';
import { sayWith, type Phrase } from '../engine/protocol/phrase';

/** A phrase in the language of the editor. */
export function say(phrase: Phrase): string {
  return sayWith(phrase, (template, values) => vscode.l10n.t(template, ...values));
}
