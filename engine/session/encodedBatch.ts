import type { Shortlist } from '../decode/shortlist';
import { gatherTensor, type DecoderState, type StepModel, type StepOutput } from '../decode/stepModel';
import type { Lexicon } from '../pack/lexicon';
import type { Manifest } from '../pack/manifest';
import { AlignLensError } from '../protocol/errors';
import { phrase } from '../protocol/phrase';
import type { GraphTensor, OrtGraph } from './ortBackend';
import type { OutputLayer } from './outputLayer';
import { tracedOutputs } from './signatures';

/** Encoded sentences and the decoder over them. */
export interface Encoding extends StepModel {
  /** w·h_i of each source subword, `[sentences, sourceLength]`, about −1e9 for padding; absent without a scorer. */
  readonly salienceScores: Float32Array | undefined;
  select(sentences: readonly number[]): Encoding;
  /** As `step` with one row per sentence, and what leads to its output. */
  trace(ids: Int32Array, state: DecoderState): Promise<TracedStep>;
}

/** The inside of one decoder step; each tensor is `[sentences, …]`, the log-probabilities `[sentences, C]`. */
export interface TracedStep extends StepOutput {
  /** e_{t,i}, `[sentences, sourceLength]`. */
  readonly energies: Float32Array;
  /** f_t, i_t and the first o_t, `[sentences, H]`. */
  readonly forget: Float32Array;
  readonly input: Float32Array;
  readonly output: Float32Array;
  /** c_t, `[sentences, H]`. */
  readonly context: Float32Array;
  /** ĥ_t, `[sentences, H]`. */
  readonly attentional: Float32Array;
  /** The second o_t of the re-gated cell, `[sentences, H]`. */
  readonly regated: Float32Array | undefined;
  /** What feeds the output layer: the re-gated h_t, or ĥ_t; `[sentences, H]`. */
  readonly hidden: Float32Array;
}

/** Position in a sentence → what the lexicon's row there is multiplied by. */
export type RowScales = ReadonlyMap<number, number>;

/** An encoder's outputs; all tensors are row-major with the sentence first. */
interface BatchTensors {
  /** Source subwords with EOS of each sentence. */
  readonly ids: readonly (readonly number[])[];
  /** Of the first sentences, or of none. */
  readonly rowScales: readonly (RowScales | undefined)[];
  readonly sourceLength: number;
  /** `[N, S, M]` */
  readonly memory: Float32Array;
  /** `[N, S, A]` */
  readonly keys: Float32Array;
  /** 1 for a subword, 0 for padding, `[N, S]` */
  readonly mask: Float32Array;
  readonly initialState: DecoderState;
  /** `[N, S]` */
  readonly salienceScores: Float32Array | undefined;
}

/** What a batch is decoded with. */
interface BatchDecoder {
  readonly manifest: Manifest;
  readonly decoder: OrtGraph;
  readonly lexicon: Lexicon | undefined;
  readonly layer: OutputLayer;
  readonly location: string;
}

export class EncodedBatch implements Encoding {
  readonly sentences: number;
  readonly sourceLength: number;
  readonly shortlist: Shortlist;
  readonly initialState: DecoderState;
  readonly salienceScores: Float32Array | undefined;

  constructor(
    private readonly by: BatchDecoder,
    private readonly tensors: BatchTensors,
    /** Made with the first step, as some batches are only read for their salience. */
    private votes?: LexiconVotes,
  ) {
    this.sentences = tensors.ids.length;
    this.sourceLength = tensors.sourceLength;
    this.shortlist = by.layer.shortlist;
    this.initialState = tensors.initialState;
    this.salienceScores = tensors.salienceScores;
  }

  async step(ids: Int32Array, beams: number, state: DecoderState): Promise<StepOutput> {
    return this.stepOutput(await this.by.decoder.run(this.inputs(ids, beams, state), this.stepOutputs()));
  }

  async trace(ids: Int32Array, state: DecoderState): Promise<TracedStep> {
    const wanted = [...this.stepOutputs(), ...tracedOutputs(this.by.manifest)];
    const outputs = await this.by.decoder.run(this.inputs(ids, 1, state), wanted);
    return {
      ...this.stepOutput(outputs),
      energies: outputs['energies']!,
      forget: outputs['gate_f']!,
      input: outputs['gate_i']!,
      output: outputs['gate_o']!,
      context: outputs['context']!,
      attentional: outputs['attentional']!,
      regated: outputs['second_gate'],
      hidden: outputs['output_state'] ?? outputs['attentional']!,
    };
  }

