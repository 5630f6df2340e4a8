/** Who waits for an answer: `background` work is for nobody in particular. */
export type Priority = 'interactive' | 'background';

/** A term of the source language and what becomes of it, matched on word forms. */
export interface Term {
  readonly source: string;
  /** Null keeps the words of the source as they are. */
  readonly target: string | null;
  /** Whether the translation must hold `target`; otherwise it is only made likelier, as a row of the lexicon. */
  readonly required: boolean;
}
