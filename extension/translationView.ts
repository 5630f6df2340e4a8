import * as vscode from 'vscode';
import { AlignLensError } from '../engine/protocol/errors';
import { phrase, type Phrase } from '../engine/protocol/phrase';
import type { ContentMessage, ViewMessage } from '../engine/protocol/panelProtocol';
import type { Explanation } from '../engine/protocol/explanation';
import type { SentenceTranslation, Span, Translation } from '../engine/protocol/result';
import type { RequestOptions } from '../engine/protocol/rpc';
import type { PanelView, Post } from './alignmentPanel';
import type { Context } from './context';
import { CursorFollower } from './cursorFollower';
import { DrawnSentences, prefixWith } from './drawnSentences';
import { editorShowing, openAgain } from './edit';
import { Latest } from './latest';
import { NewestFirst } from './newestFirst';
import { documentSpan, panelContent, sentenceAt, type SentenceOrigin } from './panelContent';
import type { Passage } from './passages';
import { replacePassages } from './replacePassages';
import { requireWritable, shortName } from './request';
import { revealSpan } from './reveal';
import { copyExport, saveExport } from './saveExport';
import { decodeOptions, type TranslationSettings } from './translator';
import type { Activity } from './work';

/** Passages of a document. */
export interface DocumentSide {
  readonly document: vscode.TextDocument;
  /** The document's version when the passages were read. */
  readonly version: number;
  readonly passages: readonly Passage[];
}

/** What one alignment shows, and the settings it was made with. */
export interface AlignedPassages extends TranslationSettings, DocumentSide {
  /** One per passage. */
  readonly translations: readonly Translation[];
  /** Where the translations stood before, one passage for each; undefined where they are new. */
  readonly target?: DocumentSide;
}

type Services = Pick<Context, 'engine' | 'work'>;

/** Messages about one sentence. */
type SentenceMessage = Extract<ViewMessage, { readonly sentence: number }>;

const explaining: Activity = { doing: 'Explaining', title: vscode.l10n.t('AlignLens: explaining the translation'), units: 'steps' };
const continuing: Activity = { doing: 'Translating', title: vscode.l10n.t('AlignLens: translating from the chosen word'), units: 'sentences' };

/** Translations in the panel. Throws `empty-input` when there are no words to align. */
export function translationView(services: Services, aligned: AlignedPassages): PanelView {
  const { content, origins } = panelContent(titleOf(aligned), aligned.pack, aligned.passages, aligned.translations, aligned.target ? 'target' : 'source');
  if (content.sentences.length === 0) {
    throw new AlignLensError('empty-input', 'There are no words to align. Select text with words in it.');
  }
  return new TranslationView(services, aligned, new DrawnSentences(content, origins), origins);
}

class TranslationView implements PanelView {
  readonly title = vscode.l10n.t('Alignment');
  /** Of present translations, by index of the sentence. */
  private readonly explanations = new Map<number, Explanation>();
  private readonly explaining = new NewestFirst();
  private readonly choice = new Latest();
  private readonly closed = new AbortController();
  private follower: CursorFollower | undefined;
  /** What `apply` may write over: a file that was closed and opened again counts its versions anew. */
  private readonly text: string;

  constructor(
    private readonly services: Services,
    private readonly aligned: AlignedPassages,
    private readonly sentences: DrawnSentences,
    private readonly origins: readonly SentenceOrigin[],
  ) {
    this.text = (aligned.target ?? aligned).document.getText();
  }

  get message(): ContentMessage {
    return { kind: 'showTranslation', content: this.sentences.content };
  }

  attach(post: Post): vscode.Disposable {
    const { document, version } = this.aligned;
    const follower = new CursorFollower(document.uri, version, (offset) => {
      const found = sentenceAt(this.origins, this.sentences.content, offset);
      if (found) post({ kind: 'followCursor', ...found });
    });
    this.follower = follower;
    return new vscode.Disposable(() => {
      follower.dispose();
      this.choice.stop();
      this.closed.abort();
    });
  }

  async receive(message: ViewMessage, post: Post): Promise<void> {
    if (message.kind === 'copyText') await copyExport(message.text);
    else if (message.kind === 'saveExport') await saveExport(this.aligned.document, message.extension, message.content);
    else if ('sentence' in message) await this.receiveForSentence(message, post);
  }

  private async receiveForSentence(message: SentenceMessage, post: Post): Promise<void> {
    const { sentence } = message;
    const present = this.sentences.present(sentence);
    // The view may still send what it was asked of the content before this one.
    if (!present) return;
    switch (message.kind) {
      case 'copyTranslation':
        return vscode.env.clipboard.writeText(this.sentences.shown(sentence)?.target ?? '');
      case 'revealSpan':
        return this.reveal(sentence, message);
      case 'explain':
        return this.explain(sentence, present, post);
      case 'chooseAlternative':
        return this.continue(sentence, prefixWith(present, message.step, message.id), post);
      case 'chooseHypothesis':
        return this.continue(sentence, this.explanations.get(sentence)?.hypotheses[message.hypothesis]?.subwords, post);
      case 'applyTranslation':
        return this.apply(sentence);
    }
  }

