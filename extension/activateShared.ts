import * as vscode from 'vscode';
import { EngineClient, type EngineHost } from '../engine/client';
import { AlignLensError } from '../engine/protocol/errors';
import { runtimeLocation } from '../engine/protocol/workerProtocol';
import { AlignmentPanel } from './alignmentPanel';
import type { AlignLensApi } from './api';
import { apiExports } from './apiExports';
import { addGlossaryTerm } from './commands/addGlossaryTerm';
import { acceptTranslation } from './commands/acceptTranslation';
import { alignWith } from './commands/alignWith';
import { cancel } from './commands/cancel';
import { checkTranslation } from './commands/checkTranslation';
import { clearSalience } from './commands/clearSalience';
import { clearTranslationFindings } from './commands/clearTranslationFindings';
import { editTranslation } from './commands/editTranslation';
import { exportTranslationMemory } from './commands/exportTranslationMemory';
import { copyTranslation } from './commands/copyTranslation';
import { discardTranslation } from './commands/discardTranslation';
import { ignoreLintRule } from './commands/ignoreLintRule';
import { importTranslationMemory } from './commands/importTranslationMemory';
import { insertDocComment } from './commands/insertDocComment';
import { keepWord } from './commands/keepWord';
import { openGlossary } from './commands/openGlossary';
import { insertTranslationBelow } from './commands/insertTranslationBelow';
import { openTranslationBeside } from './commands/openTranslationBeside';
import { showAlignment } from './commands/showAlignment';
import { showLog } from './commands/showLog';
import { showOnlyTranslations } from './commands/showOnlyTranslations';
import { showSummary } from './commands/showSummary';
import { showTranslationsBelow } from './commands/showTranslationsBelow';
import { summarizeFile } from './commands/summarizeFile';
import { summarizeFunction } from './commands/summarizeFunction';
import { summarizeInTargetLanguage } from './commands/summarizeInTargetLanguage';
import { summarizeSelection } from './commands/summarizeSelection';
import { toggleHover } from './commands/toggleHover';
import { toggleHoverForLanguage } from './commands/toggleHoverForLanguage';
import { toggleHoverInFolder } from './commands/toggleHoverInFolder';
import { translateProblem } from './commands/translateProblem';
import { toggleTranslatedPreview } from './commands/toggleTranslatedPreview';
import { translateAndName } from './commands/translateAndName';
import { translateComments } from './commands/translateComments';
import { translateFile } from './commands/translateFile';
import { translateFolder } from './commands/translateFolder';
import { translateSelection } from './commands/translateSelection';
import { translateTerminalSelection } from './commands/translateTerminalSelection';
import * as config from './config';
import type { Context } from './context';
import { CorrectionDocuments } from './corrections/correctionDocuments';
import { Corrections } from './corrections/corrections';
import { Glossaries } from './glossary/glossaries';
import { GlossaryDiagnostics } from './glossary/glossaryDiagnostics';
import { TranslationHover } from './hover';
import { LastSummary } from './lastSummary';
import { LintQuickFixes } from './lint/quickFixes';
import { LintTriggers } from './lint/lintTriggers';
import { TranslationLint } from './lint/translationLint';
import { Log } from './log';
import { MarkdownPreview } from './markdownPreview/markdownPreview';
import { Packs } from './packs';
import { ProblemActions } from './problemActions';
import { Prose } from './prose';
import { Reading } from './reading/reading';
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
import { VirtualTexts } from './virtualTexts';
import { WindowChoice } from './windowChoice';
import { Work } from './work';
import { FolderState } from './writing/folderState';
import { TranslateActions } from './writing/translateActions';
import { TranslationPreviews } from './writing/translationPreviews';

/** What other extensions get, and what the editor's Markdown extension asks for. */
export type Exports = AlignLensApi & Pick<MarkdownPreview, 'extendMarkdownIt'>;

/** What is the same in every extension host; the two entries add how to start a worker. */
type CreateHost = (shared: Pick<EngineHost, 'readFile' | 'log'>) => EngineHost;