  private stepOutputs(): string[] {
    return ['log_probs', 'attention', ...this.by.manifest.state.map((name) => `next_${name}`)];
  }

  private inputs(ids: Int32Array, beams: number, state: DecoderState): Record<string, GraphTensor> {
    const { sentences, sourceLength } = this;
    const { manifest, lexicon, layer } = this.by;
    const { memory, keys, mask } = this.tensors;
    const { shortlist, tensors } = layer;
    const inputs: Record<string, GraphTensor> = {
      ids: { data: ids.map((id) => shortlist.places[id]!), dims: [sentences, beams] },
      ...tensors,
      memory: { data: memory, dims: [sentences, sourceLength, memory.length / (sentences * sourceLength)] },
      keys: { data: keys, dims: [sentences, sourceLength, keys.length / (sentences * sourceLength)] },
      mask: { data: mask, dims: [sentences, sourceLength] },
    };
    for (const name of manifest.state) {
      inputs[name] = { data: state[name]!, dims: [sentences, beams, manifest.stateSizes[name]!] };
    }
    if (lexicon) {
      this.votes ??= lexiconVotes(lexicon, this.tensors, sourceLength, layer);
      inputs['lexicon'] = { data: this.votes.rows, dims: [sentences, sourceLength, shortlist.size] };
      inputs['unigram'] = { data: this.votes.floor, dims: [shortlist.size] };
    }
    return inputs;
  }

  private stepOutput(outputs: Readonly<Record<string, Float32Array>>): StepOutput {
    const logProbs = outputs['log_probs']!;
    // A softmax makes all of a row so: one of each is enough to look at.
    for (let at = 0; at < logProbs.length; at += this.shortlist.size) {
      if (Number.isNaN(logProbs[at])) throw noNumbers('decoder.onnx', this.by.location);
    }
    return {
      logProbs,
      attention: outputs['attention']!,
      state: Object.fromEntries(this.by.manifest.state.map((name) => [name, outputs[`next_${name}`]!])),
    };
  }

  select(rows: readonly number[]): Encoding {
    const { tensors, votes } = this;
    const gather = (tensor: Float32Array): Float32Array => gatherTensor(tensor, tensor.length / this.sentences, rows);
    const selected: BatchTensors = {
      ids: rows.map((row) => tensors.ids[row]!),
      rowScales: rows.map((row) => tensors.rowScales[row]),
      sourceLength: tensors.sourceLength,
      memory: gather(tensors.memory),
      keys: gather(tensors.keys),
      mask: gather(tensors.mask),
      initialState: Object.fromEntries(Object.entries(tensors.initialState).map(([name, rowsOf]) => [name, gather(rowsOf)])),
      salienceScores: tensors.salienceScores && gather(tensors.salienceScores),
    };
    return new EncodedBatch(this.by, selected, votes && { ...votes, rows: gather(votes.rows) });
  }
}

/** For a graph that computes what is no number. */
export function noNumbers(file: string, location: string): AlignLensError {
  return new AlignLensError(
    'pack-damaged',
    phrase('What {0} of the pack in {1} computes is not a number: its weights, or those that it is given, are damaged. Copy or install the pack again.', file, location),
  );
}

/** What the lexicon says over the shortlist. */
interface LexiconVotes {
  /** L(y|x_i), zero for padding, `[N, S, C]`. */
  readonly rows: Float32Array;
  /** ε·u(y), `[C]`. */
  readonly floor: Float32Array;
}

function lexiconVotes(
  lexicon: Lexicon,
  { ids, rowScales }: Pick<BatchTensors, 'ids' | 'rowScales'>,
  length: number,
  { shortlist }: OutputLayer,
): LexiconVotes {
  const width = shortlist.size;
  const rows = new Float32Array(ids.length * length * width);
  ids.forEach((sentence, n) => {
    sentence.forEach((id, i) => {
      const row = n * length + i;
      lexicon.writeRow(id, rows.subarray(row * width, (row + 1) * width), shortlist.places, rowScales[n]?.get(i));
    });
  });
  return { rows, floor: Float32Array.from(shortlist.ids, (id) => lexicon.floorOf(id)) };
}
