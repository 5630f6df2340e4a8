/** Findings stay with their words while the files are edited. */
import { expect, test } from 'vitest';
import { phrase } from '../../../engine/protocol/phrase';
import type { PlacedFinding } from '../../../extension/lint/placement';
import { shiftFindings, type ChangedSides, type TextChange } from '../../../extension/lint/shift';

/** In the same file, as in a catalogue: source at 10–20, target at 30–40, the number at 34–36. */
const finding: PlacedFinding = {
  rule: 'numbers',
  severity: 'warning',
  message: phrase(''),
  range: { start: 34, end: 36 },
  unit: { source: { start: 10, end: 20 }, target: { start: 30, end: 40 } },
  source: { span: { start: 12, end: 14 }, text: '“12”' },
  fix: { span: { start: 34, end: 36 }, text: '12', title: phrase('') },
};
const both: ChangedSides = { source: true, target: true };
const change = (start: number, end: number, length: number): TextChange => ({ span: { start, end }, length });
const after = (sides: ChangedSides, ...changes: readonly TextChange[]): PlacedFinding | undefined => shiftFindings([finding], changes, sides)[0];

test('an edit behind changes nothing', () => {
  expect(after(both, change(41, 45, 9))).toEqual(finding);
});

test('an edit before moves every span', () => {
  const moved = after(both, change(2, 5, 4));
  expect(moved?.range).toEqual({ start: 35, end: 37 });
  expect(moved?.fix?.span).toEqual({ start: 35, end: 37 });
  expect(moved?.source?.span).toEqual({ start: 13, end: 15 });
  expect(moved?.unit).toEqual({ source: { start: 11, end: 21 }, target: { start: 31, end: 41 } });
});

test('an edit between them moves the translation only', () => {
  const moved = after(both, change(25, 25, 3));
  expect(moved?.range).toEqual({ start: 37, end: 39 });
  expect(moved?.unit.source).toEqual({ start: 10, end: 20 });
});

test('edits come one after another', () => {
  expect(after(both, change(50, 50, 1), change(0, 4, 0))?.range).toEqual({ start: 30, end: 32 });
  expect(after(both, change(0, 0, 20), change(35, 35, 1))?.range).toBeUndefined();
});

test.each([
  ['inside the translation', change(35, 35, 1)],
  ['at its start', change(30, 30, 1)],
  ['at its end', change(40, 40, 1)],
  ['inside the source', change(15, 16, 0)],
  ['over everything', change(0, 100, 0)],
])('an edit %s makes it old', (_, edit) => {
  expect(after(both, edit)).toBeUndefined();
});

test('in a pair of files each edit is in one of them', () => {
  expect(after({ source: true, target: false }, change(35, 35, 5))).toEqual(finding);
  expect(after({ source: false, target: true }, change(0, 0, 5))?.source?.span).toEqual({ start: 12, end: 14 });
  expect(after({ source: false, target: true }, change(12, 13, 5))?.range).toEqual({ start: 38, end: 40 });
});
