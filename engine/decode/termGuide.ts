import { isCjk } from '../text/normalise';
import type { Scores } from './shortlist';

/** A term of a source sentence as the search sees it. */
export interface SearchTerm {
  /** Indices of the source subwords that hold the term. */
  readonly positions: readonly number[];
  /** The translation that the term is to have. */
  readonly text: string;
  /** The translation's subwords where no space is written before it. */
  readonly tight: readonly number[];
  /** … behind a space. */
  readonly spaced: readonly number[];
  /** … at the start of a sentence, with a capital; the same as `tight` where there is none. */
  readonly capital: readonly number[];
  /** Whether a hypothesis may not end without it. */
  readonly required: boolean;
}

/** What the rows of the lexicon give without the terms' own votes: Σ_i α_i · L(y|x_i) + ε·u(y). */
export type BaseVote = (target: number, attention: Float32Array) => number;

/** What a hypothesis has written of its terms; never changed. */
export interface TermState {
  /** The end of the text so far. */
  readonly tail: string;
  /** Terms that were written, as bits. */
  readonly done: number;
  /** The term being written. */
  readonly open?: OpenTerm | undefined;
  /** A term that the last subword completed and the next one may make a part of a longer word. */
  readonly fresh?: number | undefined;
  /** Whether the last subword continued a term. */
  readonly joined?: boolean;
}

interface OpenTerm {
  readonly term: number;
  readonly ids: readonly number[];
  /** Subwords written. */
  readonly length: number;
  /** Attention that the term had when it was begun. */
  readonly mass: number;
}

/** A subword that continues or begins a term. */
export interface TermStep {
  readonly id: number;
  /** Index of the term. */
  readonly term: number;
  /** Attention behind it, 0 to 1. */
  readonly mass: number;
  /** Whether the term was begun before. */
  readonly continues: boolean;
}

