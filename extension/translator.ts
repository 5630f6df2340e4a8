import type { EngineClient } from '../engine/client';
import type { PackInfo, Translation } from '../engine/protocol/result';
import type { RequestOptions } from '../engine/protocol/rpc';
import { LruCache } from './lruCache';

/** What decides a translation, apart from the text. */
export interface TranslationSettings {
  readonly pack: PackInfo;
  /** Undefined takes the pack's own choice. */
  readonly beamSize: number | undefined;
}

/** Enough for the comments of a few files: a hover and the commands after it share the work. */
const cachedTexts = 256;

/** The engine with a memory: a text that was translated once is not translated again. */
export class Translator {
  private readonly known = new LruCache<string, Translation>(cachedTexts);

  constructor(private readonly engine: Pick<EngineClient, 'translate'>) {}

  /** The translations that are known already, or undefined when any is missing. Does no work. */
  recall(settings: TranslationSettings, texts: readonly string[]): Translation[] | undefined {
    const found = texts.map((text) => this.known.get(cacheKey(settings, text)));
    return found.every((translation) => translation !== undefined) ? found : undefined;
  }

  /** One translation per text, in order. Rejects with `AlignLensError`, like the engine. */
  async translate(
    settings: TranslationSettings,
    texts: readonly string[],
    options: RequestOptions = {},
  ): Promise<Translation[]> {
    const keys = texts.map((text) => cacheKey(settings, text));
    const results = new Map(keys.map((key) => [key, this.known.get(key)]));
    const missing = texts.filter((text, index) => results.get(keys[index] ?? '') === undefined && texts.indexOf(text) === index);
    if (missing.length > 0) {
      const { beamSize, pack } = settings;
      const request = { pack: pack.location, texts: missing, ...(beamSize === undefined ? {} : { options: { beamSize } }) };
      for (const translation of await this.engine.translate(request, options)) {
        const key = cacheKey(settings, translation.source);
        results.set(key, translation);
        this.known.set(key, translation);
      }
    }
    return keys.flatMap((key) => results.get(key) ?? []);
  }

  /** Forgets everything, for when packs may have changed. */
  clear(): void {
    this.known.clear();
  }
}

function cacheKey({ pack, beamSize }: TranslationSettings, text: string): string {
  return JSON.stringify([pack.location, pack.version, beamSize ?? null, text]);
}
