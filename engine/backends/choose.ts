import type { WantedBackend } from '../protocol/backend';
import type { Adapter } from './adapter';

export interface Choice {
  /** From how many sentences side by side WebGPU takes the decoder's steps; null: with none. */
  readonly webgpuFrom: number | null;
  /** English, for the log and for reports. */
  readonly reason: string;
  /** Whether the user asked for something else: a warning is due. */
  readonly refused?: true;
  /** Whether both have to be timed first. */
  readonly measure?: true;
  /** Whether translations wait until WebGPU is ready, since the user asked for it. */
  readonly eager?: true;
}

/** @param adapter undefined where it does not matter */
export function chooseBackend({ setting, measured }: WantedBackend, adapter: Adapter | undefined): Choice {
  if (setting === 'wasm' || !adapter) return { webgpuFrom: null, reason: 'alignlens.backend is "wasm"' };
  const asked = setting === 'webgpu';
  if ('missing' in adapter) return { webgpuFrom: null, reason: adapter.missing, ...(asked && { refused: true }) };
  if (asked) return { webgpuFrom: 1, reason: `alignlens.backend is "webgpu"; adapter: ${adapter.description}`, eager: true };
  if (adapter.software) return { webgpuFrom: null, reason: `the adapter ${adapter.description} is software` };
  if (measured?.adapter !== adapter.key) return { webgpuFrom: null, reason: 'until WebGPU has been timed', measure: true };
  const { webgpuFrom } = measured;
  const found = webgpuFrom === null ? 'not faster' : 'faster';
  return { webgpuFrom, reason: `WebGPU was timed to be ${found} here; adapter: ${adapter.description}` };
}

export interface StepTime {
  /** Side by side. */
  readonly sentences: number;
  /** Median milliseconds of a step. */
  readonly wasm: number;
  readonly webgpu: number;
}

/** What moves the steps elsewhere has to be worth it: figures of one run scatter by about as much. */
const worthwhile = 0.8;

/** The smallest number of sentences from which on WebGPU is clearly faster; null when there is none. */
export function fasterFrom(times: readonly StepTime[]): number | null {
  const slow = times.findLastIndex(({ wasm, webgpu }) => webgpu > worthwhile * wasm);
  return times[slow + 1]?.sentences ?? null;
}
