import type { ProtectRule } from '../pack/manifest';
import type { Span } from '../protocol/result';
import { literalPattern } from './literalPattern';

/** A part of the text that passes through the translation byte for byte; `kind` is one of the pack's. */
export interface ProtectedSpan extends Span {
  readonly kind: string;
  /** Found by a rule for sources only: a word that is a name there, and any word in a translation. */
  readonly isName: boolean;
}

/** A protected span as text. */
export interface ProtectedText {
  readonly text: string;
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
      const rule = rules.find((_, index) => match.groups?.[`r${index}`] !== undefined);
      if (matched.length > 0 && rule) {
        spans.push({ start: match.index, end: match.index + matched.length, kind: rule.kind, isName: rule.side === 'source' });
      }
    }
    return spans;
  };
}

/** The spans of a translation, and where it holds the names of its source, a plural `s` behind them left aside. */
export function withNames(text: string, spans: readonly ProtectedSpan[], names: readonly ProtectedText[]): readonly ProtectedSpan[] {
  if (names.length === 0) return spans;
  const all = [...spans];
  // The longest first: a name may be a part of another.
  for (const name of [...names].sort((a, b) => b.text.length - a.text.length)) {
    for (const { index: start } of text.matchAll(new RegExp(`(?<![A-Za-z0-9_.@/-])${literalPattern(name.text)}(?=s?(?![A-Za-z0-9_]))`, 'gu'))) {
      const end = start + name.text.length;
      if (all.every((span) => end <= span.start || span.end <= start)) all.push({ start, end, kind: name.kind, isName: true });
    }
  }
  return all.sort((a, b) => a.start - b.start);
}
