/** What the model says of translations, remembered. Pure apart from the engine. */
import type { EngineClient } from '../../engine/client';
import { lintPair, modelRules, type Finding, type LintPair } from '../../engine/lint';
import type { PackInfo } from '../../engine/protocol/result';
import { LruCache } from '../lruCache';

/** The packs that judge. */
export interface Judges {
  readonly pack: PackInfo;
  /** For the way back. */
  readonly reverse: PackInfo | undefined;
}

/** Findings of a pair given by its place in the list. */
export interface Judged {
  readonly index: number;
  readonly findings: readonly Finding[];
}

/** Characters of source in one request: about half a second's work, so that what the user asks for gets its turn. */
const batchLength = 800;
/** Enough for a few large catalogues. */
const rememberedPairs = 8000;

/** The findings of the rules that need the model. */
export class Evidence {
  private readonly known = new LruCache<string, readonly Finding[]>(rememberedPairs);

  constructor(private readonly engine: Pick<EngineClient, 'align'>) {}

  /** Undefined where the pair was not judged yet. Does no work. */
  recall(judges: Judges, pair: LintPair): readonly Finding[] | undefined {
    return this.known.get(keyOf(judges, pair));
  }

  /**
   * Judges the pairs batch by batch, in order. Rejects with `AlignLensError`, like the engine; what is judged by then stays
   * known.
   */
  async *judge(judges: Judges, pairs: readonly LintPair[], signal: AbortSignal): AsyncGenerator<Judged[]> {
    for (const batch of batchesOf(pairs)) {
      const { pack, reverse } = judges;
      const aligned = await this.engine.align(
        {
          pack: pack.location,
          pairs: batch.map(({ pair: { source, target } }) => ({ source, target })),
          ...(reverse ? { reversePack: reverse.location } : {}),
        },
        { signal },
      );
      yield batch.map(({ pair, index }, at) => {
        // The exact rules have to be on: what they find, the model need not say again.
        const findings = lintPair({ ...pair, aligned: aligned[at]! }).filter(({ rule }) => modelRules.includes(rule));
        this.known.set(keyOf(judges, pair), findings);
        return { index, findings };
      });
    }
  }
}

interface Numbered {
  readonly index: number;
  readonly pair: LintPair;
}

function batchesOf(pairs: readonly LintPair[]): Numbered[][] {
  const batches: Numbered[][] = [];
  let length = Infinity;
  for (const [index, pair] of pairs.entries()) {
    length += pair.source.length;
    if (length > batchLength) {
      batches.push([]);
      length = pair.source.length;
    }
    batches.at(-1)!.push({ index, pair });
  }
  return batches;
}

function keyOf({ pack, reverse }: Judges, { source, target, flags, glossary }: LintPair): string {
  return JSON.stringify([pack.location, pack.version, reverse?.location, reverse?.version, flags, glossary.length, source, target]);
}
