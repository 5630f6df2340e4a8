import * as vscode from 'vscode';
import { AlignLensError } from '../../engine/protocol/errors';
import type { Context } from '../context';
import { ownGlossary, writeTerm } from '../glossary/glossaryFile';
import { requireTerm, termSettings, termSubject } from '../glossary/termSubject';

const noticeDuration = 5000;

/** Writes into the glossary that a word stays as it is: the one that a hover's link names, that is selected or at the cursor. */
export function keepWord(context: Context): (place?: unknown) => Promise<void> {
  return async (place) => {
    const subject = await termSubject(context, place);
    const { document, word } = subject;
    if (word === '') throw new AlignLensError('empty-input', 'There is no word at the cursor. Put it into one, or select the words to keep.');
    requireTerm(word);
    const uri = ownGlossary(document);
    const { pack } = await termSettings(context, subject);
    const languages = { source: pack.sourceLanguage, target: pack.targetLanguage };
    await writeTerm(uri, document, { source: word, targets: null, required: false }, languages);
    context.glossaries.forget(uri);
    vscode.window.setStatusBarMessage(vscode.l10n.t('AlignLens: “{0}” stays as it is (.alignlens/glossary.tsv)', word), noticeDuration);
  };
}
