import type { EngineClient } from '../engine/client';
import type { DecodeOptions, PackInfo, Translation } from '../engine/protocol/result';
import type { RequestOptions } from '../engine/protocol/rpc';
import type { Priority } from '../engine/protocol/term';
import { Memory } from './memory';

/** What decides a translation, apart from the text. */
export interface TranslationSettings {
  readonly pack: PackInfo;
  /** Undefined takes the pack's own choice. */
  readonly beamSize: number | undefined;
}

/** The part of a request that says how to decode. */
export function decodeOptions({ beamSize }: Pick<TranslationSettings, 'beamSize'>): { readonly options?: DecodeOptions } {
  return beamSize === undefined ? {} : { options: { beamSize } };
}

export interface TranslateOptions extends RequestOptions {
  /** `background` lets what somebody waits for go first. */
  readonly priority?: Priority;
}

/** The engine's translations with a memory. */
export class Translator extends Memory<TranslationSettings, Translation, TranslateOptions> {
  constructor(private readonly engine: Pick<EngineClient, 'translate'>) {
    super();
  }

  /** One translation per text, in order. Rejects with `AlignLensError`, like the engine. */
  translate(settings: TranslationSettings, texts: readonly string[], options: TranslateOptions = {}): Promise<Translation[]> {
    return this.answer(settings, texts, options);
  }

  protected override ask(settings: TranslationSettings, texts: readonly string[], { priority, ...options }: TranslateOptions): Promise<Translation[]> {
    const urgency = priority === undefined ? {} : { priority };
    return this.engine.translate({ pack: settings.pack.location, texts, ...decodeOptions(settings), ...urgency }, options);
  }

  protected override identity({ pack, beamSize }: TranslationSettings): readonly unknown[] {
    return [pack.location, pack.version, beamSize];
  }
}
