/** Which parts of a document are translated. Pure: offsets in, offsets out. */
import type { Unit } from '../engine/bilingual';
import type { Span } from '../engine/protocol/result';
import { allSegments, findSegments, type Lexeme, type Segment } from '../engine/text';
import { literalSegments } from '../engine/text/literal';
import { taggedSegments } from '../engine/text/taggedText';
import type { FoundInText } from './grammar/grammarLexemes';

/** A segment of a whole document. */
export type Passage = Segment;

/** What a grammar says of a text; undefined leaves the search for comments to the engine's own lexer. */
export type FoundLexemes = readonly Lexeme[] | undefined;

/** The prose of each selection, in document order. */
export function selectedPassages(text: string, selections: readonly Span[], languageId: string, found?: FoundLexemes): Passage[] {
  return [...selections].sort((a, b) => a.start - b.start).flatMap((selection) => findSegments(text, languageId, selection, found));
}

/** All prose of a document; none for code without comments. Found one after the other, as each is asked for. */
export function allPassages(text: string, languageId: string, found?: FoundLexemes): Iterable<Passage> {
  return allSegments(text, languageId, found);
}

/** The string, or the text between tags, at an offset of the document. */
export function stringAt(text: string, offset: number, languageId: string, { strings, texts }: Pick<FoundInText, 'strings' | 'texts'>): Passage | undefined {
  const around = (spans: readonly Span[]): number => spans.findIndex(({ start, end }) => start <= offset && offset <= end);
  const at = ({ range }: Passage): boolean => range.start <= offset && offset <= range.end;
  const literal = strings[around(strings)];
  const tagged = texts[around(texts)];
  const found = literal && literalSegments(text, literal, languageId).find(at);
  return found ?? (tagged && taggedSegments(text, tagged).find(at));
}

/** Passages beyond the nearest ones are looked at where those are not wanted, but not many. */
const near = { after: 6, before: 3 };

/** Of the passages around a place, the next two and the one before that are wanted, in the order of reading on. */
export function neighbours(passages: readonly Passage[], { start, end }: Span, isWanted: (passage: Passage) => boolean): Passage[] {
  const after = passages.filter(({ range }) => range.start >= end).slice(0, near.after);
  const before = passages.filter(({ range }) => range.end <= start).slice(-near.before);
  return [...after.filter(isWanted).slice(0, 2), ...before.filter(isWanted).slice(-1)];
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
