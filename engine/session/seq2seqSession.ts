import type { Lexicon } from '../pack/lexicon';
import type { PackFiles } from '../pack/loader';
import type { Manifest } from '../pack/manifest';
import { AlignLensError } from '../protocol/errors';
import { EncodedBatch, noNumbers, type Encoding, type RowScales } from './encodedBatch';
import { misfit, OrtGraph } from './ortBackend';
import { WholeOutputLayer, type OutputLayer } from './outputLayer';
import { graphSignatures } from './signatures';

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
    private readonly location: string,
  ) {
    this.frequent = lexicon?.frequent(frequentSubwords) ?? [];
  }

  /** Throws `pack-damaged` or `pack-incompatible`, naming the graph. */
  static async load(files: PackFiles, lexicon: Lexicon | undefined, location: string): Promise<Seq2SeqSession> {
    const { manifest } = files;
    const signatures = graphSignatures(manifest);
    const loaded: OrtGraph[] = [];
    const load = async (graph: 'encoder' | 'decoder'): Promise<OrtGraph> => {
      const session = await OrtGraph.load(files[graph], `${graph}.onnx of the pack in ${location}`, signatures[graph]);
      loaded.push(session);
      return session;
    };
    try {
      const [encoder, decoder] = [await load('encoder'), await load('decoder')];
      return new Seq2SeqSession(manifest, encoder, decoder, await loadOutputLayer(files, location), lexicon, location);
    } catch (error) {
      for (const graph of loaded) await graph.release();
      throw error;
    }
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
    const salienceScores = outputs['salience_scores'];
    if (salienceScores?.some(Number.isNaN)) throw noNumbers('encoder.onnx', this.location);
    return new EncodedBatch({ manifest: this.manifest, decoder: decoder ?? due, lexicon: this.lexicon, layer, location: this.location }, {
      ids: sentences,
      rowScales,
      sourceLength: length,
      memory: outputs['memory']!,
      keys: outputs['keys']!,
      mask,
      initialState: Object.fromEntries(this.manifest.state.map((name) => [name, outputs[name]!])),
      salienceScores,
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
    // A column that is not there makes the graph fail. A runtime that has no memory or has stopped says nothing of the graph.
    if (error instanceof AlignLensError && error.code !== 'pack-damaged') throw error;
    throw misfit(name, `it has not ${targetVocabulary} subwords`);
  } finally {
    await graph.release();
  }
}

/**
 * Subwords with the highest unigram probability that every shortlist has: function words, which the lexicon gives to no
 * source word reliably. docs/performance.md has the loss of quality by their number.
 */
const frequentSubwords = 1000;
