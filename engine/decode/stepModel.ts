import type { Shortlist } from './shortlist';

/** The decoder's recurrent tensors by name (hidden, cell, …), each `[rows, size]`, row-major. */
export type DecoderState = Readonly<Record<string, Float32Array>>;

export interface StepOutput {
  /** Natural logarithms of probabilities, `[sentences, beams, C]`: of the model's shortlist. */
  readonly logProbs: Float32Array;
  /** α over source subwords, `[sentences, beams, sourceLength]`. */
  readonly attention: Float32Array;
  /** State behind the step; rows are `sentence · beams + beam`. */
  readonly state: DecoderState;
}

/** One batch of encoded sentences and the decoder over it, as search sees them. */
export interface StepModel {
  readonly sentences: number;
  /** S: subwords of the longest source sentence, EOS included. */
  readonly sourceLength: number;
  /** Target subwords that a step scores. */
  readonly shortlist: Shortlist;
  /** State before the first step, one row per sentence. */
  readonly initialState: DecoderState;
  /** Feeds `ids` `[sentences · beams]`, the subword each row wrote last, one of the shortlist; `state` has as many rows. */
  step(ids: Int32Array, beams: number, state: DecoderState): Promise<StepOutput>;
  /** The same model over some of its sentences only, given by index. */
  select(sentences: readonly number[]): StepModel;
}

/** Rows of every tensor, by index and in the given order. `rowCount` is the number of rows in `state`. */
export function gatherRows(state: DecoderState, rowCount: number, rows: readonly number[]): DecoderState {
  return Object.fromEntries(
    Object.entries(state).map(([name, tensor]) => [name, gatherTensor(tensor, tensor.length / rowCount, rows)]),
  );
}

/** Rows of one tensor `[any, size]` → `[rows.length, size]`. */
export function gatherTensor(tensor: Float32Array, size: number, rows: readonly number[]): Float32Array {
  const gathered = new Float32Array(rows.length * size);
  rows.forEach((row, index) => gathered.set(tensor.subarray(row * size, (row + 1) * size), index * size));
  return gathered;
}
