import type { Shortlist } from '../decode/shortlist';
import { gatherTensor, type DecoderState, type StepModel, type StepOutput } from '../decode/stepModel';
import type { Lexicon } from '../pack/lexicon';
import type { PackFiles } from '../pack/loader';
import type { Manifest } from '../pack/manifest';
import { AlignLensError } from '../protocol/errors';
import { phrase } from '../protocol/phrase';
import { OrtGraph, type GraphTensor } from './ortBackend';
import { WholeOutputLayer, type OutputLayer } from './outputLayer';
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
 * The graphs of a pack: the encoder runs once per batch; the decoder runs once per target subword, over the part of the output
 * layer that the batch may write.
 */
export class Seq2SeqSession {
  private readonly frequent: readonly number[];
  /** Used from the next batch on. */
  other: OtherDecoder | undefined;

  private constructor(
    private readonly manifest: Manifest,
    private readonly encoder: OrtGraph,
    readonly decoder: OrtGraph,
    private readonly output: WholeOutputLayer,
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
    const output = await loadOutputLayer(files, location);
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
    const layer = this.outputLayer(sentences, shortlistWith);
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
  }

  private outputLayer(sentences: readonly (readonly number[])[], shortlistWith: Iterable<number> | undefined): OutputLayer {
    const { lexicon } = this;
    if (!lexicon || !shortlistWith) return this.output;
    const { pad, bos, eos } = this.manifest.specialTokens;
    const { firstId, kinds, perKind } = this.manifest.placeholders;
    const ids = new Set([pad, bos, eos, ...this.frequent, ...shortlistWith]);
    for (let id = firstId; id < firstId + kinds.length * perKind; id++) ids.add(id);
    for (const source of new Set(sentences.flat())) for (const id of lexicon.targetsOf(source)) ids.add(id);
    return this.output.cutTo(Int32Array.from(ids).sort());
  }
}

async function loadOutputLayer({ manifest, output }: PackFiles, location: string): Promise<WholeOutputLayer> {
  const signature = graphSignatures(manifest).output;
  const { targetVocabulary } = manifest.architecture;
  const name = `output.onnx of the pack in ${location}`;
  const graph = await OrtGraph.load(output, name, signature);
  const columns = Int32Array.from({ length: targetVocabulary }, (_, id) => id);
  try {
    const tensors = await graph.runTensors({ columns: { data: columns, dims: [targetVocabulary] } }, Object.keys(signature.outputs));
    return new WholeOutputLayer(tensors, targetVocabulary);
  } catch (error) {
    throw new AlignLensError(
      'pack-incompatible',
      phrase('{0} does not fit its manifest: {1}. Export the pack again with the matching version of models/.', name, `it has not ${targetVocabulary} subwords`),
      String(error),
    );
  } finally {
    await graph.release();
  }
}

/**
 * Subwords with the highest unigram probability that every shortlist has: function words, which the lexicon gives to no
 * source word reliably. docs/performance.md has the loss of quality by their number.
 */
const frequentSubwords = 1000;

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
  readonly shortlist: Shortlist;
  readonly initialState: DecoderState;
  readonly salienceScores: Float32Array | undefined;

  constructor(
    private readonly manifest: Manifest,
    private readonly decoder: OrtGraph,
    private readonly lexicon: Lexicon | undefined,
    private readonly layer: OutputLayer,
    private readonly tensors: BatchTensors,
    /** Made with the first step, as some batches are only read for their salience. */
    private votes?: LexiconVotes,
  ) {
    this.sentences = tensors.ids.length;
    this.sourceLength = tensors.sourceLength;
    this.shortlist = layer.shortlist;
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
    const { shortlist, tensors } = this.layer;
    const inputs: Record<string, GraphTensor> = {
      ids: { data: ids.map((id) => shortlist.places[id]!), dims: [sentences, beams] },
      ...tensors,
      memory: { data: memory, dims: [sentences, sourceLength, memory.length / (sentences * sourceLength)] },
      keys: { data: keys, dims: [sentences, sourceLength, keys.length / (sentences * sourceLength)] },
      mask: { data: mask, dims: [sentences, sourceLength] },
    };
    for (const name of this.manifest.state) {
      inputs[name] = { data: state[name]!, dims: [sentences, beams, this.manifest.stateSizes[name]!] };
    }
    if (this.lexicon) {
      this.votes ??= lexiconVotes(this.lexicon, this.tensors, sourceLength, this.layer);
      inputs['lexicon'] = { data: this.votes.rows, dims: [sentences, sourceLength, shortlist.size] };
      inputs['unigram'] = { data: this.votes.floor, dims: [shortlist.size] };
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
    return new EncodedBatch(this.manifest, this.decoder, this.lexicon, this.layer, selected, votes && { ...votes, rows: gather(votes.rows) });
  }
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
