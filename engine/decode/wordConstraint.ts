import type { Scores } from './shortlist';

/** Which words in Latin letters a translation may hold; it follows each hypothesis through the subwords of a word. */
export interface WordConstraint {
  /** The word that a hypothesis has begun, bare, once it has written `id` behind `word`; empty behind anything else. */
  after(word: string, id: number): string;
  /** Forbids what a hypothesis that has begun `word` may not write next. */
  mask(scores: Scores, word: string): void;
}
