import * as vscode from 'vscode';
import type { Summary } from '../engine/protocol/result';
import { toAlignLensError } from '../engine/protocol/rpc';
import { functionAt, type CodeFunction } from '../engine/text/functions';
import * as config from './config';
import { summarySettings, type Context } from './context';
import { HoverJob, Late } from './hoverJob';
import { commandLink } from './hoverMarkdown';
import { placeIn, rangeOf } from './request';
import { say } from './say';
import type { SummarizedPart } from './summaryContent';
import { summaryMarkdown, type SummaryLink } from './summaryMarkdown';
import { functionSubject } from './summarySubjects';

/** What a hover's links may run. */
const enabledCommands = ['alignlens.showSummary', 'alignlens.summarizeFunction', 'alignlens.insertDocComment', 'alignlens.clearSalience'];

/** Shows the last summary over the text that it stands for and, where the settings ask for it, a function's over its name. */
export class SummaryHover implements vscode.HoverProvider {
  private readonly job = new HoverJob<Summary>();

  constructor(private readonly context: Context) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const offset = document.offsetAt(position);
    const part = this.context.lastSummary.partAt(document, offset);
    if (part) return this.ofLastSummary(document, position, part);
    if (!config.functionHoverEnabled(document)) return undefined;
    const found = functionAt(document.getText(), offset, document.languageId);
    const onName = found && found.nameSpan.start <= offset && offset <= found.nameSpan.end;
    return onName ? this.ofFunction(document, found, token) : undefined;
  }

  private ofLastSummary(document: vscode.TextDocument, position: vscode.Position, part: SummarizedPart): vscode.Hover {
    const show = { icon: 'open-preview', label: vscode.l10n.t('Show'), target: commandLink('alignlens.showSummary') };
    const clear = { icon: 'clear-all', label: vscode.l10n.t('Clear highlights'), target: commandLink('alignlens.clearSalience') };
    const at = part.subject.functionAt;
    // The editor shades a hover's range: the whole part would cover the highlights.
    const word = document.getWordRangeAtPosition(position) ?? new vscode.Range(position, position);
    return hover(word, part, [show, ...(at === undefined ? [] : insertLinks(document, at)), clear]);
  }

  private async ofFunction(
    document: vscode.TextDocument,
    found: CodeFunction,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const { text } = functionSubject(document.getText(), found);
    const key = `${document.uri.toString()}\n${text}`;
    const outcome = await this.job.wait(key, (signal) => this.summarize(document, text, signal), token);
    if (outcome instanceof Late) return new vscode.Hover(new vscode.MarkdownString(lateNotice(), true), rangeOf(document, found.nameSpan));
    if (!outcome) return undefined;
    const at = found.nameSpan.start;
    const show = { icon: 'open-preview', label: vscode.l10n.t('Show'), target: commandLink('alignlens.summarizeFunction', placeIn(document, at)) };
    return hover(rangeOf(document, found.nameSpan), { summary: outcome }, [show, ...insertLinks(document, at)]);
  }

  /** Failures go to the log only: a hover nobody asked for must not raise notifications. */
  private async summarize(document: vscode.TextDocument, text: string, signal: AbortSignal): Promise<Summary | undefined> {
    try {
      const settings = await summarySettings(this.context, document, { kind: 'code', languageId: document.languageId });
      const work = this.context.summarizer.summarize(settings, [text], { signal });
      const [summary] = await this.context.status.during('Summarizing', work);
      return summary;
    } catch (error) {
      const failure = toAlignLensError(error);
      if (failure.code !== 'cancelled') this.context.log.failure(failure);
      return undefined;
    }
  }
}

function lateNotice(): string {
  return `$(loading~spin) ${vscode.l10n.t('AlignLens is summarizing; point here again in a moment.')}`;
}

/** Nothing for a function that has a doc comment already. */
function insertLinks(document: vscode.TextDocument, at: number): SummaryLink[] {
  const found = functionAt(document.getText(), at, document.languageId);
  if (!found || found.doc) return [];
  return [{ icon: 'comment', label: vscode.l10n.t('Insert as doc comment'), target: commandLink('alignlens.insertDocComment', placeIn(document, at)) }];
}

function hover(range: vscode.Range, part: Pick<SummarizedPart, 'summary' | 'translations'>, links: readonly SummaryLink[]): vscode.Hover {
  const markdown = new vscode.MarkdownString(summaryMarkdown(part, links, say), true);
  markdown.isTrusted = { enabledCommands };
  return new vscode.Hover(markdown, range);
}
