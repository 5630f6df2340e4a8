import { expect, test } from 'vitest';
import { commitType } from '../../../engine/text/commitType';

test.each([
  ['fix: handle empty input', 'fix:'],
  ['  feat(core)!: add a parser', 'feat(core)!:'],
  ['docs:更新说明', 'docs:'],
  ['tests (a): no', undefined],
  ['Fix: a capital', undefined],
  ['fixes: another word', undefined],
  ['prefix: another word', undefined],
  ['fix:', undefined],
  ['fix::call', undefined],
  ['docs://address', undefined],
  ['fix(\n): two lines', undefined],
])('%j begins with %j', (line, expected) => {
  const found = commitType(line, 0, line.length);
  expect(found && line.slice(found.start, found.end)).toBe(expected);
});

test('only inside the line', () => {
  expect(commitType('fix: it', 0, 3)).toBeUndefined();
  expect(commitType('a fix: it', 2, 9)).toEqual({ start: 2, end: 6 });
});
