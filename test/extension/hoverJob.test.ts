import { expect, test } from 'vitest';
import type { CancellationToken } from 'vscode';
import { HoverJob, Late } from '../../extension/hoverJob';

function token(): { readonly token: CancellationToken; readonly cancel: () => void } {
  const listeners: (() => void)[] = [];
  const state = { isCancellationRequested: false };
  const onCancellationRequested = (listener: () => void): { dispose(): void } => {
    listeners.push(listener);
    return { dispose: () => undefined };
  };
  return {
    token: Object.assign(state, { onCancellationRequested }) as unknown as CancellationToken,
    cancel: () => {
      state.isCancellationRequested = true;
      for (const listener of listeners) listener();
    },
  };
}

const { token: patient } = token();

test('hovers of one place share the work, and the next place ends it', async () => {
  const job = new HoverJob<string>();
  const signals: AbortSignal[] = [];
  const start = (signal: AbortSignal): Promise<string> => {
    signals.push(signal);
    return new Promise((resolve) => setTimeout(() => resolve('done'), 50));
  };
  const both = [job.wait('a', start, patient), job.wait('a', start, patient)];
  expect(signals).toHaveLength(1);
  const other = job.wait('b', start, patient);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  expect(await Promise.all([...both, other])).toEqual(['done', 'done', 'done']);
});

test('long work is late for the hover, and there for the next one', async () => {
  const job = new HoverJob<string>();
  let finish: (outcome: string) => void = () => undefined;
  const work = new Promise<string>((resolve) => {
    finish = resolve;
  });
  expect(await job.wait('a', () => work, patient)).toEqual(new Late(''));
  const next = job.wait('a', () => Promise.resolve('started again'), patient);
  finish('done');
  expect(await next).toBe('done');
});

test('a late hover has what is known so far', async () => {
  const job = new HoverJob<string>();
  const endless = new Promise<string>(() => undefined);
  const start = (_: AbortSignal, onPartial: (text: string) => void): Promise<string> => {
    onPartial('打');
    onPartial('打开');
    return endless;
  };
  expect(await job.wait('a', start, patient)).toEqual(new Late('打开'));
  expect(await job.wait('b', () => endless, patient)).toEqual(new Late(''));
});

test('a hover that the editor no longer wants ends its work', async () => {
  const job = new HoverJob<string>();
  const { token: impatient, cancel } = token();
  let aborted = false;
  const result = job.wait(
    'a',
    (signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          aborted = true;
          resolve(undefined);
        });
      }),
    impatient,
  );
  cancel();
  expect(await result).toBeUndefined();
  expect(aborted).toBe(true);
});