/** Builds everything and registers it; returns what other extensions may use. Nothing heavy happens here: the engine starts with the first request. */
export function activateShared(extension: vscode.ExtensionContext, createHost: CreateHost): Exports {
  const { extensionUri, subscriptions, workspaceState } = extension;
  const log = new Log();
  const engine = new EngineClient(
    createHost({ readFile: readerFrom(extensionUri), log: (level, message) => log.write(level, message) }),
  );
  const reading = new WindowChoice(workspaceState, 'reading', config.readingMode);
  const status = new StatusBar(reading);
  const highlights = new SalienceHighlights();
  const packs = new Packs(extensionUri, engine);
  const glossaries = new Glossaries();
  const corrections = new Corrections(extension.globalStorageUri, log);
  const context: Context = {
    engine,
    translator: new Translator(engine, corrections),
    corrections,
    correctionDocuments: new CorrectionDocuments(),
    glossaries,
    summarizer: new Summarizer(engine),
    packs,
    prose: new Prose(extensionUri, log),
    status,
    work: new Work(status),
    panel: new AlignmentPanel(extensionUri, log),
    lastSummary: new LastSummary(highlights),
    lint: new TranslationLint({ engine, packs, glossaries, log }),
    virtualTexts: new VirtualTexts(),
    reading,
    preview: new WindowChoice(workspaceState, 'markdownPreview', config.markdownPreviewMode),
    previews: new TranslationPreviews(),
    folders: new FolderState(workspaceState),
    log,
  };
  const lens = new SummaryLens(context);
  const hover = new TranslationHover(context);
  const preview = new MarkdownPreview(context);
  const anywhere = { scheme: '*' };
  subscriptions.push(
    { dispose: () => engine.dispose() },
    status,
    corrections,
    context.correctionDocuments,
    context.panel,
    context.prose,
    context.lastSummary,
    highlights,
    log,
    lens,
    context.lint,
    context.previews,
    context.virtualTexts,
    new LintTriggers(context.lint, glossaries),
    glossaries,
    new GlossaryDiagnostics(glossaries),
    reading,
    context.preview,
    new Reading(context),
    preview,
    vscode.languages.registerHoverProvider(anywhere, hover),
    vscode.languages.registerHoverProvider(anywhere, new SummaryHover(context)),
    ...registerTools(context),
    vscode.languages.registerCodeLensProvider(anywhere, lens),
    vscode.languages.registerCodeActionsProvider(anywhere, new LintQuickFixes(context.lint, log), LintQuickFixes.metadata),
    vscode.languages.registerCodeActionsProvider(anywhere, new ProblemActions(), ProblemActions.metadata),
    vscode.languages.registerCodeActionsProvider(anywhere, new TranslateActions(context), TranslateActions.metadata),
    config.onDidChange(() => {
      context.packs.forget();
      context.translator.clear();
      context.summarizer.clear();
      hover.clear();
    }),
  );
  registerCommands(context, extension);
  return { ...apiExports(context), extendMarkdownIt: (md) => preview.extendMarkdownIt(md) };
}

/** Local tools for chat agents. */
function registerTools(context: Context): vscode.Disposable[] {
  return [
    vscode.lm.registerTool('alignlens_translate', new TranslateTool(context)),
    vscode.lm.registerTool('alignlens_summarize', new SummarizeTool(context)),
    vscode.lm.registerTool('alignlens_align', new AlignTool(context)),
  ];
}

function registerCommands(context: Context, { subscriptions, extension }: vscode.ExtensionContext): void {
  const { version } = extension.packageJSON as { readonly version: string };
  for (const [name, run] of Object.entries(commands(context, version))) {
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
function commands(context: Context, version: string): Record<string, (argument?: unknown) => Promise<void> | void> {
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
    'alignlens.editTranslation': editTranslation(context),
    'alignlens.keepWord': keepWord(context),
    'alignlens.addGlossaryTerm': addGlossaryTerm(context),
    'alignlens.openGlossary': openGlossary(),
    'alignlens.importTranslationMemory': importTranslationMemory(context),
    'alignlens.exportTranslationMemory': exportTranslationMemory(context, version),
    'alignlens.toggleHover': toggleHover(),
    'alignlens.toggleHoverForLanguage': toggleHoverForLanguage(),
    'alignlens.toggleHoverInFolder': toggleHoverInFolder(),
    'alignlens.translateProblem': translateProblem(context),
    'alignlens.translateTerminalSelection': translateTerminalSelection(context),
    'alignlens.showOnlyTranslations': showOnlyTranslations(context),
    'alignlens.showTranslationsBelow': showTranslationsBelow(context),
    'alignlens.toggleTranslatedPreview': toggleTranslatedPreview(context),
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
