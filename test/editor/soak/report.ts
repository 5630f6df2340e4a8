/** What a walk prints. */
import { markdownTable } from '../../../scripts/lib/statistics.mjs';
import type { Sample } from './memory';

export interface Times {
  readonly count: number;
  /** Milliseconds. */
  readonly longest: number;
}

export function timesTable(times: ReadonlyMap<string, Times>): string {
  const rows = [...times].sort(([, a], [, b]) => b.count - a.count).map(([name, { count, longest }]) => [name, String(count), longest.toFixed(0)]);
  return markdownTable(['Action', 'Times', 'Longest (ms)'], rows);
}

export function memoryTable(samples: readonly Sample[]): string {
  const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);
  const rows = samples.map(({ at, actions, host, hostHeap, page }) => [at.toFixed(0), String(actions), ...[host, hostHeap, page].map(megabytes)]);
  return markdownTable(['Second', 'Actions', 'Extension host (MB)', 'its heap', 'Page'], rows);
}
