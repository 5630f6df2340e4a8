import * as vscode from 'vscode';
import { EngineClient, type EngineHost } from '../engine/client';
import { AlignLensError } from '../engine/protocol/errors';
import { runtimeLocation } from '../engine/protocol/workerProtocol';
import { AlignmentPanel } from './alignmentPanel';
import { AlignTool } from './alignTool';
import { acceptTranslation } from './commands/acceptTranslation';
import { alignWith } from './commands/alignWith';
import { cancel } from './commands/cancel';
import { checkTranslation } from './commands/checkTranslation';
import { clearSalience } from './commands/clearSalience';
import { clearTranslationFindings } from './commands/clearTranslationFindings';
import { copyTranslation } from './commands/copyTranslation';
import { discardTranslation } from './commands/discardTranslation';
import { ignoreLintRule } from './commands/ignoreLintRule';
import { insertDocComment } from './commands/insertDocComment';
import { insertTranslationBelow } from './commands/insertTranslationBelow';
import { openTranslationBeside } from './commands/openTranslationBeside';
import { showAlignment } from './commands/showAlignment';
import { showLog } from './commands/showLog';
import { showSummary } from './commands/showSummary';
import { summarizeFile } from './commands/summarizeFile';
import { summarizeFunction } from './commands/summarizeFunction';
import { summarizeInTargetLanguage } from './commands/summarizeInTargetLanguage';
import { summarizeSelection } from './commands/summarizeSelection';
import { toggleHover } from './commands/toggleHover';
import { translateAndName } from './commands/translateAndName';
import { translateComments } from './commands/translateComments';
import { translateFile } from './commands/translateFile';
import { translateFolder } from './commands/translateFolder';
import { translateSelection } from './commands/translateSelection';
import * as config from './config';
import type { Context } from './context';
import { HoverTranslation } from './hover';
import { LastSummary } from './lastSummary';
import { LintQuickFixes } from './lint/quickFixes';
import { LintTriggers } from './lint/lintTriggers';
import { TranslationLint } from './lint/translationLint';
import { Log } from './log';
import { Packs } from './packs';
import { PairHover } from './pairHover';
import { Prose } from './prose';
import { report } from './report';
import { SalienceHighlights } from './salienceHighlights';
import { StatusBar } from './statusBar';
import { Summarizer } from './summarizer';
import { SummaryHover } from './summaryHover';
import { SummaryLens } from './summaryLens';
import { Translator } from './translator';
import { Work } from './work';
import { FolderState } from './writing/folderState';
import { TranslateActions } from './writing/translateActions';
import { TranslationPreviews } from './writing/translationPreviews';

/** What is the same in every extension host; the two entries add how to start a worker. */
type CreateHost = (shared: Pick<EngineHost, 'readFile' | 'log'>) => EngineHost;

/** Builds everything and registers it. Nothing heavy happens here: the engine starts with the first request. */
export function activateShared(extension: vscode.ExtensionContext, createHost: CreateHost): void {
  const { extensionUri, subscriptions } = extension;
  const log = new Log();
  const engine = new EngineClient(
    createHost({ readFile: readerFrom(extensionUri), log: (level, message) => log.write(level, message) }),
  );
  const status = new StatusBar();
  const highlights = new SalienceHighlights();
  const packs = new Packs(extensionUri, engine);
  const context: Context = {
    engine,
    translator: new Translator(engine),
    summarizer: new Summarizer(engine),
    packs,
    prose: new Prose(),
    status,
    work: new Work(status),
    panel: new AlignmentPanel(extensionUri, log),
    lastSummary: new LastSummary(highlights),
    lint: new TranslationLint({ engine, packs, log }),
    previews: new TranslationPreviews(),
    folders: new FolderState(extension.workspaceState),
    log,
  };
  const lens = new SummaryLens(context);
  const pairHover = new PairHover(context);
  const anywhere = { scheme: '*' };
  subscriptions.push(
    { dispose: () => engine.dispose() },
    status,
    context.panel,
    context.lastSummary,
    highlights,
    log,
    lens,
    context.lint,
    context.previews,
    new LintTriggers(context.lint),
    vscode.languages.registerHoverProvider(anywhere, new HoverTranslation(context)),
    vscode.languages.registerHoverProvider(anywhere, new SummaryHover(context)),
    vscode.languages.registerHoverProvider(anywhere, pairHover),
    vscode.lm.registerTool('alignlens_align', new AlignTool(context)),
    vscode.languages.registerCodeLensProvider(anywhere, lens),
    vscode.languages.registerCodeActionsProvider(anywhere, new LintQuickFixes(context.lint, log), LintQuickFixes.metadata),
    vscode.languages.registerCodeActionsProvider(anywhere, new TranslateActions(context), TranslateActions.metadata),
    config.onDidChange(() => {
      context.packs.forget();
      context.translator.clear();
      context.summarizer.clear();
      pairHover.clear();
    }),
  );
  registerCommands(context, subscriptions);
}

