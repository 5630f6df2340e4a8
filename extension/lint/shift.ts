/** Keeps findings at their places while the files are edited. Pure. */
import type { Span } from '../../engine/protocol/result';
import type { PlacedFinding } from './placement';

/** `span` of a file gives way to `length` code units. */
export interface TextChange {
  readonly span: Span;
  readonly length: number;
}

/** The files that a change was made to: of a catalogue, it is both. */
export interface ChangedSides {
  readonly source: boolean;
  readonly target: boolean;
}

/**
 * The findings after changes made one after another. Those about a text or translation that was touched are gone: nobody
 * knows yet whether they are still right.
 */
export function shiftFindings(findings: readonly PlacedFinding[], changes: readonly TextChange[], sides: ChangedSides): PlacedFinding[] {
  return changes.reduce<PlacedFinding[]>(
    (left, change) => left.filter((finding) => !touches(finding, change, sides)).map((finding) => shifted(finding, change, sides)),
    [...findings],
  );
}

function touches({ unit }: PlacedFinding, { span }: TextChange, sides: ChangedSides): boolean {
  const meets = (own: Span): boolean => span.start <= own.end && own.start <= span.end;
  return (sides.source && meets(unit.source)) || (sides.target && meets(unit.target));
}

function shifted(finding: PlacedFinding, { span, length }: TextChange, sides: ChangedSides): PlacedFinding {
  const by = length - (span.end - span.start);
  const move = (own: Span, changed: boolean): Span =>
    changed && own.start >= span.end ? { start: own.start + by, end: own.end + by } : own;
  const { range, unit, source, fix } = finding;
  return {
    ...finding,
    range: move(range, sides.target),
    unit: { source: move(unit.source, sides.source), target: move(unit.target, sides.target) },
    source: source && { ...source, span: move(source.span, sides.source) },
    fix: fix && { ...fix, span: move(fix.span, sides.target) },
  };
}
