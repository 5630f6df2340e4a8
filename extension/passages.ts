/** Which parts of a document are translated. Pure: offsets in, offsets out. */
import type { Span } from '../engine/protocol/result';
import { findSegments, segmentAt, type Segment } from '../engine/text';

/** A segment of a whole document. */
export type Passage = Segment;

/** The prose of each selection, in document order. */
export function selectedPassages(text: string, selections: readonly Span[], languageId: string): Passage[] {
  return [...selections].sort((a, b) => a.start - b.start).flatMap((selection) => findSegments(text, languageId, selection));
}

/** The comment or paragraph at an offset of the document. */
export function passageAt(text: string, offset: number, languageId: string): Passage | undefined {
  return segmentAt(text, offset, languageId);
}
