import { toAlignLensError } from '../engine/protocol/rpc';
import type { AlignLensError } from '../engine/protocol/errors';
import { LruCache } from './lruCache';

/** Enough for a long page and the ones read before it; only the words are kept, not the alignment. */
const rememberedTexts = 4000;

/** One request: small, so that what comes into sight next waits for little. */
const batchTexts = 4;
const batchLength = 600;

/** A text to translate. */
export interface QueuedText {
  readonly text: string;
}

export interface QueueOptions<T extends QueuedText> {
  /** Equal for texts with the same translation. */
  readonly keyOf: (one: T) => string;
  /** Whether two texts may go into one request. */
  readonly together: (first: T, other: T) => boolean;
  /** One translation per text. Rejects with `AlignLensError`; with `cancelled` when `signal` aborts. */
  readonly translate: (batch: readonly T[], signal: AbortSignal) => Promise<readonly string[]>;
  /** More translations are known. */
  readonly onLearn: () => void;
  readonly onFailure: (failure: AlignLensError) => void;
}

/**
 * Work that nobody asked for by name: one small request after the other, most urgent first, and only as long as it is
 * wanted. What failed is not tried again before `forget`.
 */
export class BackgroundQueue<T extends QueuedText> {
  private readonly known = new LruCache<string, string>(rememberedTexts);
  private readonly failed = new LruCache<string, true>(rememberedTexts);
  private wanted: readonly T[] = [];
  private running: { readonly controller: AbortController; readonly batch: readonly T[] } | undefined;

  constructor(private readonly options: QueueOptions<T>) {}

  /** The translation, if it is known. Does no work. */
  recall(one: T): string | undefined {
    return this.known.get(this.options.keyOf(one));
  }

  /** Takes the place of what was wanted before; the most urgent first. */
  want(wanted: readonly T[]): void {
    this.wanted = wanted;
    if (!this.running) {
      void this.work();
      return;
    }
    const keys = new Set(wanted.map((one) => this.options.keyOf(one)));
    if (!this.running.batch.some((one) => keys.has(this.options.keyOf(one)))) this.running.controller.abort();
  }

  /** For when nothing known holds any longer, and what failed may succeed. */
  forget(): void {
    this.known.clear();
    this.failed.clear();
    this.running?.controller.abort();
  }

  private async work(): Promise<void> {
    for (let batch = this.nextBatch(); batch.length > 0; batch = this.nextBatch()) {
      const controller = new AbortController();
      this.running = { controller, batch };
      await this.translate(batch, controller.signal);
      this.running = undefined;
    }
  }

  private nextBatch(): T[] {
    this.wanted = this.wanted.filter((one) => this.isOpen(one));
    const [first] = this.wanted;
    if (!first) return [];
    const batch: T[] = [];
    let length = 0;
    for (const one of this.wanted) {
      length += one.text.length;
      if (batch.length === batchTexts || (batch.length > 0 && length > batchLength)) break;
      if (!this.options.together(first, one)) break;
      batch.push(one);
    }
    return batch;
  }

  private async translate(batch: readonly T[], signal: AbortSignal): Promise<void> {
    const { keyOf, translate, onLearn, onFailure } = this.options;
    try {
      const translations = await translate(batch, signal);
      // They were made with what `forget` has made void.
      if (signal.aborted) return;
      batch.forEach((one, index) => this.known.set(keyOf(one), translations[index] ?? one.text));
      onLearn();
    } catch (error) {
      const failure = toAlignLensError(error);
      if (failure.code === 'cancelled') {
        // Somebody else's wish, such as a shutdown: going on would ask for the same again at once.
        if (!signal.aborted) this.wanted = [];
        return;
      }
      for (const one of batch) this.failed.set(keyOf(one), true);
      onFailure(failure);
    }
  }

  private isOpen(one: T): boolean {
    const key = this.options.keyOf(one);
    return this.known.get(key) === undefined && this.failed.get(key) === undefined;
  }
}
