import { splitLines } from './markdown';
import type { ProseLine } from './paragraphs';

/** Below this line Git shows the changes. */
const scissors = /^. -+ >8 -+$/u;

/** The lines of a commit message being edited, without what Git says to its writer. */
export function commitMessageLines(text: string): ProseLine[] {
  const lines = splitLines(text);
  const end = lines.findIndex(({ start, end: stop }) => scissors.test(text.slice(start, stop)));
  const own = end < 0 ? lines : lines.slice(0, end);
  // A line that says nothing parts two paragraphs.
  return own.map(({ start, end: stop }) => ({ content: text[start] === '#' ? { start, end: start } : { start, end: stop } }));
}
