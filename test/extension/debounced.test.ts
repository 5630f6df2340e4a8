import { expect, test, vi } from 'vitest';
import { Debounced } from '../../extension/debounced';

test('a burst is one run; what comes during a run is another one after it', async () => {
  vi.useFakeTimers();
  try {
    const finish: (() => void)[] = [];
    const debounced = new Debounced(() => new Promise((resolve) => finish.push(resolve)), 100);
    debounced.run();
    await vi.advanceTimersByTimeAsync(60);
    debounced.run();
    await vi.advanceTimersByTimeAsync(60);
    expect(finish).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(60);
    expect(finish).toHaveLength(1);
    debounced.run();
    await vi.advanceTimersByTimeAsync(500);
    expect(finish).toHaveLength(1);
    finish[0]!();
    await vi.advanceTimersByTimeAsync(500);
    expect(finish).toHaveLength(2);
    finish[1]!();
    debounced.run();
    debounced.dispose();
    await vi.advanceTimersByTimeAsync(500);
    expect(finish).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});
