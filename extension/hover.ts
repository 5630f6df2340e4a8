import * as vscode from 'vscode';
import type { Translation } from '../engine/protocol/result';
import { toAlignLensError } from '../engine/protocol/rpc';
import * as config from './config';
import { translationSettings, type Context } from './context';
import { hoverMarkdown } from './hoverMarkdown';
import { isWrittenIn } from './languageCheck';
import { passageAt, type Passage } from './passages';
import { shortName, type Place } from './request';

/** How long a hover waits; longer work goes on and is there for the next hover. */
const patience = 800;

/** Paragraphs longer than this are for the commands: nobody reads them in a hover. */
const longestPassage = 2000;

interface Job {
  readonly key: string;
  readonly result: Promise<Translation | undefined>;
  readonly controller: AbortController;
}

/** Shows the translation of the comment or paragraph under the pointer. */
export class HoverTranslation implements vscode.HoverProvider {
  /** The one translation under way; another passage's hover ends it. */
  private job: Job | undefined;

  constructor(private readonly context: Context) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    if (!config.hoverEnabled(document) || document.uri.scheme === 'output') return undefined;
    const passage = passageAt(document.getText(), document.offsetAt(position), document.languageId);
    if (!passage || passage.text.length > longestPassage) return undefined;
    if (!isWrittenIn(config.sourceLanguage(document), passage.text)) return undefined;
    const job = this.startOrJoin(document, passage);
    const cancellation = token.onCancellationRequested(() => job.controller.abort());
    try {
      const outcome = await Promise.race([job.result, delay(patience)]);
      if (token.isCancellationRequested) return undefined;
      const range = new vscode.Range(document.positionAt(passage.range.start), document.positionAt(passage.range.end));
      if (outcome === 'late') return new vscode.Hover(new vscode.MarkdownString(lateNotice, true), range);
      return outcome && new vscode.Hover(this.markdown(document, passage, outcome), range);
    } finally {
      cancellation.dispose();
    }
  }

  private startOrJoin(document: vscode.TextDocument, passage: Passage): Job {
    const key = `${document.uri.toString()}\n${passage.text}`;
    if (this.job?.key === key && !this.job.controller.signal.aborted) return this.job;
    this.job?.controller.abort();
    const controller = new AbortController();
    const job: Job = { key, controller, result: this.translate(document, passage, controller.signal) };
    this.job = job;
    void job.result.finally(() => {
      if (this.job === job) this.job = undefined;
    });
    return job;
  }

  /** Failures go to the log only: a hover nobody asked for must not raise notifications. */
  private async translate(document: vscode.TextDocument, passage: Passage, signal: AbortSignal): Promise<Translation | undefined> {
    try {
      const settings = await translationSettings(this.context, document);
      const known = this.context.translator.recall(settings, [passage.text]);
      const work = this.context.translator.translate(settings, [passage.text], { signal });
      const [translation] = known ?? (await this.context.status.during(work));
      return translation;
    } catch (error) {
      const failure = toAlignLensError(error);
      if (failure.code !== 'cancelled') this.context.log.failure(failure);
      return undefined;
    }
  }

  private markdown(document: vscode.TextDocument, passage: Passage, translation: Translation): vscode.MarkdownString {
    const place: Place = { uri: document.uri.toString(), offset: passage.range.start };
    const theme = vscode.window.activeColorTheme.kind;
    const light = theme === vscode.ColorThemeKind.Light || theme === vscode.ColorThemeKind.HighContrastLight;
    const content = hoverMarkdown(translation, {
      light,
      link: `command:alignlens.showAlignment?${encodeURIComponent(JSON.stringify([place]))}`,
      linkTitle: `Show how the words of ${shortName(document)} and their translation belong together`,
    });
    const markdown = new vscode.MarkdownString(content, true);
    markdown.isTrusted = { enabledCommands: ['alignlens.showAlignment'] };
    return markdown;
  }
}

const lateNotice = '$(loading~spin) AlignLens is translating; point here again in a moment.';

function delay(milliseconds: number): Promise<'late'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('late'), milliseconds);
  });
}
