import * as vscode from 'vscode';
import { FormatError, type Unit } from '../engine/bilingual';
import type { AlignedPair } from '../engine/protocol/result';
import { toAlignLensError } from '../engine/protocol/rpc';
import { filesOfTarget, openFiles, unitAt, unitsOf } from './bilingualDocuments';
import { alignPairs, type Context } from './context';
import { HoverJob, Late } from './hoverJob';
import type { HoverContent } from './hoverMarkdown';
import { pendingContent, type HoverPart } from './hoverPart';
import { LruCache } from './lruCache';
import { sourcePassage, targetPassage } from './passages';
import { placeIn, rangeOf } from './request';

/** Texts longer than this are for the command: nobody reads them in a hover. */
const longestText = 2000;
const rememberedPairs = 128;

/** Over a translation that stands in a catalogue or in a file beside its source: the other text, and how the words belong together. */
export class PairHover {
  private readonly job = new HoverJob<AlignedPair>();
  private readonly known = new LruCache<string, AlignedPair>(rememberedPairs);

  constructor(private readonly context: Context) {}

  async at(document: vscode.TextDocument, offset: number, unit: Unit, token: vscode.CancellationToken): Promise<HoverPart | undefined> {
    if (unit.source.length > longestText || unit.target.length > longestText) return undefined;
    const key = JSON.stringify([unit.source, unit.target]);
    const outcome = await this.job.wait(key, (signal) => this.align(document, unit, key, signal), token);
    if (!outcome) return undefined;
    const onSource = offset < unit.targetSpan.start;
    const range = rangeOf(document, (onSource ? sourcePassage(unit) : targetPassage(unit)).range);
    const heading = { icon: 'book', text: onSource ? vscode.l10n.t('Translation') : vscode.l10n.t('Source') };
    if (outcome instanceof Late) return { content: pendingContent('', vscode.l10n.t('Aligning; point here again in a moment.')), range, heading };
    return { content: contentOf(document, offset, outcome, onSource ? 'target' : 'source'), range, heading };
  }

  /** Packs may have changed. */
  clear(): void {
    this.known.clear();
  }

  /** The entry at an offset of a document that holds translations; its texts may be empty. */
  async unitUnder(document: vscode.TextDocument, offset: number): Promise<Unit | undefined> {
    const files = await filesOfTarget(document);
    if (!files) return undefined;
    try {
      const documents = await openFiles(files);
      const unit = unitAt(unitsOf(documents), documents, document, offset);
      // Of a pair of files, only what stands in this one is under the pointer.
      return unit && (documents.source === document || offset >= unit.targetSpan.start) ? unit : undefined;
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
      const [pair] = await this.context.work.unasked('Aligning', signal, async (options) => {
        return (await alignPairs(this.context, document, [{ source, target }], options)).aligned;
      });
      if (pair) this.known.set(key, pair);
      return pair;
    } catch (error) {
      const failure = toAlignLensError(error);
      if (failure.code !== 'cancelled') this.context.log.failure(failure);
      return undefined;
    }
  }
}

function contentOf(document: vscode.TextDocument, offset: number, pair: AlignedPair, shown: 'source' | 'target'): HoverContent {
  const link = {
    icon: 'arrow-swap',
    label: vscode.l10n.t('Show alignment'),
    title: vscode.l10n.t('Show how the words of the translation and its source belong together'),
    command: 'alignlens.alignWith',
    argument: placeIn(document, offset),
  };
  return { text: pair[shown], notes: [], sentences: pair.sentences, links: [link] };
}
