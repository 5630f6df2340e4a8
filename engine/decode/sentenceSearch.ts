import { coveragePenalty } from './coveragePenalty';
import { lengthPenalty } from './lengthPenalty';
import type { PlaceholderConstraint } from './placeholders';
import { TopK } from './topK';

/** One sentence to decode. */
export interface SearchTask {
  /** Source subwords with EOS. */
  readonly sourceIds: readonly number[];
  /** Target subwords with EOS at most. */
  readonly maxLength: number;
  readonly constraint: PlaceholderConstraint;
  /** Subwords that every hypothesis begins with. */
  readonly prefix?: readonly number[];
}

export interface SearchOptions {
  readonly beamSize: number;
  /** Exponent α of the length normalisation. */
  readonly lengthPenalty: number;
  /** Subwords in a row that a hypothesis may not write twice; 0 allows any repetition. */
  readonly noRepeatNgram: number;
  /** Weight β of the coverage penalty; 0 leaves it out. */
  readonly coveragePenalty: number;
  readonly specialTokens: { readonly pad: number; readonly bos: number; readonly eos: number };
}

/** A complete translation of one sentence. */
export interface Hypothesis {
  /** Target subwords without EOS. */
  readonly ids: readonly number[];
  /** α, `[ids.length, sourceIds.length]`, row-major. */
  readonly attention: Float32Array;
  /** log P(y_t|y_<t, X), `[ids.length]`; 0 for a placeholder that was inserted. */
  readonly logProbs: Float32Array;
  /** log P(Y|X) with EOS. */
  readonly logProb: number;
  /** `logProb` over the length penalty, and the coverage penalty: what hypotheses are ranked by. */
  readonly score: number;
  /** Placeholders that the search had no room for and that were put in afterwards, without a probability. */
  readonly inserted: number;
}

interface Node {
  readonly id: number;
  readonly previous: Node | undefined;
  /** α `[sourceIds.length]` of the step that wrote `id`. */
  readonly attention: Float32Array;
  readonly logProb: number;
  readonly length: number;
  /** Placeholders written so far, as bits. */
  readonly written: number;
}

/** Sets what would write an n-gram twice to -∞ in the log-probabilities `[vocabulary]`. */
function maskRepetitions(logProbs: Float32Array, last: Node, n: number): void {
  const ids = subwordsOf(last);
  for (let at = 0; at + n <= ids.length; at++) {
    let same = 0;
    while (same < n - 1 && ids[at + same] === ids[ids.length - n + 1 + same]) same++;
    if (same === n - 1) logProbs[ids[at + n - 1]!] = -Infinity;
  }
}

function subwordsOf(last: Node): number[] {
  const ids = new Array<number>(last.length);
  for (let node: Node | undefined = last; node; node = node.previous) ids[node.length - 1] = node.id;
  return ids;
}

/** A hypothesis that goes on: what it wrote last and which row of the step it came from. */
export interface Continuation {
  readonly id: number;
  readonly parent: number;
}

/** The beam of one sentence: takes the decoder's outputs step by step, keeps what is best. */
export class SentenceSearch {
  private alive: Node[] = [];
  private readonly finished: Hypothesis[] = [];
  private steps = 0;

  constructor(
    private readonly task: SearchTask,
    private readonly options: SearchOptions,
  ) {}

  /**
   * Continues the beam by one subword.
   *
   * @param logProbs of each living row (before the first step there is one, the empty hypothesis): `[vocabulary]`;
   *   changed in place
   * @param attention α of each living row, `[≥ sourceIds.length]`
   * @returns the living hypotheses, best first; none when the search is over
   */
  advance(logProbs: readonly Float32Array[], attention: readonly Float32Array[]): Continuation[] {
    this.steps += 1;
    const { eos } = this.options.specialTokens;
    const parents: readonly (Node | undefined)[] = this.steps === 1 ? [undefined] : this.alive;
    const last = this.steps === this.task.maxLength;
    // Each parent has one EOS, so that twice the beam always holds enough hypotheses that go on.
    const top = new TopK(2 * this.options.beamSize);
    parents.forEach((parent, row) => {
      const base = parent?.logProb ?? 0;
      const values = logProbs[row]!;
      if (last) top.add({ parent: row, id: eos, logProb: base + values[eos]! });
      else this.addCandidates(top, row, base, values, parent);
    });
    return this.keep(top, parents, attention);
  }

