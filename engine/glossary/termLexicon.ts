import { voteWeight, type SearchTerm } from '../decode/termGuide';
import type { Lexicon } from '../pack/lexicon';

/** What is left of a term's rows of the lexicon: some, since they hold the words around its translation too. */
const rowScale = 0.05;
/** Stands for the lexicon's floor in packs without one. */
const floorWithoutLexicon = 1e-3;

/** The lexicon of one sentence, with rows of its own where terms are. */
export class TermLexicon {
  /** Position of each subword of a term → what is left of the lexicon's row. */
  readonly rowScales: ReadonlyMap<number, number>;
  /** Position → subwords of the term's translation. */
  private readonly targets = new Map<number, ReadonlySet<number>>();

  constructor(
    private readonly lexicon: Pick<Lexicon, 'likelihood' | 'floorOf'> | undefined,
    private readonly sourceIds: readonly number[],
    terms: readonly SearchTerm[],
  ) {
    for (const { positions, tight, spaced, capital } of terms) {
      const targets = new Set([...tight, ...spaced, ...capital]);
      for (const position of positions) this.targets.set(position, targets);
    }
    this.rowScales = new Map([...this.targets.keys()].map((position) => [position, rowScale]));
  }

  /** L(target|source) + ε·u(target) with the term's vote, the likelihood in the alignment posterior. */
  likelihood(target: number, source: number, position: number): number {
    const vote = this.targets.get(position)?.has(target) === true ? voteWeight : 0;
    return this.scaled(target, source, position) + vote;
  }

  /** ε·u(target). */
  floorOf(target: number): number {
    return this.lexicon?.floorOf(target) ?? floorWithoutLexicon;
  }

  /** Σ_i α_i · L(target|x_i) + ε·u(target) without the terms' votes: of the rows that the decoder was given. */
  base(target: number, attention: Float32Array): number {
    if (!this.lexicon) return floorWithoutLexicon;
    const floor = this.floorOf(target);
    return this.sourceIds.reduce((sum, source, i) => sum + attention[i]! * (this.scaled(target, source, i) - floor), floor);
  }

  private scaled(target: number, source: number, position: number): number {
    const floor = this.floorOf(target);
    if (!this.lexicon) return floor;
    return (this.rowScales.get(position) ?? 1) * (this.lexicon.likelihood(target, source) - floor) + floor;
  }
}
