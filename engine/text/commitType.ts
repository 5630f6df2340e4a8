import type { Span } from '../protocol/result';

const type = /[\t ]*((?:build|chore|ci|docs|feat|fix|perf|refactor|revert|style|tests?)(?:\([^()\n]{0,60}\))?!?:)(?=[\t ]*[^\t :/])/uy;

/** What a commit message says of its kind (conventionalcommits.org), such as `fix(parser)!:`, where the line from `start` to `end` begins with it. */
export function commitType(text: string, start: number, end: number): Span | undefined {
  type.lastIndex = start;
  const match = type.exec(text);
  if (!match || type.lastIndex > end) return undefined;
  return { start: type.lastIndex - match[1]!.length, end: type.lastIndex };
}
