import * as vscode from 'vscode';
import { mostWords, type GlossaryProblem } from '../../engine/glossary';

/** What is wrong with a line of a glossary and what to do, in the language of the editor. */
export function problemMessage({ kind, about }: GlossaryProblem): string {
  switch (kind) {
    case 'no-source':
      return vscode.l10n.t('There is no term before the first tab.');
    case 'no-target':
      return vscode.l10n.t('There is no translation of “{0}”: write it behind a tab, or = to keep the term as it is.', about);
    case 'unknown-mark':
      return vscode.l10n.t('“{0}” is no mark: write required or nothing. Several translations are separated by |.', about);
    case 'too-many-fields':
      return vscode.l10n.t('There are more than four fields: term, translation, mark and comment.');
    case 'duplicate':
      return vscode.l10n.t('This term stands in line {0} already.', about);
    case 'too-long':
      return vscode.l10n.t('This is longer than {0} words: a sentence fits better as a correction of its translation.', mostWords);
    case 'bad-languages':
      return vscode.l10n.t('Name two languages by their codes, as in: #languages en zh');
  }
}
