import { expect, test } from 'vitest';
import { changedSpan } from '../../../extension/writing/changedSpan';
import { seededRandom } from '../../../engine/cli/seededRandom';

function applied(before: string, after: string): string {
  const { start, end, text } = changedSpan(before, after);
  return before.slice(0, start) + text + before.slice(end);
}

test('only what differs is replaced', () => {
  expect(changedSpan('one two three', 'one 2 three')).toEqual({ start: 4, end: 7, text: '2' });
  expect(changedSpan('same', 'same')).toMatchObject({ start: 4, end: 4, text: '' });
});

test('characters and line breaks stay whole', () => {
  expect(changedSpan('a😀b', 'a😁b')).toEqual({ start: 1, end: 3, text: '😁' });
  expect(changedSpan('a\r\nb', 'a\rb').start).toBe(1);
});

test('it makes the one text the other, whatever they are', () => {
  const random = seededRandom(7);
  const make = (): string => Array.from({ length: Math.floor(random() * 12) }, () => 'ab\r\n😀'[Math.floor(random() * 6)] ?? '').join('');
  for (let round = 0; round < 2000; round++) {
    const [before, after] = [make(), make()];
    expect(applied(before, after)).toBe(after);
  }
});
