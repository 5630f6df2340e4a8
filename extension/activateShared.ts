import * as vscode from 'vscode';
import type { EngineHost } from '../engine/client';
import { AlignmentPanel } from './alignmentPanel';
import type { AlignLensApi } from './api';
import { apiExports } from './apiExports';
import { addPackFolder } from './commands/addPackFolder';
import { alignWith } from './commands/alignWith';
import { cancel } from './commands/cancel';
import { checkTranslation } from './commands/checkTranslation';
import { clearSalience } from './commands/clearSalience';
import { clearTranslationFindings } from './commands/clearTranslationFindings';
import { copyPackDetails } from './commands/copyPackDetails';
import { hidePacks } from './commands/hidePacks';
import { ignoreLintRule } from './commands/ignoreLintRule';
import { insertDocComment } from './commands/insertDocComment';
import { managePacks } from './commands/managePacks';
import { openModelCard } from './commands/openModelCard';
import { removePackFolder } from './commands/removePackFolder';
import { reportVersions } from './commands/reportVersions';
import { showAlignment } from './commands/showAlignment';
import { showLog } from './commands/showLog';
import { showSummary } from './commands/showSummary';
import { summarizeFile } from './commands/summarizeFile';
import { summarizeFunction } from './commands/summarizeFunction';
import { summarizeInTargetLanguage } from './commands/summarizeInTargetLanguage';
import { summarizeSelection } from './commands/summarizeSelection';
import { toggleHover } from './commands/toggleHover';
import { translateSelection } from './commands/translateSelection';
import { verifyPack } from './commands/verifyPack';
import * as config from './config';
import type { Context } from './context';
import { HoverTranslation } from './hover';
import type { Installation } from './installation';
import { LastSummary } from './lastSummary';
import { LintQuickFixes } from './lint/quickFixes';
import { LintTriggers } from './lint/lintTriggers';
import { TranslationLint } from './lint/translationLint';
import { Log } from './log';
import { LoggedEngine } from './loggedEngine';
import { packReader } from './packReader';
import { Packs } from './packs';
import { ModelCards } from './packsView/modelCards';
import { PackTree } from './packsView/packTree';
import { PairHover } from './pairHover';
import { Prose } from './prose';
import { report } from './report';
import { SalienceHighlights } from './salienceHighlights';
import { StatusBar } from './statusBar';
import { Summarizer } from './summarizer';
import { SummaryHover } from './summaryHover';
import { SummaryLens } from './summaryLens';
import { AlignTool } from './tools/alignTool';
import { SummarizeTool } from './tools/summarizeTool';
import { TranslateTool } from './tools/translateTool';
import { Translator } from './translator';
import { Work } from './work';

/** What differs between the extension hosts: the two entries say it. */
interface HostEntry {
  /** The machine and the kind of host, in words. */
  readonly platform: string;
  readonly createHost: (shared: Pick<EngineHost, 'readFile' | 'log'>) => EngineHost;
}

/** Builds everything and registers it; returns what other extensions may use. Nothing heavy happens here: the engine starts with the first request. */
export function activateShared(extension: vscode.ExtensionContext, { platform, createHost }: HostEntry): AlignLensApi {
  const { extensionUri, subscriptions } = extension;
  const log = new Log();
  const readFile = packReader(extensionUri);
  const engine = new LoggedEngine(createHost({ readFile, log: (level, message) => log.write(level, message) }), log);
  const status = new StatusBar();
  const highlights = new SalienceHighlights();
  const packs = new Packs(extensionUri, engine);
  const context: Context = {
    engine,
    translator: new Translator(engine),
    summarizer: new Summarizer(engine),
    packs,
    packTree: new PackTree(packs, readFile),
    modelCards: new ModelCards(readFile),
    prose: new Prose(extensionUri, log),
    status,
    work: new Work(status),
    panel: new AlignmentPanel(extensionUri, log),
    lastSummary: new LastSummary(highlights),
    lint: new TranslationLint({ engine, packs, log }),
    log,
    installation: { manifest: extension.extension.packageJSON as Installation['manifest'], platform },
  };
  const lens = new SummaryLens(context);
  const pairHover = new PairHover(context);
  const anywhere = { scheme: '*' };
  subscriptions.push(
    { dispose: () => engine.dispose() },
    status,
    context.panel,
    context.prose,
    context.lastSummary,
    highlights,
    context.packTree,
    context.modelCards,
    log,
    lens,
    context.lint,
    new LintTriggers(context.lint),
    vscode.languages.registerHoverProvider(anywhere, new HoverTranslation(context)),
    vscode.languages.registerHoverProvider(anywhere, new SummaryHover(context)),
    vscode.languages.registerHoverProvider(anywhere, pairHover),
    ...registerTools(context),
    vscode.languages.registerCodeLensProvider(anywhere, lens),
    vscode.languages.registerCodeActionsProvider(anywhere, new LintQuickFixes(context.lint, log), LintQuickFixes.metadata),
    config.onDidChange(() => {
      context.packs.forget();
      context.translator.clear();
      context.summarizer.clear();
      pairHover.clear();
    }),
  );
  registerCommands(context, subscriptions);
  return apiExports(context);
}

/** Local tools for chat agents. */
function registerTools(context: Context): vscode.Disposable[] {
  return [
    vscode.lm.registerTool('alignlens_translate', new TranslateTool(context)),
    vscode.lm.registerTool('alignlens_summarize', new SummarizeTool(context)),
    vscode.lm.registerTool('alignlens_align', new AlignTool(context)),
  ];
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
    'alignlens.managePacks': managePacks(context),
    'alignlens.hidePacks': hidePacks(context),
    'alignlens.addPackFolder': addPackFolder(context),
    'alignlens.removePackFolder': removePackFolder(context),
    'alignlens.verifyPack': verifyPack(context),
    'alignlens.openModelCard': openModelCard(context),
    'alignlens.copyPackDetails': copyPackDetails(),
    'alignlens.reportVersions': reportVersions(context),
  };
}
