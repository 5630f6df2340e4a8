/** Which terms may stand in a text. Pure. */
import type { Term } from '../../engine/protocol/term';

/**
 * The terms that may stand in a text, in whatever form: those whose first word begins like one in the text. The engine looks
 * closer; this keeps requests short, and the translations of all other texts.
 */
export function termsIn(text: string, terms: readonly Term[]): readonly Term[] {
  if (terms.length === 0) return terms;
  const lowerCase = text.toLowerCase();
  return terms.filter(({ source }) => lowerCase.includes(stemOf(source)));
}

/** What the forms of a word have in common: `query` and `queries`, `try` and `tries`. */
function stemOf(source: string): string {
  const word = /^\S+/u.exec(source.trim().toLowerCase())?.[0] ?? '';
  return word.slice(0, Math.max(1, Math.min(3, word.length - 1)));
}
