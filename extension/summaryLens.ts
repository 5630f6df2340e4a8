import * as vscode from 'vscode';
import type { SummaryLine } from '../engine/protocol/result';
import { findFunctions } from '../engine/text/functions';
import * as config from './config';
import { summarySettings, type Context } from './context';
import { placeIn, rangeOf } from './request';
import { quotedNote } from './quotedNote';
import { say } from './say';
import { functionSubject, type FunctionPart } from './summarySubjects';

class FunctionLens extends vscode.CodeLens {
  constructor(
    readonly document: vscode.TextDocument,
    readonly part: FunctionPart,
  ) {
    super(rangeOf(document, part.nameSpan));
  }
}

/**
 * A line above each function that offers its summary, and once that is known, says it. The editor redraws lenses with each
 * change of the document and resolves those in sight; neither summarizes anything unasked.
 */
export class SummaryLens implements vscode.CodeLensProvider<FunctionLens> {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(private readonly context: Context) {
    this.subscriptions = [
      context.lastSummary.onDidChange(() => this.changed.fire()),
      config.onDidChange(() => this.changed.fire()),
    ];
  }

  provideCodeLenses(document: vscode.TextDocument): FunctionLens[] {
    if (!config.codeLensEnabled(document)) return [];
    return findFunctions(document.getText(), document.languageId).map((part) => new FunctionLens(document, part));
  }

  async resolveCodeLens(lens: FunctionLens): Promise<FunctionLens> {
    const { document, part } = lens;
    const place = placeIn(document, part.nameSpan.start);
    lens.command = { title: `$(note) ${vscode.l10n.t('Summarize')}`, command: 'alignlens.summarizeFunction', arguments: [place] };
    const line = await this.knownLine(document, part);
    if (line) {
      lens.command.title = line.mode === 'extractive' ? `$(quote) ${line.text}` : line.text;
      lens.command.tooltip = line.mode === 'extractive' ? say(quotedNote(line.reason)) : vscode.l10n.t('Show the summary');
    }
    return lens;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
  }

  private async knownLine(document: vscode.TextDocument, part: FunctionPart): Promise<SummaryLine | undefined> {
    try {
      const settings = await summarySettings(this.context, document, { kind: 'code', languageId: document.languageId });
      const [summary] = this.context.summarizer.recall(settings, [functionSubject(document.getText(), part).text]) ?? [];
      return summary?.lines[0];
    } catch {
      // Without a pack nothing is known; who clicks is told why.
      return undefined;
    }
  }
}
