import * as vscode from 'vscode';
import type { PackInfo } from '../../engine/protocol/result';
import { packSettings, type Context } from '../context';
import { inform } from '../notify';
import { activeEditor, requestedResource, requireWritable, shortName } from '../request';
import { planFile, type FilePlan } from '../writing/filePlan';
import { leftReport } from '../writing/leftReport';
import { offerProposal } from '../writing/offerProposal';
import { reportedFile } from '../writing/reportedFile';
import { nameOf } from '../writing/uris';
import { translateTexts } from '../writing/translateTexts';

/** Translates what a file has no translation of yet, and shows what would be written before it is. */
export function translateFile(context: Context): (resource?: unknown) => Promise<void> {
  return async (resource) => {
    const file = requestedResource(resource);
    const source = file ? await vscode.workspace.openTextDocument(file) : activeEditor().document;
    requireWritable(source);
    const plan = await planFile(context, source, chooseTarget);
    if (!plan) return;
    if (plan.work.texts.length === 0) {
      const name = nameOf(plan.target);
      const message = vscode.l10n.t('AlignLens: There is nothing to translate: all {0} texts have a translation in {1}.', plan.translated, name);
      void inform(message);
      return;
    }
    await propose(context, plan);
  };
}

async function propose(context: Context, plan: FilePlan): Promise<void> {
  const { source, target, before, pack, work } = plan;
  const title = vscode.l10n.t('AlignLens: translating {0}', shortName(source));
  const translations = await context.work.run({ doing: 'Translating', title, units: 'texts' }, async (options) =>
    translateTexts(context.translator, await packSettings(context, source, pack), work.texts, options),
  );
  const result = work.finish(translations);
  const { translated, left } = result;
  const summary =
    left.length === 0
      ? vscode.l10n.t('Translated texts of {0}: {1}. Write them to {2}?', shortName(source), translated, nameOf(target))
      : vscode.l10n.t('Translated texts of {0}: {1}; left as they are: {2}. Write them to {3}?', shortName(source), translated, left.length, nameOf(target));
  const details = left.length === 0 ? undefined : leftReport([reportedFile(plan, result)]);
  const heading = vscode.l10n.t('{0}: {1} → {2}', nameOf(target), pack.sourceLanguage, pack.targetLanguage);
  await offerProposal(context, { source: source.uri, target, before, after: result.text, title: heading }, summary, details);
}

async function chooseTarget(packs: readonly PackInfo[]): Promise<PackInfo | undefined> {
  if (packs.length === 1) return packs[0];
  const items = packs.map((pack) => ({ label: pack.targetLanguage, description: `${pack.sourceLanguage} → ${pack.targetLanguage}, ${pack.id}`, pack }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Translate File'), placeHolder: vscode.l10n.t('Into which language?') });
  return chosen?.pack;
}
