import * as vscode from 'vscode';
import * as config from './config';
import type { Context } from './context';
import { toMarkdownString, type HoverPart } from './hoverPart';
import { PairHover } from './pairHover';
import { ProblemHover } from './problemHover';
import { TextHover } from './textHover';

/**
 * The translation of what is under the pointer. All that AlignLens has to say about a place comes as one hover, so that
 * nothing is there twice: first the problems that other extensions report, then the text itself.
 */
export class TranslationHover implements vscode.HoverProvider {
  private readonly pairs: PairHover;
  private readonly texts: TextHover;
  private readonly problems: ProblemHover;

  constructor(context: Context) {
    this.pairs = new PairHover(context);
    this.texts = new TextHover(context);
    this.problems = new ProblemHover(context);
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.Hover | undefined> {
    if (!config.hoverEnabled(document) || document.uri.scheme === 'output') return undefined;
    const [problems, text] = await Promise.all([this.problems.at(document, position, token), this.textAt(document, position, token)]);
    if (token.isCancellationRequested) return undefined;
    const [problem] = problems;
    if (!problem) return text && new vscode.Hover(toMarkdownString(text.content), text.range);
    // There is little room: the words of the text itself come before those of the messages.
    const messages = text ? problems.map((part) => ({ ...part, content: { ...part.content, sentences: [] } })) : problems;
    const parts = [...messages, ...(text ? [text] : [])];
    // The hover goes, and comes without the problem, as the pointer leaves the problem.
    return new vscode.Hover(parts.map(({ content, heading }) => toMarkdownString({ ...content, heading })), problem.range);
  }

  dispose(): void {
    this.texts.dispose();
  }

  /** Packs may have changed. */
  clear(): void {
    this.pairs.clear();
  }

  /** An entry of a translation is no text of its own: it is shown with its source. */
  private async textAt(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<HoverPart | undefined> {
    const offset = document.offsetAt(position);
    const unit = await this.pairs.unitUnder(document, offset);
    if (token.isCancellationRequested) return undefined;
    if (!unit) return this.texts.at(document, offset, token);
    if (unit.source.trim() === '') return undefined;
    return unit.target.trim() === '' ? this.texts.ofUntranslated(document, unit, token) : this.pairs.at(document, offset, unit, token);
  }
}
