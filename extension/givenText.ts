/** A text that a link names in place of one in a document. Pure. */

/** Languages as in `LanguageChoice`. */
export interface GivenText {
  readonly text: string;
  readonly from?: string;
  readonly to?: string;
}

/** Menus pass arguments of their own, and links may come from anywhere: nothing else than these strings is taken. */
export function isGivenText(value: unknown): value is GivenText {
  if (typeof value !== 'object' || value === null) return false;
  const entries = Object.entries(value);
  return 'text' in value && entries.every(([key, part]) => ['text', 'from', 'to'].includes(key) && typeof part === 'string');
}
