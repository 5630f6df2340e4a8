/** Texts with passages replaced. Pure. */
import type { Span } from '../../engine/protocol/result';
import type { Passage } from '../passages';

export interface WrittenPassage {
  readonly passage: Pick<Passage, 'range' | 'write'>;
  /** Its translation. */
  readonly text: string;
}

/** A span of a text in which the passages that lie in it are replaced; they are in order and do not overlap. */
export function writtenSpan(text: string, { start, end }: Span, replacements: readonly WrittenPassage[]): string {
  let written = '';
  let offset = start;
  for (const { passage, text: translation } of replacements) {
    if (passage.range.start < offset || passage.range.end > end) continue;
    written += text.slice(offset, passage.range.start) + passage.write(translation);
    offset = passage.range.end;
  }
  return written + text.slice(offset, end);
}
