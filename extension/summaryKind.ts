/** Whether a part of a document is read as code or as prose. Pure. */
import type { Span } from '../engine/protocol/result';
import { commentSyntax } from '../engine/text/languages';
import { lexemes } from '../engine/text/lexemes';

/** These have comments, but what stands outside of them is prose. */
const prose: ReadonlySet<string> = new Set(['latex', 'tex', 'html', 'git-commit']);

/** Whether documents of the language are programs, whose prose is in comments. */
export function isCode(languageId: string): boolean {
  return !prose.has(languageId) && commentSyntax(languageId) !== undefined;
}

/** Whether a span of a program holds more than comments. */
export function readsAsCode(text: string, { start, end }: Span, languageId: string): boolean {
  const syntax = commentSyntax(languageId);
  if (!syntax || prose.has(languageId)) return false;
  let from = start;
  let rest = '';
  for (const lexeme of lexemes(text, syntax)) {
    if (lexeme.kind === 'string' || lexeme.end <= start) continue;
    if (lexeme.start >= end) break;
    rest += text.slice(from, Math.max(from, lexeme.start));
    from = lexeme.end;
  }
  return /[\p{L}\p{N}]/u.test(rest + text.slice(Math.min(from, end), end));
}
