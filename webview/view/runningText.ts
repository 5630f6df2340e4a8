/** Text with an element for each of its words. */
import type { Span } from '../../engine/protocol/result';
import type { VirtualNode } from './element';

/** The text, which begins at `offset`, with an element for each of its words and the rest as it is. */
export function withWords(text: string, offset: number, words: readonly Span[], make: (text: string, index: number) => VirtualNode): VirtualNode[] {
  const nodes: VirtualNode[] = [];
  let from = 0;
  words.forEach(({ start, end }, index) => {
    if (start - offset > from) nodes.push(text.slice(from, start - offset));
    nodes.push(make(text.slice(start - offset, end - offset), index));
    from = end - offset;
  });
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
}
