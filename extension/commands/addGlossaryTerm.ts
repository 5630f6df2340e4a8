import * as vscode from 'vscode';
import { keep, mostWords, targetsOf } from '../../engine/glossary';
import type { Span } from '../../engine/protocol/result';
import type { Context } from '../context';
import { ownGlossary, writeTerm } from '../glossary/glossaryFile';
import { termSettings, termSubject, type TermSubject } from '../glossary/termSubject';
import { translationOfWords } from '../glossary/translationOfWords';
import { withoutLinks } from '../noticeText';
import type { Passage } from '../passages';
import type { TranslationSettings } from '../translator';

const noticeDuration = 5000;

/** Asks for a term and its translation and writes them into the folder's glossary; what the model makes of it is the proposal. */
export function addGlossaryTerm(context: Context): (place?: unknown) => Promise<void> {
  return async (place) => {
    const subject = await termSubject(context, place);
    const { document } = subject;
    const uri = ownGlossary(document);
    const settings = await termSettings(context, subject);
    const { sourceLanguage, targetLanguage } = settings.pack;
    const title = vscode.l10n.t('Add Glossary Term ({0} → {1})', sourceLanguage, targetLanguage);
    const source = await ask(title, vscode.l10n.t('The term'), subject.word);
    if (source === undefined) return;
    const proposal = source === subject.word ? presentTranslation(context, settings, subject) : '';
    const target = await ask(title, vscode.l10n.t('The translation of “{0}”; several that are right are separated by |', source), proposal);
    if (target === undefined) return;
    const required = await askWhetherRequired(title);
    if (required === undefined) return;
    const targets = target === keep ? null : targetsOf(target);
    await writeTerm(uri, document, { source, targets, required }, { source: sourceLanguage, target: targetLanguage });
    context.glossaries.forget(uri);
    vscode.window.setStatusBarMessage(vscode.l10n.t('AlignLens: “{0}” → “{1}” (.alignlens/glossary.tsv)', source, target), noticeDuration);
  };
}

/** Undefined when the user gave up. */
async function ask(title: string, prompt: string, value: string): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title,
    prompt: withoutLinks(prompt),
    value,
    ignoreFocusOut: true,
    validateInput: (text) => {
      if (text.replaceAll('|', '').trim() === '') return vscode.l10n.t('Write at least a word.');
      return text.trim().split(/\s+/u).length > mostWords ? vscode.l10n.t('A term has at most {0} words.', mostWords) : undefined;
    },
  });
  return answer?.trim();
}

async function askWhetherRequired(title: string): Promise<boolean | undefined> {
  const choices = [
    { label: vscode.l10n.t('Preferred'), description: vscode.l10n.t('the model may find a better word'), required: false },
    { label: vscode.l10n.t('Required'), description: vscode.l10n.t('the translation must hold it'), required: true },
  ];
  return (await vscode.window.showQuickPick(choices, { title, ignoreFocusOut: true }))?.required;
}

/** Where a translation of the passage is at hand, what it has for the word. */
function presentTranslation({ translator }: Context, settings: TranslationSettings, { passage, span }: TermSubject): string {
  if (!passage || !span) return '';
  const [translation] = translator.recall(settings, [passage.text]) ?? [];
  return translation ? translationOfWords(translation, spanInPassage(passage, span)) : '';
}

/** Where a part of the document stands in the text of a passage. */
function spanInPassage(passage: Passage, { start, end }: Span): Span {
  const offsets = Array.from({ length: passage.text.length + 1 }, (_, offset) => passage.toDocument(offset));
  const first = offsets.findIndex((offset) => offset >= start);
  const last = offsets.findLastIndex((offset) => offset < end);
  return { start: first, end: last + 1 };
}
