import { allocate, type Banked } from './banks';
import type { CharacterConstraint } from './characters';
import { cover, type Coverage } from './coverage';
import { coveragePenalty } from './coveragePenalty';
import { insert, type WrittenRow } from './insert';
import { lengthPenalty } from './lengthPenalty';
import { subwordsOf, type Node } from './node';
import type { PlaceholderConstraint } from './placeholders';
import { maskRepetitions } from './repetitions';
import type { Scores } from './shortlist';
import type { TermGuide } from './termGuide';
import { TopK, type Candidate } from './topK';
import type { WordConstraint } from './wordConstraint';

/** One sentence to decode. */
export interface SearchTask {
  /** Source subwords with EOS. */
  readonly sourceIds: readonly number[];
  /** Target subwords with EOS at most. */
  readonly maxLength: number;
  readonly constraint: PlaceholderConstraint;
  /** Where not every word in Latin letters may be written. */
  readonly words?: WordConstraint | undefined;
  /** Leads to the translations of the user's terms, where the sentence has any. */
  readonly guide?: TermGuide | undefined;
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
  /** Log-probability that each step costs whose attention goes to what had plenty of it (`coverage.ts`); 0 leaves it out. */
  readonly excessPenalty: number;
  /** Where target subwords may be single bytes. */
  readonly characters?: CharacterConstraint | undefined;
  readonly specialTokens: { readonly pad: number; readonly bos: number; readonly eos: number };
}

/** A complete translation of one sentence. */
export interface Hypothesis {
  /** Target subwords without EOS. */
  readonly ids: readonly number[];
  /** α, `[ids.length, sourceIds.length]`, row-major. */
  readonly attention: Float32Array;
  /** log P(y_t|y_<t, X), `[ids.length]`; 0 for what was inserted. */
  readonly logProbs: Float32Array;
  /** log P(Y|X) with EOS. */
  readonly logProb: number;
  /** `logProb` less the excess penalty, over the length penalty, and the coverage penalty: what hypotheses are ranked by. */
  readonly score: number;
  /** Placeholders and required terms that the search had no room for and that were put in afterwards, without a probability. */
  readonly inserted: number;
}

interface BankedNode extends Banked {
  readonly candidate: Candidate;
  readonly node: Node;
}

