import * as vscode from 'vscode';
import { toAlignLensError } from '../engine/protocol/rpc';
import { BackgroundTranslations } from './backgroundTranslations';
import { onDidChangeTranslations, type Context } from './context';
import { languageOf } from './direction';
import { needsTranslation } from './needsTranslation';
import { neighbours, type Passage } from './passages';

/** Translates what stands next to a text under the pointer, behind all that somebody waits for: readers go on there. */
export class HoverPrefetch {
  private readonly translations: BackgroundTranslations;
  private readonly subscriptions: readonly Pick<vscode.Disposable, 'dispose'>[];
  /** What the last hover was about. */
  private hovered: { readonly document: vscode.TextDocument; readonly passage: Passage } | undefined;

  constructor(private readonly context: Context) {
    this.translations = new BackgroundTranslations(context);
    this.subscriptions = [
      // The hover itself may have been switched off.
      onDidChangeTranslations(context, () => {
        this.translations.forget();
        this.stop();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.stop(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.stop(document)),
    ];
  }

  dispose(): void {
    for (const disposable of [...this.subscriptions, this.translations]) disposable.dispose();
  }

  /**
   * Takes the place of what is under way around another text. Failures go to the log only.
   *
   * @param longest characters of a text that a hover shows
   */
  async around(document: vscode.TextDocument, passage: Passage, longest: number): Promise<void> {
    const hovered = { document, passage };
    this.hovered = hovered;
    try {
      const passages = await this.context.prose.all(document);
      if (this.hovered !== hovered) return;
      // Texts of another language would have another pack loaded, which nobody can pass.
      const language = languageOf(passage.text, document);
      const isWanted = (near: Passage): boolean =>
        near.text.length <= longest && needsTranslation(near, document) && languageOf(near.text, document) === language;
      this.translations.want(neighbours(passages, passage.range, isWanted).map(({ text }) => ({ document, text })));
    } catch (error) {
      this.context.log.failure(toAlignLensError(error));
    }
  }

  /** @param document where only what is next to a text of this one is to stop */
  private stop(document = this.hovered?.document): void {
    if (document !== this.hovered?.document) return;
    this.hovered = undefined;
    this.translations.want([]);
  }
}
