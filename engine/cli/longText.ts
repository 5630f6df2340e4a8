/** How a text of any length fares: its speed, the memory it takes, and how soon a cancel is heard. */
import type { EngineClient } from '../client';
import { timed } from './stepTimes';

/** What the engine knows by heart: it answers at once when nothing else runs. */
const known = 'Open the file.';

/** Milliseconds from cancels in the middle of translating a text until the worker has given it up and answers another request. */
export async function cancelTimes(client: EngineClient, pack: string, text: string, count: number): Promise<number[]> {
  await client.translate({ pack, texts: [known] });
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const cancel = new AbortController();
    let ended = false as boolean;
    const end = (): void => void (ended = true);
    void client.translate({ pack, texts: [text], textOnly: true }, { signal: cancel.signal }).then(end, end);
    // At no time of a batch more often than at others.
    await new Promise((resolve) => setTimeout(resolve, 150 + 37 * i));
    if (ended) throw new Error(`the text was translated before cancel ${i + 1} of ${count}: bench needs a longer one`);
    cancel.abort();
    times.push(await timed(() => client.translate({ pack, texts: [known] })));
  }
  return times;
}

/** What came of a text that was given some time. */
export interface LongRun {
  readonly seconds: number;
  /** How much of the text was translated, 0 to 1: by sentences, of which the number is estimated while they are read. */
  readonly share: number;
  /** The largest resident memory of the process while it ran, sampled, in MB. */
  readonly peakMb: number;
}

/** Translates one text with the pack's beam until it is done or `seconds` are over. */
export async function longRun(client: EngineClient, pack: string, text: string, seconds: number): Promise<LongRun> {
  const cancel = new AbortController();
  let share = 0;
  let peak = 0;
  const sample = (): void => void (peak = Math.max(peak, process.memoryUsage().rss));
  const sampler = setInterval(sample, 100);
  const limit = setTimeout(() => cancel.abort(), seconds * 1000);
  const onProgress = (done: number, total: number): void => void (share = done / total);
  const time = await timed(() =>
    client.translate({ pack, texts: [text], textOnly: true }, { signal: cancel.signal, onProgress }).catch((error: unknown) => {
      if (!cancel.signal.aborted) throw error;
    }),
  );
  sample();
  clearInterval(sampler);
  clearTimeout(limit);
  return { seconds: time / 1000, share, peakMb: peak / 2 ** 20 };
}
