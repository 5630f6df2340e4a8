import { beamSearch } from '../decode/beamSearch';
import { maxTargetLength, searchOptions } from '../decode/options';
import { PlaceholderConstraint } from '../decode/placeholders';
import type { Hypothesis } from '../decode/sentenceSearch';
import { nextMacrotask } from '../macrotask';
import type { SummarizeOptions, SummarizeRequest, Summary, SummaryLine } from '../protocol/result';
import { cancelledError } from '../protocol/rpc';
import type { Encoding } from '../session/encodedBatch';
import type { SourcePiece } from '../tokenizer/sentenceEncoder';
import { batchByLength } from '../translate/batches';
import type { LoadedPack } from '../translate/loadedPack';
import { joinUnits } from './blocks';
import { condense } from './condense';
import { groupUnits, type Group } from './groups';
import { quoteLine, spanOf, writeLine, type Draft } from './line';
import { blockLimit, readText, type Reading } from './reading';
import { salienceOf, unitScores, type Salience } from './salience';

export interface SummarizeHooks {
  readonly signal?: AbortSignal | undefined;
  /** Parts of the texts done and in all; a part is what the encoder reads at once. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Something for the encoder to read, and for the decoder to write a line from when `writes` says so. */
interface Source {
  readonly pieces: readonly SourcePiece[];
  readonly writes: boolean;
}

/** What came of a source. */
interface Outcome {
  /** w·h_i of each subword. */
  readonly scores: Float32Array;
  /** None when nothing was to be written. */
  readonly hypotheses: readonly Hypothesis[];
}

/** One line to be: its group, and what is read for it. */
interface Plan {
  readonly group: Group;
  readonly pieces: readonly SourcePiece[];
}

/**
 * Summarizes each text on its own. All texts are read first, for their salience; a text that is read at once is written
 * from there, the others from what is most salient in them. Throws `empty-input`, `input-too-long`, `not-text`, and
 * `cancelled` before the next step once the signal is aborted.
 */
export async function summarizeTexts(
  pack: LoadedPack,
  { texts, languageId, options = {} }: SummarizeRequest,
  hooks: SummarizeHooks,
): Promise<Summary[]> {
  const { lines: lineCount = 1, mode = 'auto' } = options;
  const readings = texts.map((text) => readText(pack, text, languageId, mode));
  const isWhole = readings.map(({ units, blocks, quoted }) => {
    const says = units.filter(({ hasLetter, isHeading }) => hasLetter && !isHeading).length;
    return quoted === undefined && blocks.length === 1 && (lineCount === 1 || says === 1);
  });
  const runner = new Runner(pack, options, hooks);
  runner.expect(readings.reduce((sum, { blocks }) => sum + blocks.length, 0));
  const second = readings.map(({ quoted }, text) => quoted === undefined && !isWhole[text]);
  runner.expect(second.filter(Boolean).length * lineCount);
  const read = await runner.run(
    readings.map(({ blocks }, text) => blocks.map(({ pieces }) => ({ pieces, writes: isWhole[text]! }))),
  );

  const saliences = readings.map(({ text, units, blocks }, index) =>
    salienceOf(text, units, blocks, read[index]!.map(({ scores }) => scores)),
  );
  const scores = readings.map(({ units }, index) =>
    unitScores(units, saliences[index]!.units, pack.manifest.summarize!.lengthExponent),
  );
  const plans = readings.map((reading, index) => planLines(pack, reading, saliences[index]!, scores[index]!, lineCount));
  const written = await runner.run(
    plans.map((ofText, index) => (second[index] ? ofText.map(({ pieces }) => ({ pieces, writes: true })) : [])),
  );
  runner.finish();

  return texts.map((source, index) => {
    const outcomes = isWhole[index] ? read[index]! : written[index]!;
    const lines = plans[index]!.map(({ group, pieces }, line) => {
      const hypotheses = outcomes[line]?.hypotheses ?? [];
      return makeLine(pack, readings[index]!, scores[index]!, group, { pieces, hypotheses });
    });
    return { source, lines: withoutRepetition(lines), salience: saliences[index]!.words };
  });
}

/** The groups of a text, at most `count`, and what is read for each. */
function planLines(
  { manifest }: LoadedPack,
  { units, blocks }: Reading,
  salience: Salience,
  scores: Float64Array,
  count: number,
): Plan[] {
  const limit = blockLimit(manifest);
  const groups = groupUnits(units, salience.units, count);
  if (groups.length === 1 && blocks.length === 1) return [{ group: groups[0]!, pieces: blocks[0]!.pieces }];
  return groups.map((group) => ({ group, pieces: joinUnits(units, condense(units, group, scores, limit), limit) }));
}

function makeLine(pack: LoadedPack, { text, units, quoted }: Reading, scores: Float64Array, group: Group, draft: Draft): SummaryLine {
  const line = quoted ?? writeLine(pack, text, spanOf(units, group), draft);
  return typeof line === 'string' ? quoteLine(pack, text, units, group, scores, line) : line;
}

/** The lines without those that say, but for case, what one before says. */
function withoutRepetition(lines: readonly SummaryLine[]): SummaryLine[] {
  const seen = new Set<string>();
  return lines.filter(({ text }) => {
    const key = text.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Encodes and decodes sources in batches, letting messages in and counting what is done. */
class Runner {
  private done = 0;
  private total = 0;

  constructor(
    private readonly pack: LoadedPack,
    private readonly options: SummarizeOptions,
    private readonly hooks: SummarizeHooks,
  ) {}

  /** There will be at most `count` more sources. */
  expect(count: number): void {
    this.total += count;
  }

  /** @returns the outcome of each source, by text and position */
  async run(sources: readonly (readonly Source[])[]): Promise<Outcome[][]> {
    const flat = sources.flat();
    const outcomes = new Array<Outcome>(flat.length);
    const { targetVocabulary } = this.pack.manifest.architecture;
    for (const batch of batchByLength(flat.map(({ pieces }) => pieces.length + 1), targetVocabulary)) {
      const results = await this.runBatch(batch.map((index) => flat[index]!));
      batch.forEach((index, row) => (outcomes[index] = results[row]!));
      this.done += batch.length;
      this.hooks.onProgress?.(this.done, this.total);
    }
    let next = 0;
    return sources.map((ofText) => outcomes.slice(next, (next += ofText.length)));
  }

  /** Reports what was expected and did not come as done. */
  finish(): void {
    if (this.done < this.total) this.hooks.onProgress?.(this.total, this.total);
  }

  private async runBatch(batch: readonly Source[]): Promise<Outcome[]> {
    const { eos } = this.pack.manifest.specialTokens;
    const ids = batch.map(({ pieces }) => [...pieces.map(({ id }) => id), eos]);
    await this.checkpoint();
    const encoding = await this.pack.session.encode(ids);
    const writing = batch.flatMap(({ writes }, row) => (writes ? [row] : []));
    const hypotheses = await this.decode(encoding, ids, writing);
    return batch.map(({ pieces }, row) => {
      const start = row * encoding.sourceLength;
      // A copy: the batch's tensors can go.
      const scores = encoding.salienceScores!.slice(start, start + pieces.length);
      return { scores, hypotheses: hypotheses[writing.indexOf(row)] ?? [] };
    });
  }

  private async decode(encoding: Encoding, ids: readonly (readonly number[])[], rows: readonly number[]): Promise<Hypothesis[][]> {
    if (rows.length === 0) return [];
    const { manifest } = this.pack;
    const model = rows.length === ids.length ? encoding : encoding.select(rows);
    const constraint = new PlaceholderConstraint(manifest.placeholders, []);
    const tasks = rows.map((row) => ({
      sourceIds: ids[row]!,
      maxLength: maxTargetLength(manifest, ids[row]!.length),
      constraint,
    }));
    return beamSearch(model, tasks, searchOptions(this.pack, this.options), () => this.checkpoint());
  }

  private async checkpoint(): Promise<void> {
    await nextMacrotask();
    if (this.hooks.signal?.aborted) throw cancelledError();
  }
}
