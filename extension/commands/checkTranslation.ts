import * as vscode from 'vscode';
import { formatOf } from '../../engine/bilingual';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import { bilingualFiles, counterpartNames } from '../bilingualDocuments';
import * as config from '../config';
import type { Context } from '../context';
import type { CheckResult } from '../lint/translationLint';
import { inform } from '../notify';
import { placeOf } from '../place';
import { activeEditor, documentOf, shortName } from '../request';
import { say } from '../say';
import type { Activity } from '../work';

const activity: Activity = { doing: 'Checking', title: vscode.l10n.t('AlignLens: checking the translation'), units: 'texts' };

/** Checks the translation in front and tells what was found; a quick fix names a place and wants no words. */
export function checkTranslation({ lint, work }: Context): (place?: unknown) => Promise<void> {
  return async (place) => {
    const named = placeOf(place);
    if (named) {
      const files = await bilingualFiles(await documentOf(named));
      if (files) await lint.checkUnasked(files);
      return;
    }
    const { document } = activeEditor();
    const result = await work.run(activity, (options) => lint.check(document, options));
    if (!result) throw noCounterpart(document);
    void tell(result);
  };
}

function noCounterpart(document: vscode.TextDocument): AlignLensError {
  const name = shortName(document);
  if (formatOf(document.uri.path) === undefined) {
    return new AlignLensError('empty-input', phrase('{0} is no .po, JSON or Markdown file, so there is no translation to check.', name));
  }
  const { invalid } = config.lintPairs(document);
  const looked = counterpartNames(document).join(', ') || '–';
  const [wrong] = invalid;
  return new AlignLensError(
    'empty-input',
    wrong === undefined
      ? phrase('{0} has no counterpart (looked for: {1}). Name the files in alignlens.lint.pairs.', name, looked)
      : phrase('{0} has no counterpart (looked for: {1}). Correct "{2}" in alignlens.lint.pairs: it is not of the form SOURCE ↔ TARGET.', name, looked, wrong),
  );
}

function foundText(name: string, findings: number, texts: number): string {
  switch (findings) {
    case 0:
      return vscode.l10n.t('AlignLens: nothing found in {0}. Texts checked: {1}.', name, texts);
    case 1:
      return vscode.l10n.t('AlignLens: 1 finding in {0}. Texts checked: {1}.', name, texts);
    default:
      return vscode.l10n.t('AlignLens: {0} findings in {1}. Texts checked: {2}.', findings, name, texts);
  }
}

async function tell({ findings, units, target, withoutModel }: CheckResult): Promise<void> {
  const found = foundText(shortName(target), findings.length, units);
  const message = withoutModel === undefined ? found : `${found} ${say(withoutModel)}`;
  const showProblems = vscode.l10n.t('Show Problems');
  const choice = await inform(message, ...(findings.length > 0 ? [showProblems] : []));
  if (choice === showProblems) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
