import type { SearchTerm } from '../decode/termGuide';
import type { Lexicon } from '../pack/lexicon';

/** How much of its row of the lexicon a term's own translation gets; the rest stays with what the lexicon knows. */
const termShare = 0.95;
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
    this.rowScales = new Map([...this.targets.keys()].map((position) => [position, 1 - termShare]));
  }

  /** L(target|source) + ε·u(target) with the term's vote, the likelihood in the alignment posterior. */
  likelihood(target: number, source: number, position: number): number {
    const vote = this.targets.get(position)?.has(target) === true ? termShare : 0;
    return this.scaled(target, source, position) + vote;
  }

  /** Σ_i α_i · L(target|x_i) + ε·u(target) without the terms' votes: of the rows that the decoder was given. */
  base(target: number, attention: Float32Array): number {
    if (!this.lexicon) return floorWithoutLexicon;
    const floor = this.lexicon.floorOf(target);
    return this.sourceIds.reduce((sum, source, i) => sum + attention[i]! * (this.scaled(target, source, i) - floor), floor);
  }

  private scaled(target: number, source: number, position: number): number {
    if (!this.lexicon) return floorWithoutLexicon;
    const floor = this.lexicon.floorOf(target);
    return (this.rowScales.get(position) ?? 1) * (this.lexicon.likelihood(target, source) - floor) + floor;
  }
}