/** Hypotheses at most, however many subwords the required terms have. */
const largestBeam = 16;
/** Attention on a required term from which on a hypothesis tries to write it, however unlikely that is. */
const termAttention = 0.2;

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
  /** Subwords of required terms: the number of the fullest bank, in which hypotheses may end. */
  private readonly fullBank: number;

  constructor(
    private readonly task: SearchTask,
    private readonly options: SearchOptions,
  ) {
    this.fullBank = task.guide?.requiredLength ?? 0;
  }

  /**
   * Continues the beam by one subword.
   *
   * @param scores of each living row (before the first step there is one, the empty hypothesis); changed in place
   * @param attention α of each living row, `[≥ sourceIds.length]`
   * @returns the living hypotheses, best first; none when the search is over
   */
  advance(scores: readonly Scores[], attention: readonly Float32Array[]): Continuation[] {
    this.steps += 1;
    const { eos } = this.options.specialTokens;
    const { guide, maxLength } = this.task;
    const parents: readonly (Node | undefined)[] = this.steps === 1 ? [undefined] : this.alive;
    const last = this.steps === maxLength;
    // Each parent has one EOS, so that twice the beam always holds enough hypotheses that go on.
    const width = 2 * this.options.beamSize;
    const top = new TopK(width);
    const banked: Candidate[] = [];
    const coverage = parents.map((parent, row) => cover(parent?.coverage, attention[row]!, this.task.sourceIds.length));
    parents.forEach((parent, row) => {
      const base = (parent?.logProb ?? 0) - this.options.excessPenalty * coverage[row]!.excess;
      const own = scores[row]!;
      guide?.vote(own, attention[row]!, parent?.terms ?? guide.initial);
      // Hypotheses of different banks do not compete, so that each needs candidates of its own.
      const candidates = this.fullBank > 0 ? new TopK(width) : top;
      if (last) candidates.add({ parent: row, id: eos, logProb: base + own.of(eos) });
      else {
        const forced = this.fullBank > 0 ? this.forcedTerms(row, base, own, attention[row]!, parent) : [];
        this.addCandidates(candidates, row, base, own, parent);
        banked.push(...forced.filter(({ id }) => candidates.best.every((known) => known.id !== id)));
      }
      if (candidates !== top) banked.push(...candidates.best);
    });
    // What must end here ends with whatever it has.
    const ends = last || this.task.prefix?.[this.steps - 1] === eos;
    return this.fullBank > 0 ? this.keepBanked(banked, parents, coverage, ends) : this.keep(top.best, parents, coverage);
  }

  /** What `advance` found, best first; whatever needed mending comes behind what did not. */
  results(): Hypothesis[] {
    const ranked = [...this.finished].sort((a, b) => a.inserted - b.inserted || b.score - a.score);
    return ranked.slice(0, this.options.beamSize);
  }

  /** Subwords of the hypothesis that is ahead at present. */
  leading(): number[] {
    const [first] = this.alive;
    return first ? subwordsOf(first) : [...(this.results()[0]?.ids ?? [])];
  }

  private addCandidates(top: TopK, row: number, base: number, scores: Scores, parent: Node | undefined): void {
    const { specialTokens, noRepeatNgram } = this.options;
    const { pad, bos, eos } = specialTokens;
    const given = this.task.prefix?.[this.steps - 1];
    if (given !== undefined) {
      // As given, even where the search itself would not have been allowed to write it.
      top.add({ parent: row, id: given, logProb: base + scores.of(given) });
      return;
    }
    scores.forbid(pad);
    scores.forbid(bos);
    // No sentence translates to nothing.
    if (this.steps === 1) scores.forbid(eos);
    this.task.constraint.mask(scores, parent?.written ?? 0, eos);
    if (this.missingTerms(parent).length > 0) scores.forbid(eos);
    this.task.words?.mask(scores, parent?.word ?? '');
    this.options.characters?.mask(scores, parent?.character ?? 0, this.task.maxLength - this.steps - 1);
    if (parent && noRepeatNgram > 0) maskRepetitions(scores, subwordsOf(parent), noRepeatNgram);
    // The search's innermost loop: nearly all values fail this one comparison.
    const { values, shortlist } = scores;
    let least = top.threshold - base;
    for (let place = 0; place < values.length; place++) {
      if (values[place]! < least) continue;
      top.add({ parent: row, id: shortlist.ids[place]!, logProb: base + values[place]! });
      least = top.threshold - base;
    }
  }

  private missingTerms(node: Node | undefined): number[] {
    const { guide } = this.task;
    return guide ? guide.missing(node?.terms ?? guide.initial) : [];
  }

  /** What begins or continues a required term: where the attention is on it, and everywhere before the end. */
  private forcedTerms(row: number, base: number, scores: Scores, attention: Float32Array, parent: Node | undefined): Candidate[] {
    const { guide, prefix } = this.task;
    if (!guide || prefix?.[this.steps - 1] !== undefined) return [];
    const missing = this.missingTerms(parent);
    if (missing.length === 0) return [];
    const end = scores.of(this.options.specialTokens.eos);
    const atEnd = scores.values.every((value) => value <= end);
    const steps = guide.steps(parent?.terms ?? guide.initial, attention);
    const due = steps.filter(({ term, mass, continues }) => missing.includes(term) && (continues || atEnd || mass >= termAttention));
    return [...new Set(due.map(({ id }) => id))].map((id) => ({ parent: row, id, logProb: base + scores.of(id) }));
  }

  private nodeOf({ parent, id, logProb: rank }: Candidate, parents: readonly (Node | undefined)[], coverage: readonly Coverage[]): Node {
    const { constraint, guide, words } = this.task;
    const previous = parents[parent];
    const looked = coverage[parent]!;
    return {
      id,
      previous,
      coverage: looked,
      logProb: rank + this.options.excessPenalty * looked.excess,
      rank,
      length: this.steps,
      written: constraint.with(previous?.written ?? 0, id),
      word: words?.after(previous?.word ?? '', id) ?? '',
      character: this.options.characters?.after(previous?.character ?? 0, id) ?? 0,
      terms: guide?.advance(previous?.terms ?? guide.initial, id, looked.attention),
    };
  }

  private keep(candidates: readonly Candidate[], parents: readonly (Node | undefined)[], coverage: readonly Coverage[]): Continuation[] {
    const { beamSize, specialTokens } = this.options;
    const living: Continuation[] = [];
    const nodes: Node[] = [];
    candidates.forEach((candidate, rank) => {
      const node = this.nodeOf(candidate, parents, coverage);
      if (candidate.id === specialTokens.eos) {
        // An end that is not among the best of the beam would push out better hypotheses that go on.
        if (rank < beamSize) this.finished.push(this.complete(node));
      } else if (nodes.length < beamSize) {
        nodes.push(node);
        living.push({ id: candidate.id, parent: candidate.parent });
      }
    });
    this.alive = nodes;
    return this.isOver() ? [] : living;
  }

  /** As `keep`, with places for hypotheses that have written more and less of the required terms. */
  private keepBanked(
    candidates: readonly Candidate[],
    parents: readonly (Node | undefined)[],
    coverage: readonly Coverage[],
    ends: boolean,
  ): Continuation[] {
    const { beamSize, specialTokens } = this.options;
    const nodes = candidates.map((candidate): BankedNode => {
      const node = this.nodeOf(candidate, parents, coverage);
      return { candidate, node, logProb: node.rank, bank: this.task.guide!.written(node.terms!) };
    });
    const isEnd = ({ candidate }: BankedNode): boolean => candidate.id === specialTokens.eos;
    const rivals = nodes.filter(({ bank }) => ends || bank === this.fullBank).sort((a, b) => b.logProb - a.logProb);
    for (const { node } of rivals.slice(0, ends ? rivals.length : beamSize).filter(isEnd)) this.finished.push(this.complete(node));
    const going = nodes.filter((each) => !isEnd(each) && each.logProb > -Infinity);
    const kept = allocate(going, Math.min(largestBeam, beamSize + this.fullBank));
    this.alive = kept.map(({ node }) => node);
    return this.isOver() ? [] : kept.map(({ candidate: { id, parent } }) => ({ id, parent }));
  }

  private isOver(): boolean {
    const { beamSize, lengthPenalty: alpha } = this.options;
    if (this.alive.length === 0) return true;
    // As many ends as a beam holds are enough, but for a hypothesis that is more probable than any of them as it is.
    if (this.finished.length >= beamSize && this.finished.some(({ logProb }) => logProb >= this.alive[0]!.logProb)) return true;
    // Log-probabilities only fall and coverage never adds, so this is the best score a living hypothesis can still reach.
    const reachable = this.alive[0]!.rank / lengthPenalty(this.task.maxLength, alpha);
    return this.finished.some(({ score, inserted }) => inserted === 0 && score >= reachable);
  }

  private complete(end: Node): Hypothesis {
    const nodes: Node[] = [];
    for (let node: Node | undefined = end; node; node = node.previous) nodes.unshift(node);
    const rows = nodes.map(({ id, coverage: { attention }, logProb, previous, terms }): WrittenRow => {
      return { id, attention, logProb: logProb - (previous?.logProb ?? 0), joined: terms?.joined ?? false };
    });
    const { lengthPenalty: alpha, coveragePenalty: beta } = this.options;
    const normalised = end.rank / lengthPenalty(end.length, alpha);
    // Wu et al. 2016, equation 14; of the model's own steps only.
    const score = beta > 0 ? normalised + coveragePenalty(rows.map(({ attention }) => attention), beta) : normalised;
    const missing = this.task.constraint.missing(end.written);
    const width = this.task.sourceIds.length;
    for (const id of missing) insert(rows, [id], [this.task.sourceIds.indexOf(id)], width);
    const missingTerms = this.missingTerms(end);
    for (const index of missingTerms) {
      const { spaced, positions } = this.task.guide!.terms[index]!;
      insert(rows, spaced, positions, width);
    }
    rows.pop(); // EOS
    const attention = new Float32Array(rows.length * width);
    rows.forEach((row, t) => attention.set(row.attention, t * width));
    return {
      ids: rows.map(({ id }) => id),
      attention,
      logProbs: Float32Array.from(rows, ({ logProb }) => logProb),
      logProb: end.logProb,
      score,
      inserted: missing.length + missingTerms.length,
    };
  }
}
