/** The C target subwords that a decoder step scores; the others have no probability. */
export class Shortlist {
  /** Of each target subword its place among the scored ones, −1 for others, `[V]`. */
  readonly places: Int32Array;

  /** @param ids ascending, `[C]` */
  constructor(
    readonly ids: Int32Array,
    vocabulary: number,
  ) {
    this.places = new Int32Array(vocabulary).fill(-1);
    ids.forEach((id, place) => (this.places[id] = place));
  }

  get size(): number {
    return this.ids.length;
  }
}

/** Log-probabilities of what one hypothesis may write next. */
export class Scores {
  /** @param values by place on the shortlist, `[C]` */
  constructor(
    readonly values: Float32Array,
    readonly shortlist: Shortlist,
  ) {}

  /** -∞ for what is not on the shortlist. */
  of(id: number): number {
    const place = this.shortlist.places[id]!;
    return place < 0 ? -Infinity : this.values[place]!;
  }

  /** Does nothing for what is not on the shortlist. */
  set(id: number, logProb: number): void {
    const place = this.shortlist.places[id]!;
    if (place >= 0) this.values[place] = logProb;
  }

  forbid(id: number): void {
    this.set(id, -Infinity);
  }
}
