/** A possible next subword of a hypothesis. */
export interface Candidate {
  /** Index of the hypothesis it continues. */
  readonly parent: number;
  readonly id: number;
  /** Log-probability of the whole sequence. */
  readonly logProb: number;
}

/** Keeps the `capacity` best candidates seen; of equal ones the first seen stays ahead, so search is deterministic. */
export class TopK {
  /** Best first. */
  readonly best: Candidate[] = [];

  constructor(private readonly capacity: number) {}

  /** What a candidate must exceed to enter. */
  get threshold(): number {
    return this.best.length < this.capacity ? -Infinity : this.best[this.best.length - 1]!.logProb;
  }

  add(candidate: Candidate): void {
    // Not the other way round: what is not a number never enters.
    if (!(candidate.logProb > this.threshold)) return;
    let position = this.best.length;
    while (position > 0 && this.best[position - 1]!.logProb < candidate.logProb) position--;
    this.best.splice(position, 0, candidate);
    if (this.best.length > this.capacity) this.best.pop();
  }
}
