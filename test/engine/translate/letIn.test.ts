/** Messages get in while a translation runs, and a cancelled one does nothing more: counted in work, not in time. */
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Engine } from '../../../engine/engine';
import { OrtGraph } from '../../../engine/session/ortBackend';
import { createEngine, tinyPack } from '../support';
import { countReads } from './countReads';

const count = 400;
const equal = Array.from({ length: count }, () => 'Open the file.').join(' ');
let engine: Engine;
beforeAll(async () => {
  engine = createEngine();
  await engine.translate({ pack: tinyPack, texts: ['Open the file.'] });
});
afterEach(() => void vi.restoreAllMocks());

/** Every look at the clock takes a millisecond, and nothing else takes any time. */
function timeByLooks(): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now++);
}

describe.each([true, false])('sentences that are known (text only: %s)', (textOnly) => {
  test('messages get in once for so many of them', async () => {
    timeByLooks();
    const runs = vi.spyOn(OrtGraph.prototype, 'run');
    const letPass = vi.fn(() => Promise.resolve());
    const [translation] = await engine.translate({ pack: tinyPack, texts: [equal], textOnly }, { letPass });
    expect(translation!.sentences).toHaveLength(count);
    expect(runs).not.toHaveBeenCalled();
    // Each is read, written and joined, and after ten of these messages get in.
    expect(letPass.mock.calls.length).toBeGreaterThanOrEqual(Math.floor((3 * count) / 12));
  });

  // While it is read, while results are written, while they are joined.
  test.each([1, 30, 60, 90])('cancelled when messages get in for the %d. time, nothing more happens', async (time) => {
    timeByLooks();
    const cancel = new AbortController();
    const letPass = vi.fn(() => {
      if (letPass.mock.calls.length === time) cancel.abort();
      return Promise.resolve();
    });
    const running = engine.translate({ pack: tinyPack, texts: [equal], textOnly }, { letPass, signal: cancel.signal });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(letPass).toHaveBeenCalledTimes(time);
  });
});

test('a message to cancel, whenever it comes, is followed by no run of a graph', async () => {
  const run = vi.spyOn(OrtGraph.prototype, 'run');
  for (const after of [1, 3, 10, 20]) {
    const cancel = new AbortController();
    const before = run.mock.calls.length;
    let runsThen = 0;
    // As a message comes: between two turns of the event loop.
    const look = (): void => {
      if (run.mock.calls.length - before < after) return void setImmediate(look);
      runsThen = run.mock.calls.length;
      cancel.abort();
    };
    setImmediate(look);
    const texts = Array.from({ length: 60 }, (_, i) => `Open the file ${after} ${'again '.repeat(i % 20)}and ${'close '.repeat(i)}it.`);
    await expect(engine.translate({ pack: tinyPack, texts }, { signal: cancel.signal })).rejects.toMatchObject({ code: 'cancelled' });
    expect(run.mock.calls.length).toBe(runsThen);
  }
});

test('a message to cancel is followed by no more reading', async () => {
  const reads = countReads();
  const cancel = new AbortController();
  let then = 0;
  setTimeout(() => {
    then = reads();
    cancel.abort();
  }, 5);
  const numbers = '12345. '.repeat(1_000_000);
  await expect(engine.translate({ pack: tinyPack, texts: [numbers] }, { signal: cancel.signal })).rejects.toMatchObject({ code: 'cancelled' });
  expect(reads()).toBe(then);
});
