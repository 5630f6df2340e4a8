import * as vscode from 'vscode';
import type { AlignLensApi } from './api';
import { apiExports } from './apiExports';
import { commandTable } from './commandTable';
import * as config from './config';
import type { Context } from './context';
import { createContext, type HostEntry } from './createContext';
import { GlossaryDiagnostics } from './glossary/glossaryDiagnostics';
import { TranslationHover } from './hover';
import { LintTriggers } from './lint/lintTriggers';
import { LintQuickFixes } from './lint/quickFixes';
import { MarkdownPreview } from './markdownPreview/markdownPreview';
import { ProblemActions } from './problemActions';
import { Reading } from './reading/reading';
import { report } from './report';
import { SummaryHover } from './summaryHover';
import { SummaryLens } from './summaryLens';
import { AlignTool } from './tools/alignTool';
import { SummarizeTool } from './tools/summarizeTool';
import { TranslateTool } from './tools/translateTool';
import { TranslateActions } from './writing/translateActions';

/** What other extensions get, and what the editor's Markdown extension asks for. */
export type Exports = AlignLensApi & Pick<MarkdownPreview, 'extendMarkdownIt'>;

/** Everything goes with the extension. Nothing heavy happens here: the engine starts with the first request. */
export function activateShared(extension: vscode.ExtensionContext, entry: HostEntry): Exports {
  const context = createContext(extension, entry);
  const preview = new MarkdownPreview(context);
  extension.subscriptions.push(
    ...Object.values(context).filter(isDisposable),
    new LintTriggers(context.lint, context.glossaries),
    new GlossaryDiagnostics(context.glossaries),
    new Reading(context),
    preview,
    ...registerHovers(context),
    ...registerLenses(context),
    ...registerActions(context),
    ...registerTools(context),
    ...registerCommands(context),
    config.onDidChange(() => {
      context.packs.forget();
      context.translator.clear();
      context.summarizer.clear();
    }),
  );
  return { ...apiExports(context), extendMarkdownIt: (md) => preview.extendMarkdownIt(md) };
}

const anywhere = { scheme: '*' };

function registerHovers(context: Context): Pick<vscode.Disposable, 'dispose'>[] {
  const hover = new TranslationHover(context);
  return [
    hover,
    vscode.languages.registerHoverProvider(anywhere, hover),
    vscode.languages.registerHoverProvider(anywhere, new SummaryHover(context)),
    config.onDidChange(() => hover.clear()),
  ];
}

function registerLenses(context: Context): Pick<vscode.Disposable, 'dispose'>[] {
  const lens = new SummaryLens(context);
  return [lens, vscode.languages.registerCodeLensProvider(anywhere, lens)];
}

function registerActions(context: Context): vscode.Disposable[] {
  return [
    vscode.languages.registerCodeActionsProvider(anywhere, new LintQuickFixes(context.lint, context.log), LintQuickFixes.metadata),
    vscode.languages.registerCodeActionsProvider(anywhere, new ProblemActions(), ProblemActions.metadata),
    vscode.languages.registerCodeActionsProvider(anywhere, new TranslateActions(context), TranslateActions.metadata),
  ];
}

/** Local tools for chat agents. */
function registerTools(context: Context): vscode.Disposable[] {
  return [
    vscode.lm.registerTool('alignlens_translate', new TranslateTool(context)),
    vscode.lm.registerTool('alignlens_summarize', new SummarizeTool(context)),
    vscode.lm.registerTool('alignlens_align', new AlignTool(context)),
  ];
}

function registerCommands(context: Context): vscode.Disposable[] {
  return Object.entries(commandTable(context)).map(([name, run]) =>
    vscode.commands.registerCommand(name, async (argument?: unknown): Promise<void> => {
      try {
        await run(argument);
      } catch (error) {
        report(context.log, error);
      }
    }),
  );
}

function isDisposable(value: unknown): value is Pick<vscode.Disposable, 'dispose'> {
  return typeof (value as { readonly dispose?: unknown } | undefined)?.dispose === 'function';
}
