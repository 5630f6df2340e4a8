import * as vscode from 'vscode';
import type { Unit } from '../engine/bilingual';
import type { FuzzyMatch } from '../engine/memory';
import { toAlignLensError } from '../engine/protocol/rpc';
import * as config from './config';
import { translationSettings, type Context } from './context';
import { HoverJob, Late, type OnPartial } from './hoverJob';
import type { HoverNote } from './hoverMarkdown';
import { pendingContent, type HoverPart } from './hoverPart';
import { passageLinks } from './hoverLinks';
import { HoverPrefetch } from './hoverPrefetch';
import { needsTranslation } from './needsTranslation';
import { sourcePassage, type Passage } from './passages';
import { rangeOf } from './request';
import type { UserTranslation } from './translator';
import { WarmUp } from './warmUp';

/** Paragraphs longer than this are for the commands: nobody reads them in a hover. */
const longestPassage = 2000;

interface Answer {
  readonly translation: UserTranslation;
  /** What the user said of a similar text. */
  readonly similar: FuzzyMatch | undefined;
}

/** The translation of the comment, string or paragraph under the pointer. */
export class TextHover {
  private readonly job = new HoverJob<Answer>();
  private readonly prefetch: HoverPrefetch;
  private readonly warmUp: WarmUp;

  constructor(private readonly context: Context) {
    this.prefetch = new HoverPrefetch(context);
    this.warmUp = new WarmUp(context);
  }

  dispose(): void {
    this.prefetch.dispose();
    this.warmUp.dispose();
  }

  async at(document: vscode.TextDocument, offset: number, token: vscode.CancellationToken): Promise<HoverPart | undefined> {
    const passage = await this.context.prose.at(document, offset, { strings: config.stringHoverEnabled(document) });
    if (!passage || token.isCancellationRequested || isKeyword(passage, document)) return undefined;
    return this.of(document, passage, offset, token);
  }

  /** A text of a catalogue that has no translation yet. */
  ofUntranslated(document: vscode.TextDocument, unit: Unit, token: vscode.CancellationToken): Promise<HoverPart | undefined> {
    return this.of(document, sourcePassage(unit), undefined, token);
  }

  /** @param offset where the pointer is; undefined where the text is not to be written over */
  private async of(document: vscode.TextDocument, passage: Passage, offset: number | undefined, token: vscode.CancellationToken): Promise<HoverPart | undefined> {
    if (passage.text.length > longestPassage || !needsTranslation(passage, document)) return undefined;
    this.warmUp.used();
    const key = `${document.uri.toString()}\n${passage.text}`;
    const outcome = await this.job.wait(key, (signal, onPartial) => this.translate(document, passage, signal, onPartial), token);
    if (!outcome) return undefined;
    const range = rangeOf(document, passage.range);
    const heading = headingOf(passage);
    if (outcome instanceof Late) return { content: pendingContent(outcome.partial, vscode.l10n.t('Translating; point here again in a moment.')), range, heading };
    // A text of a catalogue stands among others that are no prose.
    if (offset !== undefined) void this.prefetch.around(document, passage, longestPassage);
    const { target, sentences } = outcome.translation;
    return { content: { text: target, notes: notesOf(outcome), sentences, links: passageLinks(document, passage, offset) }, range, heading };
  }

  /** Failures go to the log only: a hover nobody asked for must not raise notifications. */
  private async translate(document: vscode.TextDocument, passage: Passage, signal: AbortSignal, onPartial: OnPartial): Promise<Answer | undefined> {
    try {
      const settings = await translationSettings(this.context, document, [passage.text], { asked: false });
      const known = this.context.translator.recall(settings, [passage.text]);
      const [translation] =
        known ??
        (await this.context.work.unasked('Translating', signal, (options) =>
          this.context.translator.translate(settings, [passage.text], { ...options, onPartial }),
        ));
      if (!translation) return undefined;
      const similar = translation.memory ? undefined : await this.context.corrections.similar(passage.text, settings);
      return { translation, similar };
    } catch (error) {
      const failure = toAlignLensError(error);
      if (failure.code !== 'cancelled') this.context.log.failure(failure);
      return undefined;
    }
  }
}

/** Strings of a single word are for the program, save in files that hold nothing else. */
function isKeyword({ kind, text }: Passage, { languageId }: vscode.TextDocument): boolean {
  return kind === 'string' && !['json', 'jsonc'].includes(languageId) && /^[\p{Script=Latin}\p{N}\p{P}\p{S}]*$/u.test(text.trim());
}

function headingOf({ kind }: Passage): HoverNote {
  switch (kind) {
    case 'comment':
      return { icon: 'comment', text: vscode.l10n.t('Comment') };
    case 'string':
      return { icon: 'quote', text: vscode.l10n.t('String') };
    case 'prose':
      return { icon: 'book', text: vscode.l10n.t('Text') };
  }
}

function notesOf({ translation, similar }: Answer): HoverNote[] {
  if (translation.memory) return [{ icon: 'history', text: vscode.l10n.t('{0} % match in your translation memory', translation.memory.match) }];
  if (!similar) return [];
  const { source, target } = similar.unit;
  return [{ icon: 'history', text: vscode.l10n.t('Your translation of a similar text ({0} %): “{1}” is “{2}”', similar.match, shortened(source), shortened(target)) }];
}

/** More of it is not needed to know it again. */
const longestQuote = 160;

function shortened(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}
