import { gatherTensor, type DecoderState, type StepModel, type StepOutput } from '../decode/stepModel';
import type { Lexicon } from '../pack/lexicon';
import type { PackFiles } from '../pack/loader';
import type { Manifest } from '../pack/manifest';
import { OrtGraph, type GraphTensor } from './ortBackend';
import { graphSignatures, tracedOutputs } from './signatures';

export interface EncodeOptions {
  /** Of each sentence, by position: what its rows of the lexicon are multiplied by, 1 where none is given. */
  readonly rowScales?: readonly (RowScales | undefined)[];
  /**
   * The decoder scores a shortlist only: what the lexicon has for the sentences, what the target language has most often,
   * and these. Absent: the whole vocabulary, as packs without a lexicon always do.
   */
  readonly shortlistWith?: Iterable<number>;
  /** Takes the decoder's steps, in place of whichever is due. */
  readonly decoder?: OrtGraph;
}

/** The decoder step in another runtime, for batches that are large enough. */
export interface OtherDecoder {
  readonly graph: OrtGraph;
  /** The fewest sentences that it is for. */
  readonly fromSentences: number;
}

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

/**
 * The graphs of a pack: the encoder runs once per batch, as does the one that cuts the output layer to what the batch may
 * write; the decoder runs once per target subword.
 */
export class Seq2SeqSession {
  private readonly frequent: readonly number[];
  private whole: Promise<OutputLayer> | undefined;
  /** Used from the next batch on. */
  other: OtherDecoder | undefined;

  private constructor(
    private readonly manifest: Manifest,
    private readonly encoder: OrtGraph,
    readonly decoder: OrtGraph,
    private readonly output: OrtGraph,
    private readonly lexicon: Lexicon | undefined,
  ) {
    this.frequent = lexicon?.frequent(frequentSubwords) ?? [];
  }

  /** Throws `pack-damaged` or `pack-incompatible`, naming the graph. */
  static async load(files: PackFiles, lexicon: Lexicon | undefined, location: string): Promise<Seq2SeqSession> {
    const { manifest } = files;
    const signatures = graphSignatures(manifest);
    const encoder = await OrtGraph.load(files.encoder, `encoder.onnx of the pack in ${location}`, signatures.encoder);
    const decoder = await OrtGraph.load(files.decoder, `decoder.onnx of the pack in ${location}`, signatures.decoder);
    const output = await OrtGraph.load(files.output, `output.onnx of the pack in ${location}`, signatures.output);
    return new Seq2SeqSession(manifest, encoder, decoder, output, lexicon);
  }

  /** Encodes sentences of source subwords, EOS included; the batch is padded to its longest sentence. */
  async encode(sentences: readonly (readonly number[])[], { rowScales = [], shortlistWith, decoder }: EncodeOptions = {}): Promise<Encoding> {
    const { pad } = this.manifest.specialTokens;
    const count = sentences.length;
    const { other } = this;
    const due = other && count >= other.fromSentences ? other.graph : this.decoder;
    const length = Math.max(...sentences.map((ids) => ids.length));
    const ids = new Int32Array(count * length).fill(pad);
    const mask = new Float32Array(count * length);
    sentences.forEach((sentence, n) => {
      ids.set(sentence, n * length);
      mask.fill(1, n * length, n * length + sentence.length);
    });
    const inputs = {
      ids: { data: ids, dims: [count, length] },
      lengths: { data: Int32Array.from(sentences, (sentence) => sentence.length), dims: [count] },
    };
    const outputs = await this.encoder.run(inputs, Object.keys(graphSignatures(this.manifest).encoder.outputs));
    const layer = await this.outputLayer(sentences, shortlistWith);
    return new EncodedBatch(this.manifest, decoder ?? due, this.lexicon, layer, {
      ids: sentences,
      rowScales,
      sourceLength: length,
      memory: outputs['memory']!,
      keys: outputs['keys']!,
      mask,
      initialState: Object.fromEntries(this.manifest.state.map((name) => [name, outputs[name]!])),
      salienceScores: outputs['salience_scores'],
    });
  }

  async release(): Promise<void> {
    await this.encoder.release();
    await this.decoder.release();
    await this.output.release();
  }

  private outputLayer(sentences: readonly (readonly number[])[], shortlistWith: Iterable<number> | undefined): Promise<OutputLayer> {
    const { lexicon } = this;
    const { targetVocabulary } = this.manifest.architecture;
    if (!lexicon || !shortlistWith) {
      this.whole ??= this.cutOutputLayer(Int32Array.from({ length: targetVocabulary }, (_, id) => id));
      return this.whole;
    }
    const { pad, bos, eos } = this.manifest.specialTokens;
    const { firstId, kinds, perKind } = this.manifest.placeholders;
    const ids = new Set([pad, bos, eos, ...this.frequent, ...shortlistWith]);
    for (let id = firstId; id < firstId + kinds.length * perKind; id++) ids.add(id);
    for (const source of new Set(sentences.flat())) for (const id of lexicon.targetsOf(source)) ids.add(id);
    return this.cutOutputLayer(Int32Array.from(ids).sort());
  }

