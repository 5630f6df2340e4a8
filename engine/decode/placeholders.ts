import type { PlaceholderIds } from '../pack/manifest';
import type { Scores } from './shortlist';

/** log P(EOS) from which on a decoder has nothing else to say: made to go on, it goes round in circles. */
const certainEnd = Math.log(0.5);

/**
 * The constraint that keeps protected spans: a hypothesis writes each placeholder of its source at most once, none that the
 * source lacks, and does not end before it has written all, unless the decoder has nothing else to say.
 */
export class PlaceholderConstraint {
  private readonly first: number;
  private readonly end: number;

  constructor(
    { kinds, perKind, firstId }: PlaceholderIds,
    /** Placeholder ids of the source sentence, each once. */
    readonly required: readonly number[],
  ) {
    this.first = firstId;
    this.end = firstId + kinds.length * perKind;
  }

  isPlaceholder(id: number): boolean {
    return id >= this.first && id < this.end;
  }

  /** The set of written placeholders with `id` added, as bits; the pack format allows at most 31 ids. */
  with(written: number, id: number): number {
    return this.isPlaceholder(id) ? written | (1 << (id - this.first)) : written;
  }

  missing(written: number): number[] {
    return this.required.filter((id) => (written & (1 << (id - this.first))) === 0);
  }

  /** Forbids what a hypothesis may not write next. */
  mask(scores: Scores, written: number, eos: number): void {
    const missing = this.missing(written);
    for (let id = this.first; id < this.end; id++) {
      if (!missing.includes(id)) scores.forbid(id);
    }
    if (missing.length > 0 && scores.of(eos) < certainEnd) scores.forbid(eos);
  }
}
