import { AlignLensError } from '../protocol/errors';
import { phrase } from '../protocol/phrase';

const headerBytes = 32;
const magic = 'ALEX';
const version = 1;
/** Probabilities are stored as `round(p · 65535)` in 16 bits. */
const probabilityUnit = 65535;

/**
 * The statistical lexicon L(y|x) over subwords, sparse by source subword, and the unigram distribution u(y).
 * In the model it votes through the attention: p_lex,t(y) = Σ_i α_{t,i} · L(y|x_i), added to the output layer
 * as log(p_lex,t(y) + ε·u(y)) (Arthur et al. 2016, "bias").
 */
export class Lexicon {
  private constructor(
    /** Rows: source vocabulary. */
    readonly sourceVocabulary: number,
    /** Columns: target vocabulary. */
    readonly targetVocabulary: number,
    /** ε, the weight of the unigram floor. */
    readonly epsilon: number,
    /** u(y), `[targetVocabulary]`, sums to 1. */
    readonly unigram: Float32Array,
    private readonly rowOffsets: Uint32Array,
    private readonly columns: Uint16Array,
    private readonly probabilities: Uint16Array,
  ) {}

  /** Reads `lexicon.bin` (format: models/README.md). Throws `pack-damaged`; `location` appears in the message. */
  static parse(content: Uint8Array, location: string): Lexicon {
    const damaged = (why: string): AlignLensError =>
      new AlignLensError(
        'pack-damaged',
        phrase('lexicon.bin of the pack in {0} is damaged: {1}. Copy or install the pack again.', location, why),
      );
    const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
    if (content.byteLength < headerBytes || String.fromCharCode(...content.subarray(0, 4)) !== magic) {
      throw damaged('it does not start as a lexicon');
    }
    if (view.getUint32(4, true) !== version) throw damaged(`its version is ${view.getUint32(4, true)}, not ${version}`);
    const [sources, targets, entries] = [view.getUint32(8, true), view.getUint32(12, true), view.getUint32(16, true)];
    // Before anything of that size is made.
    const size = headerBytes + 4 * (sources + 1) + 4 * targets + 4 * entries;
    if (content.byteLength !== size) throw damaged(`it has ${content.byteLength} bytes in place of ${size}`);

    let position = headerBytes;
    const rowOffsets = Uint32Array.from({ length: sources + 1 }, (_, i) => view.getUint32(position + 4 * i, true));
    position += 4 * (sources + 1);
    const unigram = Float32Array.from({ length: targets }, (_, i) => view.getFloat32(position + 4 * i, true));
    position += 4 * targets;
    const columns = Uint16Array.from({ length: entries }, (_, i) => view.getUint16(position + 2 * i, true));
    position += 2 * entries;
    const probabilities = Uint16Array.from({ length: entries }, (_, i) => view.getUint16(position + 2 * i, true));

    const ordered = rowOffsets.every((offset, i) => i === 0 || offset >= (rowOffsets[i - 1] ?? 0));
    if (rowOffsets[0] !== 0 || rowOffsets[sources] !== entries || !ordered) throw damaged('its row index is not in order');
    if (columns.some((column) => column >= targets)) throw damaged('an entry lies outside the vocabulary');
    const epsilon = view.getFloat32(20, true);
    const isShare = (value: number): boolean => value >= 0 && value <= 1;
    if (!isShare(epsilon) || !unigram.every(isShare)) throw damaged('a probability is not between 0 and 1');
    return new Lexicon(sources, targets, epsilon, unigram, rowOffsets, columns, probabilities);
  }

  /**
   * Writes scale · L(·|source) into `row`, of the shortlist's size and filled with zeros.
   *
   * @param places of each target subword, its place on the shortlist, which has all that the source's row has
   */
  writeRow(source: number, row: Float32Array, places: Int32Array, scale = 1): void {
    const end = this.rowOffsets[source + 1] ?? 0;
    for (let entry = this.rowOffsets[source] ?? 0; entry < end; entry++) {
      row[places[this.columns[entry]!]!] = (scale * this.probabilities[entry]!) / probabilityUnit;
    }
  }

  /** The target subwords y with L(y|source) above zero. */
  targetsOf(source: number): Uint16Array {
    return this.columns.subarray(this.rowOffsets[source] ?? 0, this.rowOffsets[source + 1] ?? 0);
  }

  /** The target subwords with the highest u(y), at most `count`. */
  frequent(count: number): number[] {
    const order = Array.from(this.unigram.keys()).sort((a, b) => this.unigram[b]! - this.unigram[a]! || a - b);
    return order.slice(0, count);
  }

  /** ε·u(target). */
  floorOf(target: number): number {
    return this.epsilon * (this.unigram[target] ?? 0);
  }

  /** L(target|source) + ε·u(target), the likelihood in the alignment posterior. */
  likelihood(target: number, source: number): number {
    const floor = this.floorOf(target);
    const end = this.rowOffsets[source + 1] ?? 0;
    for (let entry = this.rowOffsets[source] ?? 0; entry < end; entry++) {
      if (this.columns[entry] === target) return this.probabilities[entry]! / probabilityUnit + floor;
    }
    return floor;
  }
}
