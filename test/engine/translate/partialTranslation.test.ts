import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { PartialTranslation } from '../../../engine/translate/partialTranslation';
import type { Span } from '../../../engine/protocol/result';
import { SubwordTokenizer } from '../../../engine/tokenizer/subwordTokenizer';
import { readPackFile, tinyPack } from '../support';

interface Part {
  readonly text: string;
  readonly sourceSpan: Span;
}

let tokenizer: SubwordTokenizer;
beforeAll(async () => {
  tokenizer = SubwordTokenizer.parse(await readPackFile(tinyPack, 'target.tokenizer.json'), 'target');
});
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** `count` sentences of two characters with a space between them; `read` counts how often one of their translations is looked at. */
function textOf(count: number) {
  const source = Array.from({ length: count }, () => 'A.').join(' ');
  const translations: (Part | undefined)[] = new Array<undefined>(count).fill(undefined);
  const told: string[] = [];
  let reads = 0;
  const counted = new Proxy(translations, {
    get: (target, property, receiver): unknown => {
      if (typeof property === 'string' && /^\d+$/u.test(property)) reads++;
      return Reflect.get(target, property, receiver);
    },
  });
  // Nothing is being decoded here: no subword is written.
  const partial = new PartialTranslation(source, 'zh', tokenizer, counted, (text) => told.push(text));
  const finish = (index: number, text = `${index}。`): void => {
    translations[index] = { text, sourceSpan: { start: index * 3, end: index * 3 + 2 } };
  };
  return { told, finish, reads: () => reads, update: () => partial.update(new Map()) };
}

test('each sentence is looked at once when it is done, however often is told', () => {
  const count = 2000;
  const { told, finish, reads, update } = textOf(count);
  for (let index = 0; index < count; index++) {
    finish(index);
    vi.advanceTimersByTime(100);
    update();
  }
  expect(told).toHaveLength(count);
  expect(told.at(-1)).toBe(Array.from({ length: count }, (_, index) => `${index}。`).join(''));
  // The one that is next as well, at each update.
  expect(reads()).toBeLessThanOrEqual(3 * count);
});

test('only what stands at the beginning is told, at most every 100 ms, and nothing twice', () => {
  const { told, finish, update } = textOf(4);
  update();
  finish(1);
  vi.advanceTimersByTime(100);
  update();
  expect(told).toEqual([]);
  finish(0);
  update();
  expect(told).toEqual(['0。1。']);
  finish(2);
  vi.advanceTimersByTime(99);
  update();
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(1);
  update();
  vi.advanceTimersByTime(100);
  update();
  expect(told).toEqual(['0。1。', '0。1。2。']);
});

test('blanks alone are not told', () => {
  const { told, finish, update } = textOf(2);
  finish(0, ' ');
  vi.advanceTimersByTime(100);
  update();
  expect(told).toEqual([]);
  finish(1);
  vi.advanceTimersByTime(100);
  update();
  expect(told).toEqual(['  1。']);
});
