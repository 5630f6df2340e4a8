import * as vscode from 'vscode';
import type { Translation } from '../engine/protocol/result';
import { toAlignLensError } from '../engine/protocol/rpc';
import * as config from './config';
import { translationSettings, type Context } from './context';
import { HoverJob } from './hoverJob';
import { commandLink, hoverMarkdown } from './hoverMarkdown';
import { needsTranslation } from './needsTranslation';
import type { Passage } from './passages';
import { placeIn, rangeOf, shortName } from './request';

/** Paragraphs longer than this are for the commands: nobody reads them in a hover. */
const longestPassage = 2000;

/** Shows the translation of the comment or paragraph under the pointer. */
export class HoverTranslation implements vscode.HoverProvider {
  private readonly job = new HoverJob<Translation>();

  constructor(private readonly context: Context) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    if (!config.hoverEnabled(document) || document.uri.scheme === 'output') return undefined;
    const passage = await this.context.prose.at(document, document.offsetAt(position));
    if (!passage || passage.text.length > longestPassage) return undefined;
    if (!needsTranslation(passage, document)) return undefined;
    const key = `${document.uri.toString()}\n${passage.text}`;
    const outcome = await this.job.wait(key, (signal) => this.translate(document, passage, signal), token);
    const range = rangeOf(document, passage.range);
    if (outcome === 'late') return new vscode.Hover(new vscode.MarkdownString(lateNotice, true), range);
    return outcome && new vscode.Hover(this.markdown(document, passage, outcome), range);
  }

  /** Failures go to the log only: a hover nobody asked for must not raise notifications. */
  private async translate(document: vscode.TextDocument, passage: Passage, signal: AbortSignal): Promise<Translation | undefined> {
    try {
      const settings = await translationSettings(this.context, document, [passage.text], { asked: false });
      const known = this.context.translator.recall(settings, [passage.text]);
      const work = this.context.translator.translate(settings, [passage.text], { signal });
      const [translation] = known ?? (await this.context.status.during('Translating', work));
      return translation;
    } catch (error) {
      const failure = toAlignLensError(error);
      if (failure.code !== 'cancelled') this.context.log.failure(failure);
      return undefined;
    }
  }

  private markdown(document: vscode.TextDocument, passage: Passage, translation: Translation): vscode.MarkdownString {
    const content = hoverMarkdown(translation, {
      light: isLightTheme(),
      link: commandLink('alignlens.showAlignment', placeIn(document, passage.range.start)),
      linkTitle: `Show how the words of ${shortName(document)} and their translation belong together`,
    });
    const markdown = new vscode.MarkdownString(content, true);
    markdown.isTrusted = { enabledCommands: ['alignlens.showAlignment'] };
    return markdown;
  }
}

export function isLightTheme(): boolean {
  const theme = vscode.window.activeColorTheme.kind;
  return theme === vscode.ColorThemeKind.Light || theme === vscode.ColorThemeKind.HighContrastLight;
}

export const lateNotice = '$(loading~spin) AlignLens is translating; point here again in a moment.';
