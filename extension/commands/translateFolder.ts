import * as vscode from 'vscode';
import { AlignLensError } from '../../engine/protocol/errors';
import * as config from '../config';
import type { Context } from '../context';
import { noPackError } from '../direction';
import { inform } from '../notify';
import type { FilePlan } from '../writing/filePlan';
import { requestedResource } from '../request';
import { planFolder, runFolder } from '../writing/folderRun';
import { leftReport } from '../writing/leftReport';
import { showReport } from '../writing/offerProposal';
import { nameOf } from '../writing/uris';

/**
 * Translates the files of a folder into files beside them, after the user has seen the list; ends with a report. What
 * was done before and did not change is left out, so that a cancelled run can be taken up again.
 */
export function translateFolder(context: Context): (resource?: unknown) => Promise<void> {
  return async (resource) => {
    const folder = requestedResource(resource) ?? (await chooseFolder());
    if (!folder) return;
    const target = await chooseTarget(context);
    if (target === undefined) return;
    const looking = vscode.l10n.t('AlignLens: looking at the files of {0}', nameOf(folder));
    const { plans, failures } = await context.work.run({ doing: 'Translating', title: looking, units: 'files' }, (options) =>
      planFolder(context, folder, target, options),
    );
    if (plans.length === 0) {
      if (failures.length > 0) await showReport(leftReport(failures));
      void inform(vscode.l10n.t('AlignLens: No file of {0} waits for a translation.', nameOf(folder)));
      return;
    }
    const chosen = await chooseFiles(plans);
    if (!chosen || chosen.length === 0) return;
    const title = vscode.l10n.t('AlignLens: translating {0}', nameOf(folder));
    const reported = await context.work.run({ doing: 'Translating', title, units: 'texts' }, (options) => runFolder(context, chosen, options));
    await showReport(leftReport([...reported, ...failures]));
  };
}

/** The folder that is open, or one of several. Throws `empty-input` where none is. */
async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    throw new AlignLensError('empty-input', 'No folder is open. Open the one whose files are to be translated.');
  }
  if (folders.length === 1) return folders[0]?.uri;
  const items = folders.map(({ name, uri }) => ({ label: name, uri }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Translate Folder') }))?.uri;
}

/** The language to translate into: the only one that packs know, or the user's choice; undefined when there is none. */
async function chooseTarget({ packs }: Context): Promise<string | undefined> {
  const wanted = config.targetLanguage(undefined);
  const translators = await packs.translators(undefined);
  const targets = [...new Set(translators.map(({ targetLanguage }) => targetLanguage))];
  if (targets.length === 0) throw noPackError(undefined, wanted, translators);
  const ordered = targets.toSorted((a, b) => Number(b === wanted) - Number(a === wanted));
  if (ordered.length === 1) return ordered[0];
  return vscode.window.showQuickPick(ordered, { title: vscode.l10n.t('Translate Folder'), placeHolder: vscode.l10n.t('Into which language?') });
}

async function chooseFiles(plans: readonly FilePlan[]): Promise<FilePlan[] | undefined> {
  const items = plans.map((plan) => {
    const inPlace = plan.target.toString() === plan.source.uri.toString();
    const count = vscode.l10n.t('texts: {0}', plan.work.texts.length);
    const description = inPlace
      ? vscode.l10n.t('filled in place, {0}', count)
      : vscode.l10n.t('→ {0}, {1}', vscode.workspace.asRelativePath(plan.target, false), count);
    return { label: vscode.workspace.asRelativePath(plan.source.uri, false), description, picked: true, plan };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('Translate Folder: sources stay as they are; a translation is written beside its source, named for its language'),
    placeHolder: vscode.l10n.t('Which files?'),
  });
  return chosen?.map(({ plan }) => plan);
}