  private async reveal(sentence: number, words: Span): Promise<void> {
    const { document, version } = this.aligned;
    const origin = this.origins[sentence];
    if (!origin) return;
    const span = documentSpan(origin, words);
    this.follower?.expect(span);
    await revealSpan(document.uri, version, span, commandOf(this.aligned));
  }

  /** Always answers, unless the sentence is replaced meanwhile: then the view asks again about what it is now. */
  private async explain(sentence: number, present: SentenceTranslation, post: Post): Promise<void> {
    try {
      const explanation = await this.explaining.run(() => this.explanationOf(sentence, present));
      if (explanation) post({ kind: 'showExplanation', sentence, explanation });
    } catch (error) {
      if (this.closed.signal.aborted) return;
      post({ kind: 'showExplanation', sentence });
      throw error;
    }
  }

  /** Undefined when the sentence is no longer what it was. */
  private async explanationOf(sentence: number, present: SentenceTranslation): Promise<Explanation | undefined> {
    const isPresent = (): boolean => this.sentences.present(sentence) === present;
    const source = this.sentences.shown(sentence)?.source;
    const known = this.explanations.get(sentence);
    if (!isPresent() || source === undefined) return undefined;
    if (known) return known;
    if (present.subwords.length === 0) throw passedThroughError();
    const request = { ...this.request(source), subwords: present.subwords };
    const explanation = await this.work(explaining, this.closed.signal, (options) => this.services.engine.explain(request, options));
    if (!isPresent()) return undefined;
    this.explanations.set(sentence, explanation);
    return explanation;
  }

  /** Translates the sentence anew from the subwords that are kept; without any there is nothing to do. */
  private async continue(sentence: number, prefix: readonly number[] | undefined, post: Post): Promise<void> {
    const source = this.sentences.shown(sentence)?.source;
    if (!prefix || source === undefined) return;
    const request = { ...this.request(source), prefix };
    try {
      const translation = await this.choice.run((newer) =>
        this.work(continuing, newer, (options) => this.services.engine.continue(request, options)),
      );
      if (!translation) return;
      this.sentences.replace(sentence, translation);
      this.explanations.delete(sentence);
      this.postSentence(sentence, post);
    } catch (error) {
      // The view waits for another translation: the present one is what there is.
      this.postSentence(sentence, post);
      throw error;
    }
  }

  private postSentence(sentence: number, post: Post): void {
    const content = this.sentences.shown(sentence);
    if (content) post({ kind: 'showSentence', sentence, content });
  }

  private async apply(sentence: number): Promise<void> {
    const changed = this.sentences.passageOf(sentence);
    if (!changed) return;
    const { version, document: { uri }, passages } = this.aligned.target ?? this.aligned;
    // A translation that was there already is what is written over, not its source.
    const passage = passages[this.aligned.passages.indexOf(changed.passage)] ?? changed.passage;
    const document = await openAgain(uri, () => this.textChangedError(this.aligned.document));
    if (document.version !== version || document.getText() !== this.text) throw this.textChangedError(document);
    requireWritable(document);
    await replacePassages(await editorShowing(document), [{ passage, text: changed.text }], this.textChangedError(document));
  }

  private textChangedError(document: vscode.TextDocument): AlignLensError {
    return new AlignLensError(
      'text-changed',
      phrase('{0} changed since it was read, so the translation was not inserted. Run "AlignLens: {1}" again.', shortName(document), commandOf(this.aligned)),
    );
  }

  private request(source: string): { readonly pack: string; readonly source: string } & ReturnType<typeof decodeOptions> {
    const { pack } = this.aligned;
    return { pack: pack.aligner ?? pack.location, source, ...decodeOptions(this.aligned, [source]) };
  }

  /** Work that the reader can cancel, and that ends with the signal. */
  private work<T>(activity: Activity, signal: AbortSignal, task: (options: RequestOptions) => Promise<T>): Promise<T> {
    return this.services.work.run(activity, (options) =>
      task({ ...options, signal: options.signal ? AbortSignal.any([options.signal, signal]) : signal }),
    );
  }
}

function titleOf({ document, target }: AlignedPassages): string {
  return target && target.document !== document ? `${shortName(document)} ↔ ${shortName(target.document)}` : shortName(document);
}

/** Title of the command that shows the same anew. */
function commandOf({ target }: AlignedPassages): Phrase {
  return target ? phrase('Align with…') : phrase('Show Alignment');
}

function passedThroughError(): AlignLensError {
  return new AlignLensError('empty-input', 'This sentence was taken over as it is: there is no step to explain. Choose another one.');
}