  /** What `advance` found, best first; whatever needed mending comes behind what did not. */
  results(): Hypothesis[] {
    const ranked = [...this.finished].sort((a, b) => a.inserted - b.inserted || b.score - a.score);
    return ranked.slice(0, this.options.beamSize);
  }

  private addCandidates(top: TopK, row: number, base: number, values: Float32Array, parent: Node | undefined): void {
    const { specialTokens, noRepeatNgram } = this.options;
    const { pad, bos, eos } = specialTokens;
    const given = this.task.prefix?.[this.steps - 1];
    if (given !== undefined) {
      // As given, even where the search itself would not have been allowed to write it.
      top.add({ parent: row, id: given, logProb: base + values[given]! });
      return;
    }
    values[pad] = -Infinity;
    values[bos] = -Infinity;
    // No sentence translates to nothing.
    if (this.steps === 1) values[eos] = -Infinity;
    this.task.constraint.mask(values, parent?.written ?? 0, eos);
    if (parent && noRepeatNgram > 0) maskRepetitions(values, parent, noRepeatNgram);
    for (let id = 0; id < values.length; id++) {
      const logProb = base + values[id]!;
      if (logProb > top.threshold) top.add({ parent: row, id, logProb });
    }
  }

  private keep(
    top: TopK,
    parents: readonly (Node | undefined)[],
    attention: readonly Float32Array[],
  ): Continuation[] {
    const { beamSize, specialTokens } = this.options;
    const living: Continuation[] = [];
    const nodes: Node[] = [];
    top.best.forEach(({ parent, id, logProb }, rank) => {
      const previous = parents[parent];
      const node: Node = {
        id,
        previous,
        attention: attention[parent]!.slice(0, this.task.sourceIds.length),
        logProb,
        length: this.steps,
        written: this.task.constraint.with(previous?.written ?? 0, id),
      };
      if (id === specialTokens.eos) {
        // An end that is not among the best of the beam would push out better hypotheses that go on.
        if (rank < beamSize) this.finished.push(this.complete(node));
      } else if (nodes.length < beamSize) {
        nodes.push(node);
        living.push({ id, parent });
      }
    });
    this.alive = nodes;
    return this.isOver() ? [] : living;
  }

  private isOver(): boolean {
    const { beamSize, lengthPenalty: alpha } = this.options;
    if (this.alive.length === 0 || this.finished.length >= beamSize) return true;
    // Log-probabilities only fall and coverage never adds, so this is the best score a living hypothesis can still reach.
    const reachable = this.alive[0]!.logProb / lengthPenalty(this.task.maxLength, alpha);
    return this.finished.some(({ score }) => score >= reachable);
  }

  private complete(end: Node): Hypothesis {
    const nodes: Node[] = [];
    for (let node: Node | undefined = end; node; node = node.previous) nodes.unshift(node);
    const rows = nodes.map(({ id, attention, logProb, previous }) => ({ id, attention, logProb: logProb - (previous?.logProb ?? 0) }));
    const { lengthPenalty: alpha, coveragePenalty: beta } = this.options;
    const normalised = end.logProb / lengthPenalty(end.length, alpha);
    // Wu et al. 2016, equation 14; of the model's own steps only.
    const score = beta > 0 ? normalised + coveragePenalty(rows.map(({ attention }) => attention), beta) : normalised;
    const missing = this.task.constraint.missing(end.written);
    for (const id of missing) insertPlaceholder(rows, id, this.task.sourceIds);
    rows.pop(); // EOS
    const width = this.task.sourceIds.length;
    const attention = new Float32Array(rows.length * width);
    rows.forEach((row, t) => attention.set(row.attention, t * width));
    return {
      ids: rows.map(({ id }) => id),
      attention,
      logProbs: Float32Array.from(rows, ({ logProb }) => logProb),
      logProb: end.logProb,
      score,
      inserted: missing.length,
    };
  }
}

/**
 * Puts a placeholder that the hypothesis forgot before the subword (EOS at last) whose step looked at it most.
 * It is attended to by its source position alone.
 */
function insertPlaceholder(
  rows: { id: number; attention: Float32Array; logProb: number }[],
  id: number,
  sourceIds: readonly number[],
): void {
  const position = sourceIds.indexOf(id);
  let best = 0;
  rows.forEach(({ attention }, t) => {
    if (attention[position]! > rows[best]!.attention[position]!) best = t;
  });
  const attention = new Float32Array(sourceIds.length);
  attention[position] = 1;
  rows.splice(best, 0, { id, attention, logProb: 0 });
}