/** A term's row of the lexicon: what the next subword of its translation gets where the attention is all on the term. */
export const voteWeight = 1;
/** More terms in a sentence than an integer has bits are left to the model. */
const maxTerms = 30;
/** Surfaces end a word's form this way, in lower case: behind a term they leave it a word of its own. */
const inflection = /^(?:s|es|d|ed|ing|n|en|er|e)(?![\p{Script=Latin}\p{N}])/u;
const letterOrDigit = /[\p{L}\p{N}_]/u;
/** No space is written behind these; behind quotation marks there may be one. */
const opener = /[([{<“‘/\\@#$~=+-]$/u;
const quotationMark = /["'`*]$/u;

/**
 * Leads the hypotheses of one sentence to the translations of its terms. A term's vote is a row of the lexicon that depends
 * on the hypothesis: it goes to the next subword of the term's translation, and to none once that is written.
 */
export class TermGuide {
  readonly initial: TermState = { tail: '', done: 0 };
  readonly terms: readonly SearchTerm[];
  private readonly tailLength: number;
  private readonly comparable: readonly { readonly text: string; readonly exact: boolean }[];

  /**
   * @param surface the text of a target subword
   * @param base of the rows that the decoder was given
   */
  constructor(
    terms: readonly SearchTerm[],
    private readonly surface: (id: number) => string,
    private readonly base: BaseVote,
  ) {
    // What is required goes first where there are too many.
    this.terms = [...terms].sort((a, b) => Number(b.required) - Number(a.required)).slice(0, maxTerms);
    this.tailLength = Math.max(...this.terms.map(({ text }) => text.length)) + 1;
    this.comparable = this.terms.map(({ text }) => ({ text, exact: text !== text.toLowerCase() }));
  }

  /** Subwords of all required translations: how far a hypothesis can come. */
  get requiredLength(): number {
    return this.terms.reduce((sum, { required, tight }) => sum + (required ? tight.length : 0), 0);
  }

  /** Adds the terms' votes to the log-probabilities of a hypothesis' next subword, which stay normalised. */
  vote(scores: Scores, attention: Float32Array, state: TermState): void {
    const votes = new Map<number, number>();
    for (const { id, mass } of this.steps(state, attention)) votes.set(id, (votes.get(id) ?? 0) + voteWeight * mass);
    let total = 1;
    for (const [id, vote] of votes) {
      const base = this.base(id, attention);
      const before = scores.of(id);
      const after = before + Math.log1p(vote / base);
      scores.set(id, after);
      total += Math.exp(after) - Math.exp(before);
    }
    if (votes.size === 0) return;
    const shift = Math.log(total);
    for (let place = 0; place < scores.values.length; place++) scores.values[place]! -= shift;
  }

  /** What may be written next of the terms that are not done. */
  steps({ tail, done, open }: TermState, attention: Float32Array): TermStep[] {
    return this.terms.flatMap((term, index): TermStep[] => {
      if ((done & (1 << index)) !== 0) return [];
      const mass = massOf(attention, term);
      if (open?.term === index) return [{ id: open.ids[open.length]!, term: index, mass: Math.max(mass, open.mass), continues: true }];
      const firsts = new Set(variants(term, tail).map(([first]) => first!));
      return [...firsts].map((id) => ({ id, term: index, mass, continues: false }));
    });
  }

  /** The state behind a subword. */
  advance(state: TermState, id: number, attention: Float32Array): TermState {
    const piece = this.surface(id);
    const text = state.tail + piece;
    const tail = text.slice(-this.tailLength);
    const opened = this.opened(state, id, attention);
    const done = this.swallowed(state, piece) ? state.done & ~(1 << state.fresh!) : state.done;
    const completed = this.completed(text, state.tail.length, done, opened, attention);
    const joined = opened !== undefined && opened.length > 1;
    if (completed !== undefined) return { tail, done: done | (1 << completed), fresh: completed, joined };
    return { tail, done, open: opened && opened.length < opened.ids.length ? opened : undefined, joined };
  }

  /** Indices of the required terms that a hypothesis has not written. */
  missing({ done }: TermState): number[] {
    return this.terms.flatMap(({ required }, index) => (required && (done & (1 << index)) === 0 ? [index] : []));
  }

  /** Subwords of required translations that a hypothesis has written: its bank. */
  written({ done, open }: TermState): number {
    const whole = this.terms.reduce((sum, { required, tight }, i) => sum + (required && (done & (1 << i)) !== 0 ? tight.length : 0), 0);
    if (!open) return whole;
    const { required, tight } = this.terms[open.term]!;
    return required ? whole + Math.min(open.length, tight.length - 1) : whole;
  }

  private opened({ tail, done, open }: TermState, id: number, attention: Float32Array): OpenTerm | undefined {
    if (open?.ids[open.length] === id) {
      return { ...open, length: open.length + 1, mass: Math.max(open.mass, massOf(attention, this.terms[open.term]!)) };
    }
    const begun = this.terms.flatMap((term, index): OpenTerm[] => {
      if ((done & (1 << index)) !== 0) return [];
      const ids = variants(term, tail).find(([first]) => first === id);
      return ids ? [{ term: index, ids, length: 1, mass: massOf(attention, term) }] : [];
    });
    return mostAttended(begun);
  }

  /** The term that a text's new end completes; of several with the same words, the one that the attention is on. */
  private completed(text: string, from: number, done: number, opened: OpenTerm | undefined, attention: Float32Array): number | undefined {
    const lower = text.toLowerCase();
    const found = this.terms.flatMap((term, index) => {
      if ((done & (1 << index)) !== 0) return [];
      const { text: wanted, exact } = this.comparable[index]!;
      const within = exact ? text : lower;
      const at = within.indexOf(wanted, Math.max(0, from - wanted.length + 1));
      if (at < 0 || isInsideWord(text, at)) return [];
      const mass = opened?.term === index ? Math.max(opened.mass, massOf(attention, term)) : massOf(attention, term);
      return [{ term: index, mass }];
    });
    return mostAttended(found)?.term;
  }

  /** Whether a word that was complete goes on as another one: `art`, then `icle`. */
  private swallowed({ fresh, tail }: TermState, piece: string): boolean {
    if (fresh === undefined) return false;
    const before = tail.at(-1) ?? '';
    return isLetter(before) && isLetter(piece[0] ?? '') && !inflection.test(piece);
  }
}

function mostAttended<T extends { readonly mass: number }>(found: readonly T[]): T | undefined {
  return found.reduce<T | undefined>((best, each) => (best && best.mass >= each.mass ? best : each), undefined);
}

function massOf(attention: Float32Array, { positions }: SearchTerm): number {
  return positions.reduce((sum, position) => sum + attention[position]!, 0);
}

/** The subwords that write a term behind `tail`: a space goes before it where words are written with spaces. */
function variants({ text, tight, spaced, capital }: SearchTerm, tail: string): (readonly number[])[] {
  if (tail === '') return capital === tight ? [tight] : [tight, capital];
  const apart = !tail.endsWith(' ') && !isCjk(tail.at(-1)!) && !isCjk(text[0]!) && !opener.test(tail);
  if (!apart) return [tight];
  return quotationMark.test(tail) ? [tight, spaced] : [spaced];
}

function isInsideWord(text: string, at: number): boolean {
  return isLetter(text[at] ?? '') && isLetter(text[at - 1] ?? '');
}

/** Of a script that separates words. */
function isLetter(character: string): boolean {
  return letterOrDigit.test(character) && !isCjk(character);
}
