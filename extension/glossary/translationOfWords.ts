/** What a translation has for some words of its source. Pure. */
import type { Span, Translation } from '../../engine/protocol/result';

/** The words of the target that are linked to those in a part of the source, and what stands between them; empty where none is. */
export function translationOfWords({ target, sentences }: Translation, span: Span): string {
  for (const { sourceTokens, targetTokens, links } of sentences) {
    const own = links.filter(({ source }) => {
      const token = sourceTokens[source]!;
      return token.start < span.end && span.start < token.end;
    });
    const tokens = own.map((link) => targetTokens[link.target]!);
    if (tokens.length > 0) return target.slice(Math.min(...tokens.map(({ start }) => start)), Math.max(...tokens.map(({ end }) => end)));
  }
  return '';
}
