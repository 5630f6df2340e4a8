import { expect, test } from 'vitest';
import { object, string, ValidationError } from '../../../engine/protocol/validate';

test.each([
  [undefined, 'missing'],
  [null, 'null'],
  [7, '7'],
  [Number.NaN, 'NaN'],
  [[], 'an array'],
  [new Map(), 'an object (Map)'],
  [12n, 'a bigint'],
  [Symbol('x'), 'a symbol'],
  [() => 1, 'a function'],
])('a wrong value is described, whatever it is: %s', (value, described) => {
  expect(() => string(value, 'request.text')).toThrow(new ValidationError('request.text', 'a string', value));
  expect(() => string(value, 'request.text')).toThrow(`request.text must be a string, but is ${described}`);
});

test('a word is quoted, a text of somebody is not', () => {
  const empty = object({});
  expect(() => empty({ into: 'zh-CN' }, 'options')).toThrow('options.into must be absent (unknown key), but is "zh-CN"');
  expect(() => empty({ into: 'Our secret plan.' }, 'options')).toThrow('options.into must be absent (unknown key), but is a text of 16 characters');
});
