import { expect, test } from 'vitest';
import { givenTextOf } from '../../extension/givenText';
import { placeOf, problemPlaceOf } from '../../extension/place';
import { seededRandom } from '../../engine/cli/seededRandom';
import { hostileValues, randomValue, throwing } from './hostileValues';

const place = { uri: 'file:///a.ts', offset: 7 };

test('a place is taken as it is, with its word or its message', () => {
  expect(placeOf(place)).toEqual(place);
  expect(placeOf({ ...place, word: 'cache' })).toEqual({ ...place, word: 'cache' });
  expect(problemPlaceOf({ ...place, message: 'It fails.' })).toEqual({ ...place, message: 'It fails.' });
});

test('what menus and key bindings pass is no place', () => {
  for (const argument of [undefined, null, 'file:///a.ts', 7, [], {}, { scheme: 'file', path: '/a' }, { groupId: 1 }, { text: 'x' }]) {
    expect(placeOf(argument)).toBeUndefined();
    expect(problemPlaceOf(argument)).toBeUndefined();
  }
});

test.each([
  { ...place, offset: -1 },
  { ...place, offset: 1.5 },
  { ...place, offset: Number.NaN },
  { ...place, offset: Infinity },
  { ...place, offset: '7' },
  { ...place, uri: { scheme: 'file', path: '/a.ts' } },
  { ...place, word: ['cache'] },
  { ...place, run: 'workbench.action.quit' },
  { uri: place.uri },
  { offset: 7 },
])('what is meant as a place and is none is refused in words: %j', (argument) => {
  expect(() => placeOf(argument)).toThrow(expect.objectContaining({ code: 'invalid-argument' }) as Error);
});

test('whatever comes, the answer is a place of the promised shape, nothing, or an error in words', () => {
  const random = seededRandom(20);
  const arguments_ = [...hostileValues, throwing(), ...Array.from({ length: 3000 }, () => randomValue(random, ['uri', 'offset', 'word', 'message', 'text', 'from', 'to']))];
  for (const argument of arguments_) {
    for (const read of [placeOf, problemPlaceOf, givenTextOf]) {
      try {
        const found = read(argument);
        if (found === undefined) continue;
        for (const [key, value] of Object.entries(found)) {
          if (key === 'offset') expect(Number.isSafeInteger(value) && Number(value) >= 0).toBe(true);
          else expect([key, typeof value]).toEqual([key, 'string']);
        }
        expect('text' in found || ('uri' in found && 'offset' in found)).toBe(true);
      } catch (error) {
        expect(error).toMatchObject({ name: 'AlignLensError', code: 'invalid-argument' });
      }
    }
  }
});