function registerCommands(context: Context, subscriptions: vscode.ExtensionContext['subscriptions']): void {
  for (const [name, run] of Object.entries(commands(context))) {
    const handler = async (argument?: unknown): Promise<void> => {
      try {
        await run(argument);
      } catch (error) {
        report(context.log, error);
      }
    };
    subscriptions.push(vscode.commands.registerCommand(name, handler));
  }
}

/** Command id → handler; package.json gives them their titles. */
function commands(context: Context): Record<string, (argument?: unknown) => Promise<void> | void> {
  return {
    'alignlens.translateSelection': translateSelection(context),
    'alignlens.insertTranslationBelow': insertTranslationBelow(context),
    'alignlens.copyTranslation': copyTranslation(context),
    'alignlens.openTranslationBeside': openTranslationBeside(context),
    'alignlens.translateComments': translateComments(context),
    'alignlens.translateFile': translateFile(context),
    'alignlens.translateFolder': translateFolder(context),
    'alignlens.translateAndName': translateAndName(context),
    'alignlens.acceptTranslation': acceptTranslation(context),
    'alignlens.discardTranslation': discardTranslation(context),
    'alignlens.showAlignment': showAlignment(context),
    'alignlens.alignWith': alignWith(context),
    'alignlens.summarizeSelection': summarizeSelection(context),
    'alignlens.summarizeFunction': summarizeFunction(context),
    'alignlens.summarizeFile': summarizeFile(context),
    'alignlens.summarizeInTargetLanguage': summarizeInTargetLanguage(context),
    'alignlens.insertDocComment': insertDocComment(context),
    'alignlens.showSummary': showSummary(context),
    'alignlens.clearSalience': clearSalience(context),
    'alignlens.checkTranslation': checkTranslation(context),
    'alignlens.clearTranslationFindings': clearTranslationFindings(context),
    'alignlens.ignoreLintRule': ignoreLintRule(),
    'alignlens.toggleHover': toggleHover(),
    'alignlens.cancel': cancel(context),
    'alignlens.showLog': showLog(context),
  };
}

/** Reads packs through the editor's file systems, so that they may lie on a remote or virtual one. */
function readerFrom(extensionUri: vscode.Uri): EngineHost['readFile'] {
  return async (location, file) => {
    const folder = location === runtimeLocation ? vscode.Uri.joinPath(extensionUri, 'dist') : vscode.Uri.parse(location, true);
    try {
      return await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file));
    } catch (error) {
      throw new AlignLensError(
        'pack-missing',
        location === runtimeLocation
          ? `This installation of AlignLens lacks dist/${file}. Reinstall it.`
          : `There is no readable ${file} in the pack folder ${folder.toString(true)}. Correct alignlens.packFolders, or reinstall AlignLens if it names none.`,
        error instanceof Error ? error.message : String(error),
      );
    }
  };
}
