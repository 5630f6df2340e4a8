/** How much memory the editor takes for us, over time. */
import type { CDPSession } from 'playwright-core';
import { median } from '../../../scripts/lib/statistics.mjs';
import type { RemoteHost } from '../inside/remoteHost';

export interface Sample {
  /** Seconds since the walk began. */
  readonly at: number;
  /** Bytes of the extension host's process, with the threads of the engine, that are its own and in memory. */
  readonly host: number;
  /** Of these, what JavaScript of its main thread keeps after a collection of garbage. */
  readonly hostHeap: number;
  /** Bytes that JavaScript of the page keeps after a collection of garbage. */
  readonly page: number;
}

export async function sampleMemory(host: RemoteHost, page: CDPSession, at: number): Promise<Sample> {
  const taken = await host.run(({ collectGarbage }) => {
    collectGarbage();
    const { rss, heapUsed } = process.memoryUsage();
    return { host: rss, hostHeap: heapUsed };
  });
  await page.send('HeapProfiler.collectGarbage');
  const { usedSize } = await page.send('Runtime.getHeapUsage');
  return { at, ...taken, page: usedSize };
}

export interface Growth {
  /** Bytes at the beginning and at the end, on the line through the samples. */
  readonly from: number;
  readonly to: number;
}

/**
 * The line through samples that a few outliers do not turn: the median of the slopes between any two (Theil and Sen).
 *
 * @param samples at least two, at different times
 */
export function growthOf(samples: readonly Sample[], bytesOf: (sample: Sample) => number): Growth {
  const slopes = samples.flatMap((one, index) => samples.slice(index + 1).map((other) => (bytesOf(other) - bytesOf(one)) / (other.at - one.at)));
  const slope = median(slopes);
  const offset = median(samples.map((sample) => bytesOf(sample) - slope * sample.at));
  return { from: offset + slope * samples[0]!.at, to: offset + slope * samples.at(-1)!.at };
}
