import type { EngineClient } from '../engine/client';
import type { PackInfo, SummarizeOptions, Summary } from '../engine/protocol/result';
import type { RequestOptions } from '../engine/protocol/rpc';
import { Memory } from './memory';

/** What decides a summary, apart from the text. */
export interface SummarySettings {
  readonly pack: PackInfo;
  /** How the texts are cut into sentences or statements. */
  readonly languageId: string;
  readonly lines: number;
  readonly mode: NonNullable<SummarizeOptions['mode']>;
  /** Undefined takes the pack's own choice. */
  readonly beamSize: number | undefined;
}

/** The engine's summaries with a memory. */
export class Summarizer extends Memory<SummarySettings, Summary> {
  constructor(private readonly engine: Pick<EngineClient, 'summarize'>) {
    super();
  }

  /** One summary per text, in order. Rejects with `AlignLensError`, like the engine. */
  summarize(settings: SummarySettings, texts: readonly string[], options: RequestOptions = {}): Promise<Summary[]> {
    return this.answer(settings, texts, options);
  }

  protected override ask(
    { pack, languageId, lines, mode, beamSize }: SummarySettings,
    texts: readonly string[],
    options: RequestOptions,
  ): Promise<Summary[]> {
    const decoding = { lines, mode, ...(beamSize === undefined ? {} : { beamSize }) };
    return this.engine.summarize({ pack: pack.location, texts, languageId, options: decoding }, options);
  }

  protected override identity({ pack, languageId, lines, mode, beamSize }: SummarySettings): readonly unknown[] {
    return [pack.location, pack.version, languageId, lines, mode, beamSize];
  }
}
