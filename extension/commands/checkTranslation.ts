import * as vscode from 'vscode';
import { formatOf } from '../../engine/bilingual';
import { AlignLensError } from '../../engine/protocol/errors';
import { bilingualFiles, counterpartNames } from '../bilingualDocuments';
import * as config from '../config';
import type { Context } from '../context';
import type { CheckResult } from '../lint/translationLint';
import { activeEditor, isPlace, shortName } from '../request';
import type { Activity } from '../work';

const activity: Activity = { doing: 'Checking', title: 'AlignLens: checking the translation', units: 'texts' };

/** Checks the translation in front and tells what was found; a quick fix names a place and wants no words. */
export function checkTranslation({ lint, work }: Context): (place?: unknown) => Promise<void> {
  return async (place) => {
    if (isPlace(place)) {
      const files = await bilingualFiles(await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri, true)));
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
    return new AlignLensError('empty-input', `${name} is no .po, JSON or Markdown file, so there is no translation to check.`);
  }
  const { invalid } = config.lintPairs(document);
  const wrong = invalid.map((rule) => ` "${rule}" in alignlens.lint.pairs is not of the form SOURCE ↔ TARGET.`).join('');
  const looked = counterpartNames(document).join(', ') || 'none';
  return new AlignLensError('empty-input', `${name} has no counterpart (looked for: ${looked}). Name the files in alignlens.lint.pairs.${wrong}`);
}

async function tell({ findings, units, target, withoutModel }: CheckResult): Promise<void> {
  const count = findings.length === 0 ? 'no findings' : findings.length === 1 ? '1 finding' : `${findings.length} findings`;
  const without = withoutModel === undefined ? '' : ` The model was not asked: ${withoutModel}.`;
  const message = `AlignLens: ${count} in ${shortName(target)} (${units} ${units === 1 ? 'text' : 'texts'}).${without}`;
  const showProblems = 'Show Problems';
  const choice = await vscode.window.showInformationMessage(message, ...(findings.length > 0 ? [showProblems] : []));
  if (choice === showProblems) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
