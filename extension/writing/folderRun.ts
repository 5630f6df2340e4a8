/** Translating the files of a folder one after another. */
import * as vscode from 'vscode';
import { defaultPairRules, pairLanguages } from '../../engine/bilingual';
import { fileFormatOf, isNamedForLanguage, unmarkedSources } from '../../engine/files';
import { toAlignLensError, type RequestOptions } from '../../engine/protocol/rpc';
import { packSettings, type Context } from '../context';
import { say } from '../say';
import { planFile, type FilePlan } from './filePlan';
import { folderFiles } from './folderFiles';
import type { ReportedFile } from './leftReport';
import { reportedFile } from './reportedFile';
import { textChangedError } from './requestedProse';
import { translateTexts } from './translateTexts';
import { exists } from './uris';
import { saveTarget, writeTarget } from './writeTarget';

export interface FolderPlan {
  readonly plans: readonly FilePlan[];
  /** Files that cannot be translated, with the reason. */
  readonly failures: readonly ReportedFile[];
}

/**
 * Looks at every file. What is in the target language or a translation already, needs nothing, or was done before and
 * did not change, is left out.
 */
export async function planFolder(context: Context, folder: vscode.Uri, target: string, { signal, onProgress }: RequestOptions): Promise<FolderPlan> {
  const files = await folderFiles(folder, signal);
  const translators = await context.packs.translators(undefined);
  const sources = translators.filter(({ targetLanguage }) => targetLanguage === target).map(({ sourceLanguage }) => sourceLanguage);
  const plans: FilePlan[] = [];
  const failures: ReportedFile[] = [];
  for (const [index, uri] of files.entries()) {
    signal?.throwIfAborted();
    onProgress?.(index, files.length);
    if (!(await isMeant(uri, sources, target))) continue;
    try {
      const plan = await planFile(context, await vscode.workspace.openTextDocument(uri), (packs) =>
        Promise.resolve(packs.find(({ targetLanguage }) => targetLanguage === target)),
      );
      const open = plan && plan.work.texts.length > 0;
      if (open && !(plan.before !== undefined && (await context.folders.isDone(plan.target.toString(), plan.sourceText)))) plans.push(plan);
    } catch (error) {
      const { code, phrase } = toAlignLensError(error);
      // Translations, files without texts and those in other languages are not what one looks for.
      if (code === 'empty-input' || code === 'language-pair') continue;
      failures.push({ path: vscode.workspace.asRelativePath(uri, false), target: '', translated: 0, left: [], failure: say(phrase) });
    }
  }
  return { plans, failures };
}

/** Most JSON files hold settings or data: only those named for a language are taken for texts. And nobody translates translations. */
async function isMeant(uri: vscode.Uri, sources: readonly string[], target: string): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.path.replace(/\/?$/u, '/') ?? '';
  const path = uri.path.slice(folder.length);
  if (fileFormatOf(path) === 'json') {
    return sources.some((source) => isNamedForLanguage(path, defaultPairRules, pairLanguages(source, target)));
  }
  const originals = sources.flatMap((source) => unmarkedSources(path, defaultPairRules, pairLanguages(target, source)));
  const there = await Promise.all(originals.map((original) => exists(uri.with({ path: folder + original }))));
  return !there.includes(true);
}

/**
 * Translates and writes the files; one that fails, or changed meanwhile, is reported and the others go on. After a
 * cancellation the rest is reported as not done.
 */
export async function runFolder(context: Context, plans: readonly FilePlan[], { signal, onProgress }: RequestOptions): Promise<ReportedFile[]> {
  const total = plans.reduce((sum, { work }) => sum + work.texts.length, 0);
  const reported: ReportedFile[] = [];
  let done = 0;
  for (const plan of plans) {
    if (signal?.aborted) {
      reported.push(failed(plan, vscode.l10n.t('Not done, as you cancelled. Run the command again to go on from here.')));
      continue;
    }
    const before = done;
    try {
      const settings = await packSettings(context, plan.source, plan.pack);
      const translations = await translateTexts(context.translator, settings, plan.work.texts, {
        signal,
        onProgress: (own) => onProgress?.(before + own, total),
      });
      const result = plan.work.finish(translations);
      if (plan.source.getText() !== plan.sourceText) throw textChangedError(plan.source);
      await writeTarget(plan, result.text);
      // What is only in an editor's memory would be lost with the window, and the run with it.
      if (plan.before !== undefined) await saveTarget(plan);
      await context.folders.done(plan.target.toString(), plan.source.getText());
      reported.push(reportedFile(plan, result));
    } catch (error) {
      const { code, phrase } = toAlignLensError(error);
      reported.push(failed(plan, code === 'cancelled' ? vscode.l10n.t('Not done, as you cancelled. Run the command again to go on from here.') : say(phrase)));
    }
    if (signal?.aborted) continue;
    done = before + plan.work.texts.length;
    onProgress?.(done, total);
  }
  return reported;
}

function failed({ source, target }: FilePlan, failure: string): ReportedFile {
  const shown = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri, false);
  return { path: shown(source.uri), target: shown(target), translated: 0, left: [], failure };
}
