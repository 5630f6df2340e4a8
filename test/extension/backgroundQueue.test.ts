import { beforeEach, expect, test } from 'vitest';
import { AlignLensError } from '../../engine/protocol/errors';
import { cancelledError } from '../../engine/protocol/rpc';
import { BackgroundQueue } from '../../extension/backgroundQueue';

interface Request {
  readonly texts: string[];
  readonly signal: AbortSignal;
  answer(): Promise<void>;
  fail(error: AlignLensError): Promise<void>;
}

let requests: Request[];
let failures: string[];
let learned: number;
let queue: BackgroundQueue<{ text: string }>;

beforeEach(() => {
  requests = [];
  failures = [];
  learned = 0;
  queue = new BackgroundQueue({
    keyOf: ({ text }) => text,
    together: (first, other) => first.text.startsWith('x') === other.text.startsWith('x'),
    translate: (batch, signal) =>
      new Promise((resolve, reject) => {
        const texts = batch.map(({ text }) => text);
        signal.addEventListener('abort', () => reject(cancelledError()));
        requests.push({
          texts,
          signal,
          answer: () => settled(() => resolve(texts.map((text) => text.toUpperCase()))),
          fail: (error) => settled(() => reject(error)),
        });
      }),
    onLearn: () => learned++,
    onFailure: ({ code }) => failures.push(code),
  });
});

async function settled(act: () => void): Promise<void> {
  act();
  await new Promise((resolve) => setTimeout(resolve));
}

const texts = (...all: string[]): { text: string }[] => all.map((text) => ({ text }));

test('works off small requests, one after the other, in the order of urgency', async () => {
  queue.want(texts('a', 'b', 'c', 'd', 'e', 'x'));
  expect(requests.map((request) => request.texts)).toEqual([['a', 'b', 'c', 'd']]);
  await requests[0]!.answer();
  expect(requests.map((request) => request.texts)).toEqual([['a', 'b', 'c', 'd'], ['e']]);
  expect(queue.recall({ text: 'b' })).toBe('B');
  expect(queue.recall({ text: 'e' })).toBeUndefined();
  await requests[1]!.answer();
  await requests[2]!.answer();
  expect(requests[2]!.texts).toEqual(['x']);
  expect(learned).toBe(3);
  queue.want(texts('a', 'x'));
  expect(requests).toHaveLength(3);
});

test('a long text goes alone', () => {
  queue.want(texts('a'.repeat(900), 'b'));
  expect(requests[0]!.texts).toHaveLength(1);
});

test('what is scrolled away is cancelled, and what is still in sight goes on', async () => {
  queue.want(texts('a', 'b'));
  queue.want(texts('b', 'c'));
  expect(requests[0]!.signal.aborted).toBe(false);
  queue.want(texts('d'));
  expect(requests[0]!.signal.aborted).toBe(true);
  await settled(() => undefined);
  expect(requests.map((request) => request.texts)).toEqual([['a', 'b'], ['d']]);
  expect(failures).toEqual([]);
});

test('what failed is not tried again, until everything is forgotten', async () => {
  queue.want(texts('a'));
  await requests[0]!.fail(new AlignLensError('language-pair', 'No pack.'));
  queue.want(texts('a'));
  expect(requests).toHaveLength(1);
  expect(failures).toEqual(['language-pair']);
  queue.forget();
  queue.want(texts('a'));
  expect(requests).toHaveLength(2);
});

test('an answer that comes after everything was forgotten is not taken', async () => {
  queue.want(texts('a'));
  queue.want([]);
  queue.forget();
  await requests[0]!.answer();
  expect(queue.recall({ text: 'a' })).toBeUndefined();
  expect(learned).toBe(0);
});

test('a shutdown ends the work instead of asking again and again', async () => {
  queue.want(texts('a', 'x'));
  await requests[0]!.fail(cancelledError());
  expect(requests).toHaveLength(1);
});
