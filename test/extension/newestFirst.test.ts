import { expect, test } from 'vitest';
import { NewestFirst } from '../../extension/newestFirst';

/** Starts tasks that end when told to, and notes the order in which they began. */
function stage(): { began: string[]; start: (name: string) => { result: Promise<string>; end: () => void; fail: () => void } } {
  const turns = new NewestFirst();
  const began: string[] = [];
  return {
    began,
    start: (name) => {
      let end = (): void => undefined;
      let fail = (): void => undefined;
      const promise = new Promise<string>((resolve, reject) => {
        end = () => resolve(name);
        fail = () => reject(new Error(name));
      });
      const result = turns.run(() => {
        began.push(name);
        return promise;
      });
      return { result, end, fail };
    },
  };
}

test('one at a time, the newest next', async () => {
  const { began, start } = stage();
  const [first, second, third] = [start('first'), start('second'), start('third')];
  expect(began).toEqual(['first']);
  first.end();
  expect(await first.result).toBe('first');
  third.end();
  expect(await third.result).toBe('third');
  expect(began).toEqual(['first', 'third', 'second']);
  second.end();
  expect(await second.result).toBe('second');
});

test('a failure is told to its own caller and stops nobody', async () => {
  const { began, start } = stage();
  const [first, second] = [start('first'), start('second')];
  first.fail();
  await expect(first.result).rejects.toThrow('first');
  second.end();
  expect(await second.result).toBe('second');
  const third = start('third');
  third.end();
  expect(await third.result).toBe('third');
  expect(began).toEqual(['first', 'second', 'third']);
});
