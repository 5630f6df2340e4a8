import type { StepModel } from './stepModel';

/** What the decoder says of a target that it was made to write. */
export interface ForcedTarget {
  /** log P(y_t|y_<t, X), `[ids.length + 1]`: EOS at last. */
  readonly logProbs: Float32Array;
  /** α, `[ids.length + 1, sourceLength]`, row-major; padding has 0. */
  readonly attention: Float32Array;
}

/**
 * Teacher forcing: each sentence of the batch is made to write its given target.
 *
 * @param model scores the whole vocabulary
 * @param targets subwords without EOS, one list per sentence of the model
 * @param beforeStep awaited before each decoder step; what it throws ends the work (cancellation)
 */
export async function forcedDecode(
  model: StepModel,
  targets: readonly (readonly number[])[],
  { bos, eos }: { readonly bos: number; readonly eos: number },
  beforeStep: () => Promise<void>,
): Promise<ForcedTarget[]> {
  const width = model.sourceLength;
  const results = targets.map(({ length }) => ({
    logProbs: new Float32Array(length + 1),
    attention: new Float32Array((length + 1) * width),
  }));
  const steps = Math.max(...targets.map(({ length }) => length + 1));
  let state = model.initialState;
  for (let t = 0; t < steps; t++) {
    await beforeStep();
    // Sentences that are done go on with EOS and are not read.
    const output = await model.step(Int32Array.from(targets, (ids) => (t === 0 ? bos : (ids[t - 1] ?? eos))), 1, state);
    state = output.state;
    targets.forEach((ids, n) => {
      if (t > ids.length) return;
      const { logProbs, attention } = results[n]!;
      logProbs[t] = output.logProbs[n * model.shortlist.size + (ids[t] ?? eos)]!;
      attention.set(output.attention.subarray(n * width, (n + 1) * width), t * width);
    });
  }
  return results;
}
