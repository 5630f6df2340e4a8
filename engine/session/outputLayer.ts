import { Shortlist } from '../decode/shortlist';
import type { GraphTensor } from './ortBackend';

/** The output layer over a shortlist of C target subwords. */
export interface OutputLayer {
  readonly shortlist: Shortlist;
  /** The decoder's inputs: weight `[E, C]`, bias `[C]` and, where the layer is quantized, scale `[C]`. */
  readonly tensors: Readonly<Record<string, GraphTensor>>;
}

/** The output layer over the whole target vocabulary. */
export class WholeOutputLayer implements OutputLayer {
  readonly shortlist: Shortlist;

  /** @param tensors the last axis of each is the target vocabulary */
  constructor(readonly tensors: OutputLayer['tensors'], vocabulary: number) {
    this.shortlist = new Shortlist(Int32Array.from({ length: vocabulary }, (_, id) => id), vocabulary);
  }

  /** @param ids ascending */
  cutTo(ids: Int32Array): OutputLayer {
    const shortlist = new Shortlist(ids, this.shortlist.size);
    const tensors = Object.entries(this.tensors).map(([name, { data, dims }]): [string, GraphTensor] => {
      const cut = new (data.constructor as new (length: number) => GraphTensor['data'])((data.length / this.shortlist.size) * ids.length);
      copyColumns(data, this.shortlist.size, ids, cut);
      return [name, { data: cut, dims: [...dims.slice(0, -1), ids.length] }];
    });
    return { shortlist, tensors: Object.fromEntries(tensors) };
  }
}

/** By far faster than a Gather of the runtime along the last axis. */
function copyColumns(from: GraphTensor['data'], width: number, columns: Int32Array, to: GraphTensor['data']): void {
  let at = 0;
  for (let row = 0; row < from.length; row += width) {
    for (const column of columns) to[at++] = from[row + column]!;
  }
}
