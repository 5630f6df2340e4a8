/** The smallest replacement that makes one text another one. Pure. */
import type { Span } from '../../engine/protocol/result';

/** `start` to `end` of the first text becomes `text`; what lies around it is common. */
export function changedSpan(before: string, after: string): Span & { readonly text: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  // Half of a character or of a line break is none.
  while (start > 0 && /[\r\ud800-\udbff]/u.test(before.charAt(start - 1))) start--;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  while (tail > 0 && /[\n\udc00-\udfff]/u.test(before.charAt(before.length - tail))) tail--;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}
