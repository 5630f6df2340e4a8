import * as vscode from 'vscode';
import { FormatError, type Unit } from '../engine/bilingual';
import type { AlignedPair } from '../engine/protocol/result';
import { toAlignLensError } from '../engine/protocol/rpc';
import { bilingualDocuments, unitAt, unitsOf } from './bilingualDocuments';
import * as config from './config';
import { alignPairs, type Context } from './context';
import { isLightTheme, lateNotice } from './hover';
import { HoverJob } from './hoverJob';
import { commandLink, hoverMarkdown } from './hoverMarkdown';
import { LruCache } from './lruCache';
import { targetPassage } from './passages';
import { placeIn, rangeOf } from './request';

/** Texts longer than this are for the command: nobody reads them in a hover. */
const longestText = 2000;
const rememberedPairs = 128;

/** Over a translation that stands in a catalogue or in a file beside its source: the source, and how the words belong together. */
export class PairHover implements vscode.HoverProvider {
  private readonly job = new HoverJob<AlignedPair>();
  private readonly known = new LruCache<string, AlignedPair>(rememberedPairs);

  constructor(private readonly context: Context) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.Hover | undefined> {
    if (!config.hoverEnabled(document)) return undefined;
    const offset = document.offsetAt(position);
    const unit = await this.unitUnder(document, offset);
    if (!unit || token.isCancellationRequested) return undefined;
    const key = JSON.stringify([unit.source, unit.target]);
    const outcome = await this.job.wait(key, (signal) => this.align(document, unit, key, signal), token);
    const range = rangeOf(document, targetPassage(unit).range);
    if (outcome === 'late') return new vscode.Hover(new vscode.MarkdownString(lateNotice, true), range);
    return outcome && new vscode.Hover(this.markdown(document, offset, outcome), range);
  }

  /** Packs may have changed. */
  clear(): void {
    this.known.clear();
  }

  private async unitUnder(document: vscode.TextDocument, offset: number): Promise<Unit | undefined> {
    const documents = await bilingualDocuments(document);
    if (documents?.target !== document) return undefined;
    try {
      const unit = unitAt(unitsOf(documents), documents, document, offset);
      if (!unit || offset < unit.targetSpan.start || unit.source.trim() === '' || unit.target.trim() === '') return undefined;
      return unit.source.length > longestText || unit.target.length > longestText ? undefined : unit;
    } catch (error) {
      // A file that is being written may not follow its format yet.
      if (error instanceof FormatError) return undefined;
      throw error;
    }
  }

  /** Failures go to the log only: a hover nobody asked for must not raise notifications. */
  private async align(document: vscode.TextDocument, { source, target }: Unit, key: string, signal: AbortSignal): Promise<AlignedPair | undefined> {
    const known = this.known.get(key);
    if (known) return known;
    try {
      const work = alignPairs(this.context, document, [{ source, target }], { signal });
      const [pair] = (await this.context.status.during('Aligning', work)).aligned;
      if (pair) this.known.set(key, pair);
      return pair;
    } catch (error) {
      const failure = toAlignLensError(error);
      if (failure.code !== 'cancelled') this.context.log.failure(failure);
      return undefined;
    }
  }

  private markdown(document: vscode.TextDocument, offset: number, pair: AlignedPair): vscode.MarkdownString {
    const options = {
      light: isLightTheme(),
      link: commandLink('alignlens.alignWith', placeIn(document, offset)),
      linkTitle: 'Show how the words of the translation and its source belong together',
    };
    const markdown = new vscode.MarkdownString(hoverMarkdown(pair, options, 'source'), true);
    markdown.isTrusted = { enabledCommands: ['alignlens.alignWith'] };
    return markdown;
  }
}
