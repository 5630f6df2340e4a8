import type { RequestOptions } from '../engine/protocol/rpc';
import { LruCache } from './lruCache';

/** Enough for the comments or functions of a few files: a hover and the commands after it share the work. */
const rememberedTexts = 256;

/** The engine's answers by text and settings: a text that was answered once is not asked about again. */
export abstract class Memory<Settings, Answer extends { readonly source: string }, Options extends RequestOptions = RequestOptions> {
  private readonly known = new LruCache<string, Answer>(rememberedTexts);

  /** The answers that are known already, or undefined when any is missing. Does no work. */
  recall(settings: Settings, texts: readonly string[]): Answer[] | undefined {
    const found = texts.map((text) => this.known.get(this.keyOf(settings, text)));
    return found.every((answer) => answer !== undefined) ? found : undefined;
  }

  /** Forgets everything, for when packs may have changed. */
  clear(): void {
    this.known.clear();
  }

  /** One answer per text, in order; asks the engine once, for what is not known. */
  protected async answer(settings: Settings, texts: readonly string[], options: Options): Promise<Answer[]> {
    const keys = texts.map((text) => this.keyOf(settings, text));
    const results = new Map(keys.map((key) => [key, this.known.get(key)]));
    const missing = [...new Set(texts.filter((_, index) => results.get(keys[index] ?? '') === undefined))];
    if (missing.length > 0) {
      // What is heard of while it grows is the first text.
      const asked = missing[0] === texts[0] ? options : { ...options, onPartial: undefined };
      for (const answer of await this.ask(settings, missing, asked)) {
        const key = this.keyOf(settings, answer.source);
        // Who asked at the same time may have been answered first, in other words even: all shall read the same ones.
        const first = this.known.get(key) ?? answer;
        results.set(key, first);
        if (this.isComplete(first)) this.known.set(key, first);
      }
    }
    return keys.flatMap((key) => results.get(key) ?? []);
  }

  /** One answer per text. Rejects with `AlignLensError`, like the engine. */
  protected abstract ask(settings: Settings, texts: readonly string[], options: Options): Promise<readonly Answer[]>;

  /** Whether an answer is as good as it gets, and need not be asked for again. */
  protected readonly isComplete: (answer: Answer) => boolean = () => true;

  /** Everything that decides an answer, apart from the text. */
  protected abstract identity(settings: Settings, text: string): readonly unknown[];

  private keyOf(settings: Settings, text: string): string {
    return JSON.stringify([...this.identity(settings, text), text]);
  }
}
