/** Which parts of a document are translated. Pure: offsets in, offsets out. */
import type { Unit } from '../engine/bilingual';
import type { Span } from '../engine/protocol/result';
import { allSegments, findSegments, segmentAt, type Lexeme, type Segment } from '../engine/text';

/** A segment of a whole document. */
export type Passage = Segment;

/** What a grammar says of a text; undefined leaves the search for comments to the engine's own lexer. */
export type FoundLexemes = readonly Lexeme[] | undefined;

/** The prose of each selection, in document order. */
export function selectedPassages(text: string, selections: readonly Span[], languageId: string, found?: FoundLexemes): Passage[] {
  return [...selections].sort((a, b) => a.start - b.start).flatMap((selection) => findSegments(text, languageId, selection, found));
}

/** All prose of a document; none for code without comments. */
export function allPassages(text: string, languageId: string, found?: FoundLexemes): Passage[] {
  return allSegments(text, languageId, found);
}

/** The comment or paragraph at an offset of the document. */
export function passageAt(text: string, offset: number, languageId: string, found?: FoundLexemes): Passage | undefined {
  return segmentAt(text, offset, languageId, found);
}

/** The source of a unit as a passage of its document. */
export function sourcePassage(unit: Unit): Passage {
  return {
    kind: 'string',
    text: unit.source,
    range: unit.sourceSpan,
    toDocument: (offset, edge) => unit.toSourceFile(offset, edge),
    write: (text) => text,
  };
}

/** The translation of a unit as a passage of its document. */
export function targetPassage(unit: Unit): Passage {
  return {
    kind: 'string',
    text: unit.target,
    range: unit.targetSpan,
    toDocument: (offset, edge) => unit.toTargetFile(offset, edge),
    write: unit.writeTarget,
  };
}
