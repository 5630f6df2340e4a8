/** Which parts of a document are translated. Pure: offsets in, offsets out. */
import type { Unit } from '../engine/bilingual';
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

/** The source of a unit as a passage of its document. */
export function sourcePassage(unit: Unit): Passage {
  return {
    text: unit.source,
    range: unit.sourceSpan,
    toDocument: (offset, edge) => unit.toSourceFile(offset, edge),
    write: (text) => text,
  };
}

/** The translation of a unit as a passage of its document. */
export function targetPassage(unit: Unit): Passage {
  return {
    text: unit.target,
    range: unit.targetSpan,
    toDocument: (offset, edge) => unit.toTargetFile(offset, edge),
    write: unit.writeTarget,
  };
}
