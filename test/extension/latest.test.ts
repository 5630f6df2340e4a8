import { expect, test } from 'vitest';
import { Latest } from '../../extension/latest';

/** Ends when it is told to, or rejects as the engine does when its signal aborts. */
function pending(signal: AbortSignal): { result: Promise<string>; end: () => void } {
  let end = (): void => undefined;
  const result = new Promise<string>((resolve, reject) => {
    end = () => resolve('done');
    signal.addEventListener('abort', () => reject(new Error('cancelled')));
  });
  return { result, end };
}

test('a newer task aborts the older, which then has no result and no failure', async () => {
  const latest = new Latest();
  const older = latest.run((signal) => pending(signal).result);
  const newer = latest.run(() => Promise.resolve('newer'));
  expect(await older).toBeUndefined();
  expect(await newer).toBe('newer');
});

test('a result that comes in spite of the abort is not wanted', async () => {
  const latest = new Latest();
  let end = (): void => undefined;
  const older = latest.run(() => new Promise<string>((resolve) => (end = () => resolve('late'))));
  const newer = latest.run(() => Promise.resolve('newer'));
  end();
  expect(await older).toBeUndefined();
  expect(await newer).toBe('newer');
});

test('a failure of its own is told, and the next task runs', async () => {
  const latest = new Latest();
  await expect(latest.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await latest.run((signal) => Promise.resolve(signal.aborted))).toBe(false);
});

test('stop aborts what runs', async () => {
  const latest = new Latest();
  const running = latest.run((signal) => pending(signal).result);
  latest.stop();
  expect(await running).toBeUndefined();
});
