/** How much memory the editor takes for us, over time. */
import type { CDPSession } from 'playwright-core';
import { median } from '../../../scripts/lib/statistics.mjs';
import type { RemoteHost } from '../inside/remoteHost';

export interface Sample {
  /** Seconds since the walk began, and actions done. */
  readonly at: number;
  readonly actions: number;
  /** Bytes of the extension host's process, with the threads of the engine, that are its own and in memory. */
  readonly host: number;
  /** Of these, what JavaScript of its main thread keeps after a collection of garbage. */
  readonly hostHeap: number;
  /** Bytes that JavaScript of the page keeps after a collection of garbage. */
  readonly page: number;
}

export async function sampleMemory(host: RemoteHost, page: CDPSession, progress: Pick<Sample, 'at' | 'actions'>): Promise<Sample> {
  const taken = await host.run(({ collectGarbage }) => {
    collectGarbage();
    const { rss, heapUsed } = process.memoryUsage();
    return { host: rss, hostHeap: heapUsed };
  });
  await page.send('HeapProfiler.collectGarbage');
  const { usedSize } = await page.send('Runtime.getHeapUsage');
  return { ...progress, ...taken, page: usedSize };
}

export interface Growth {
  /** Bytes at the first sample and so many actions later, on the line through the samples. */
  readonly from: number;
  readonly to: number;
}

/**
 * The line through samples that a few outliers do not turn: the median of the slopes between any two (Theil and Sen).
 *
 * @param samples at least two, after different numbers of actions
 */
export function growthOf(samples: readonly Sample[], bytesOf: (sample: Sample) => number, actions: number): Growth {
  const slopes = samples.flatMap((one, index) => samples.slice(index + 1).map((other) => (bytesOf(other) - bytesOf(one)) / (other.actions - one.actions)));
  const slope = median(slopes);
  const from = median(samples.map((sample) => bytesOf(sample) - slope * (sample.actions - samples[0]!.actions)));
  return { from, to: from + slope * actions };
}
