import * as vscode from 'vscode';
import { BackgroundQueue, type QueuedText } from './backgroundQueue';
import { translationSettings, type Context, type TranslationServices } from './context';
import { languageOf } from './direction';

/** A text that is in sight, or soon will be, and where it stands. */
export interface Wanted extends QueuedText {
  readonly document: vscode.TextDocument;
}

/** Translations of what is in sight, made behind all that somebody waits for. Failures go to the log only. */
export class BackgroundTranslations {
  private readonly learned = new vscode.EventEmitter<void>();
  /** More translations are known. */
  readonly onDidLearn = this.learned.event;
  private readonly queue: BackgroundQueue<Wanted>;

  constructor(context: TranslationServices & Pick<Context, 'log'>) {
    this.queue = new BackgroundQueue<Wanted>({
      keyOf,
      // One document and one language have one pack.
      together: (first, other) => other.document === first.document && languageOf(other.text, other.document) === languageOf(first.text, first.document),
      translate: async (batch, signal) => {
        const texts = batch.map(({ text }) => text);
        const settings = await translationSettings(context, batch[0]?.document, texts, { asked: false });
        const translations = await context.translator.translate(settings, texts, { signal, priority: 'background' });
        return translations.map(({ target }) => target);
      },
      onLearn: () => this.learned.fire(),
      onFailure: (failure) => context.log.failure(failure),
    });
  }

  /** The translation, if it is known. Does no work. A name, for instance, is its own translation. */
  recall(wanted: Wanted): string | undefined {
    return this.queue.recall(wanted);
  }

  /** Takes the place of what was wanted before; the most urgent first. */
  want(wanted: readonly Wanted[]): void {
    this.queue.want(wanted);
  }

  /** For when settings, packs or terms changed. */
  forget(): void {
    this.queue.forget();
  }

  dispose(): void {
    this.queue.want([]);
    this.learned.dispose();
  }
}

/** Settings depend on a document's language and folder; when they change, everything is forgotten. */
function keyOf({ document, text }: Wanted): string {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri.toString() ?? '';
  return `${document.languageId}\n${folder}\n${text}`;
}
