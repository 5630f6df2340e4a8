import type { ProtectRule } from '../pack/manifest';
import type { Span } from '../protocol/result';

/** A part of the text that passes through the translation byte for byte; `kind` is one of the pack's. */
export interface ProtectedSpan extends Span {
  readonly kind: string;
}

export type Protector = (text: string) => ProtectedSpan[];

/**
 * Finds what must not be translated: the leftmost match of any rule, at the same position the earlier rule's.
 * The rules come from the pack, since the model was trained with the same ones.
 */
export function createProtector(rules: readonly ProtectRule[]): Protector {
  // One alternation gives leftmost-then-first for free; a named group tells which rule matched.
  const pattern = new RegExp(rules.map((rule, index) => `(?<r${index}>${rule.pattern})`).join('|'), 'gu');
  return (text) => {
    if (rules.length === 0) return [];
    const spans: ProtectedSpan[] = [];
    for (const match of text.matchAll(pattern)) {
      const [matched] = match;
      const rule = rules.findIndex((_, index) => match.groups?.[`r${index}`] !== undefined);
      const kind = rules[rule]?.kind;
      if (matched.length > 0 && kind !== undefined) {
        spans.push({ start: match.index, end: match.index + matched.length, kind });
      }
    }
    return spans;
  };
}