  private async cutOutputLayer(columns: Int32Array): Promise<OutputLayer> {
    const wanted = Object.keys(graphSignatures(this.manifest).output.outputs);
    const tensors = await this.output.runTensors({ columns: { data: columns, dims: [columns.length] } }, wanted);
    const places = new Int32Array(this.manifest.architecture.targetVocabulary).fill(-1);
    columns.forEach((id, place) => (places[id] = place));
    const floor = this.lexicon && Float32Array.from(columns, (id) => this.lexicon!.floorOf(id));
    return { columns, places, tensors, floor };
  }
}

/**
 * Subwords with the highest unigram probability that every shortlist has: function words, which the lexicon gives to no
 * source word reliably. docs/performance.md has the loss of quality by their number.
 */
const frequentSubwords = 1000;

/** The output layer over a shortlist of C target subwords. */
interface OutputLayer {
  /** The subwords, ascending, `[C]`. */
  readonly columns: Int32Array;
  /** Of each target subword its place on the shortlist, −1 for others, `[V]`. */
  readonly places: Int32Array;
  /** The decoder's inputs. */
  readonly tensors: Readonly<Record<string, GraphTensor>>;
  /** ε·u(y), `[C]`; absent without a lexicon. */
  readonly floor: Float32Array | undefined;
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

class EncodedBatch implements Encoding {
  readonly sentences: number;
  readonly sourceLength: number;
  readonly vocabulary: number;
  readonly columns: Int32Array;
  readonly initialState: DecoderState;
  readonly salienceScores: Float32Array | undefined;

  constructor(
    private readonly manifest: Manifest,
    private readonly decoder: OrtGraph,
    private readonly lexicon: Lexicon | undefined,
    private readonly layer: OutputLayer,
    private readonly tensors: BatchTensors,
    /** L(y|x_i), `[N, S, C]`; made with the first step, as some batches are only read for their salience. */
    private votes?: Float32Array,
  ) {
    this.sentences = tensors.ids.length;
    this.sourceLength = tensors.sourceLength;
    this.vocabulary = manifest.architecture.targetVocabulary;
    this.columns = layer.columns;
    this.initialState = tensors.initialState;
    this.salienceScores = tensors.salienceScores;
  }

  async step(ids: Int32Array, beams: number, state: DecoderState): Promise<StepOutput> {
    return this.stepOutput(await this.decoder.run(this.inputs(ids, beams, state), this.stepOutputs()));
  }

  async trace(ids: Int32Array, state: DecoderState): Promise<TracedStep> {
    const wanted = [...this.stepOutputs(), ...tracedOutputs(this.manifest)];
    const outputs = await this.decoder.run(this.inputs(ids, 1, state), wanted);
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
    return ['log_probs', 'attention', ...this.manifest.state.map((name) => `next_${name}`)];
  }

  private inputs(ids: Int32Array, beams: number, state: DecoderState): Record<string, GraphTensor> {
    const { sentences, sourceLength } = this;
    const { memory, keys, mask } = this.tensors;
    const { columns, places, tensors, floor } = this.layer;
    const inputs: Record<string, GraphTensor> = {
      ids: { data: ids.map((id) => places[id]!), dims: [sentences, beams] },
      ...tensors,
      memory: { data: memory, dims: [sentences, sourceLength, memory.length / (sentences * sourceLength)] },
      keys: { data: keys, dims: [sentences, sourceLength, keys.length / (sentences * sourceLength)] },
      mask: { data: mask, dims: [sentences, sourceLength] },
    };
    for (const name of this.manifest.state) {
      inputs[name] = { data: state[name]!, dims: [sentences, beams, this.manifest.stateSizes[name]!] };
    }
    if (this.lexicon && floor) {
      this.votes ??= lexiconVotes(this.lexicon, this.tensors, sourceLength, this.layer);
      inputs['lexicon'] = { data: this.votes, dims: [sentences, sourceLength, columns.length] };
      inputs['unigram'] = { data: floor, dims: [columns.length] };
    }
    return inputs;
  }

  private stepOutput(outputs: Readonly<Record<string, Float32Array>>): StepOutput {
    return {
      logProbs: outputs['log_probs']!,
      attention: outputs['attention']!,
      state: Object.fromEntries(this.manifest.state.map((name) => [name, outputs[`next_${name}`]!])),
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
    return new EncodedBatch(this.manifest, this.decoder, this.lexicon, this.layer, selected, votes && gather(votes));
  }
}

/** The lexicon's rows of each source subword over the shortlist, zero for padding, `[N, S, C]`. */
function lexiconVotes(
  lexicon: Lexicon,
  { ids, rowScales }: Pick<BatchTensors, 'ids' | 'rowScales'>,
  length: number,
  { columns, places }: OutputLayer,
): Float32Array {
  const width = columns.length;
  const rows = new Float32Array(ids.length * length * width);
  ids.forEach((sentence, n) => {
    sentence.forEach((id, i) => {
      const row = n * length + i;
      lexicon.writeRow(id, rows.subarray(row * width, (row + 1) * width), places, rowScales[n]?.get(i));
    });
  });
  return rows;
}
