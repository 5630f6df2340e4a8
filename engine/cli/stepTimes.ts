/** Times of single decoder steps, without the worker and the search around them. */
import { gatherRows, type DecoderState, type StepModel } from '../decode/stepModel';

/** Milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Milliseconds of `count` decoder steps after some to warm up, with `beams` rows for each sentence of the model. */
export async function stepTimes(model: StepModel, beams: number, bos: number, count: number): Promise<number[]> {
  const warmUpSteps = 5;
  const rows = model.sentences * beams;
  const origin = Array.from({ length: rows }, (_, row) => Math.floor(row / beams));
  let state: DecoderState = gatherRows(model.initialState, model.sentences, origin);
  const ids = new Int32Array(rows).fill(bos);
  const times: number[] = [];
  for (let step = 0; step < warmUpSteps + count; step++) {
    const time = await timed(async () => {
      state = (await model.step(ids, beams, state)).state;
    });
    if (step >= warmUpSteps) times.push(time);
  }
  return times;
}

/** The middle one of the times. */
export function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
