import type { EngineClient } from '../../engine/client';
import { AlignLensError } from '../../engine/protocol/errors';
import type { PackInfo, TextPair, Translation } from '../../engine/protocol/result';
import type { RequestOptions } from '../../engine/protocol/rpc';
import { LruCache } from '../lruCache';

/** Undefined for a pair that was not aligned. */
export type RecallPair = (pair: TextPair) => Translation | undefined;

interface Settings {
  readonly pack: PackInfo;
}

/** As many as texts that the engine has translated. */
const rememberedPairs = 256;

/** The user's translations with the engine's evidence, as if it had made them. */
export class AlignedPairs {
  private readonly known = new LruCache<string, Translation>(rememberedPairs);

  constructor(private readonly engine: Pick<EngineClient, 'align'>) {}

  /** Aligns what is not known. Rejects with `AlignLensError`, like the engine. */
  async align({ pack }: Settings, pairs: readonly TextPair[], { signal }: RequestOptions): Promise<RecallPair> {
    const found = new Map(pairs.map((pair) => [keyOf(pack, pair), this.recall({ pack }, pair)]));
    const missing = [...new Map(pairs.map((pair) => [keyOf(pack, pair), pair]))].filter(([key]) => !found.get(key));
    const aligned = missing.length > 0 ? await this.ask(pack, missing.map(([, pair]) => pair), signal ? { signal } : {}) : [];
    missing.forEach(([key], index) => {
      found.set(key, aligned[index]);
      this.known.set(key, aligned[index]!);
    });
    return (pair) => found.get(keyOf(pack, pair));
  }

  recall({ pack }: Settings, pair: TextPair): Translation | undefined {
    return this.known.get(keyOf(pack, pair));
  }

  clear(): void {
    this.known.clear();
  }

  private async ask(pack: PackInfo, pairs: readonly TextPair[], options: RequestOptions): Promise<readonly Translation[]> {
    const aligner = pack.translatesOnly ? pack.aligner : pack.location;
    if (aligner === undefined) return pairs.map(withoutEvidence);
    try {
      return await this.engine.align({ pack: aligner, pairs }, options);
    } catch (error) {
      if (!(error instanceof AlignLensError) || error.code !== 'input-too-long') throw error;
      // The words count, the evidence is extra: one pair that is too long for the model must not stop anything.
      const [only, ...others] = pairs;
      if (only && others.length === 0) return [withoutEvidence(only)];
      const answers: Translation[] = [];
      for (const pair of pairs) answers.push(...(await this.ask(pack, [pair], options)));
      return answers;
    }
  }
}

function withoutEvidence(pair: TextPair): Translation {
  return { ...pair, sentences: [], score: 0 };
}

function keyOf({ location, version }: PackInfo, { source, target }: TextPair): string {
  return JSON.stringify([location, version, source, target]);
}
