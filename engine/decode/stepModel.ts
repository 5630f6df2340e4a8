/** The decoder's recurrent tensors by name (hidden, cell, …), each `[rows, size]`, row-major. */
export type DecoderState = Readonly<Record<string, Float32Array>>;

export interface StepOutput {
  /** Natural logarithms of probabilities, `[sentences, beams, C]`: of the model's columns. */
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
  /** V: target vocabulary. */
  readonly vocabulary: number;
  /** Target subwords that a step scores, ascending, `[C]`; the others have no probability. */
  readonly columns: Int32Array;
  /** State before the first step, one row per sentence. */
  readonly initialState: DecoderState;
  /** Feeds `ids` `[sentences · beams]`, the subword each row wrote last, one of `columns`; `state` has as many rows. */
  step(ids: Int32Array, beams: number, state: DecoderState): Promise<StepOutput>;
  /** The same model over some of its sentences only, given by index. */
  select(sentences: readonly number[]): StepModel;
}

/** Log-probabilities of the columns `[C]` as those of the whole vocabulary, in `row` `[V]`. */
export function spread(values: Float32Array, columns: Int32Array, row: Float32Array): Float32Array {
  row.fill(-Infinity);
  for (let place = 0; place < columns.length; place++) row[columns[place]!] = values[place]!;
  return row;
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
