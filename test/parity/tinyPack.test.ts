/** The engine on the tiny pack against the NumPy reference in float64 (test/fixtures/tiny-pack.reference.json). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { explain } from '../../engine/explain/explain';
import { loadPackFiles, type PackFiles } from '../../engine/pack/loader';
import { configureRuntime, OrtGraph, runtimeFile } from '../../engine/session/ortBackend';
import { graphSignatures } from '../../engine/session/signatures';
import { PlaceholderConstraint } from '../../engine/decode/placeholders';
import type { StepModel } from '../../engine/decode/stepModel';
import { loadPack, type LoadedPack } from '../../engine/translate/loadedPack';
import { readPackFile, repository, runtimeFolder, tinyPack } from '../engine/support';

interface ReferenceCase {
  source: string;
  sourceIds: number[];
  sourcePieces: string[];
  protected: string[];
  greedyTargetIds: number[];
  /** First 8 of each step. */
  logProbs: number[][];
  attention: number[][];
  memorySum: number;
  /** Vectors of the last greedy step by the names of the graph's outputs. */
  lastStep: Record<string, number[]>;
}

const tolerance = 1e-5;
const reference = JSON.parse(
  readFileSync(join(repository, 'test/fixtures/tiny-pack.reference.json'), 'utf8'),
) as { cases: ReferenceCase[] };

let files: PackFiles;
let pack: LoadedPack;
beforeAll(async () => {
  configureRuntime(readFileSync(join(runtimeFolder, runtimeFile)));
  files = await loadPackFiles(tinyPack, readPackFile);
  pack = await loadPack(tinyPack, readPackFile);
});

function expectClose(actual: ArrayLike<number>, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => expect(Math.abs((actual[i] ?? NaN) - value)).toBeLessThanOrEqual(tolerance));
}

describe.each(reference.cases)('$source', (expected) => {
  test('source subwords', () => {
    const [sentence, ...rest] = pack.sentences.encode(expected.source);
    expect(rest).toEqual([]);
    expect([...sentence!.pieces.map(({ id }) => id), pack.manifest.specialTokens.eos]).toEqual(expected.sourceIds);
    expect(sentence!.pieces.flatMap(({ protectedText }) => protectedText ?? [])).toEqual(expected.protected);
  });

  test('memory', async () => {
    const encoder = await OrtGraph.load(files.encoder, 'encoder.onnx', graphSignatures(files.manifest).encoder);
    const { length } = expected.sourceIds;
    const { memory } = await encoder.run({
      ids: { data: Int32Array.from(expected.sourceIds), dims: [1, length] },
      lengths: { data: Int32Array.of(length), dims: [1] },
    }, ['memory']);
    const sum = memory!.reduce((total, value) => total + value, 0);
    expect(Math.abs(sum - expected.memorySum)).toBeLessThanOrEqual(tolerance * memory!.length);
    await encoder.release();
  });

  test('log-probabilities and attention of each greedy step', async () => {
    const model = await pack.session.encode([expected.sourceIds]);
    const { eos, bos } = pack.manifest.specialTokens;
    let state = model.initialState;
    let previous = bos;
    for (const [t, target] of expected.greedyTargetIds.entries()) {
      const output = await model.step(Int32Array.of(previous), 1, state);
      expectClose(output.logProbs.subarray(0, 8), expected.logProbs[t]!);
      expectClose(output.attention, expected.attention[t]!);
      const total = output.logProbs.reduce((sum, logProb) => sum + Math.exp(logProb), 0);
      expect(Math.abs(total - 1)).toBeLessThanOrEqual(tolerance);
      // The reference forbids EOS and placeholders, so that random weights write something.
      const placeholders = new PlaceholderConstraint(pack.manifest.placeholders, []);
      const allowed = output.logProbs.filter((_, id) => id !== eos && !placeholders.isPlaceholder(id));
      expect(output.logProbs[target]).toBe(Math.max(...allowed));
      state = output.state;
      previous = target;
    }
  });
});

test.each(reference.cases)('an explanation has the reference\'s numbers: $source', async ({ source, greedyTargetIds, logProbs, attention, lastStep }) => {
  const subwords = greedyTargetIds.slice(0, -1);
  const explanation = await explain(pack, { pack: tinyPack, source, subwords }, {});
  const columns = explanation.sourceSubwords.length;
  subwords.forEach((id, t) => {
    const step = explanation.steps[t]!;
    expect(step.id).toBe(id);
    if (id < 8) expect(Math.abs(Math.log(step.probability) - logProbs[t]![id]!)).toBeLessThanOrEqual(tolerance);
    expectClose(explanation.attention.subarray(t * columns, (t + 1) * columns), attention[t]!);
    expect(step.votes.reduce((sum, vote) => sum + vote, step.own)).toBeCloseTo(1, 5);
  });
  const last = explanation.steps.at(-1)!;
  expectClose(last.energies, lastStep['energies']!);
  expectClose(last.context, lastStep['context']!);
  expectClose(last.attentional, lastStep['attentional']!);
  expectClose(last.outputGate, lastStep['second_gate']!);
  expectClose(last.hidden, lastStep['output_state']!);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const gates = { forget: 'gate_f', input: 'gate_i', output: 'gate_o', regated: 'second_gate' } as const;
  for (const [gate, output] of Object.entries(gates)) {
    expect(Math.abs(last.gates[gate as keyof typeof gates]! - mean(lastStep[output]!))).toBeLessThanOrEqual(tolerance);
  }
});

test('a padded batch, several beams and a selection give what one sentence alone gives', async () => {
  const [first, second, third] = reference.cases;
  const batch = await pack.session.encode([first!, second!, third!].map(({ sourceIds }) => sourceIds));
  const alone = await pack.session.encode([first!.sourceIds]);
  const { bos } = pack.manifest.specialTokens;
  const expected = await alone.step(Int32Array.of(bos), 1, alone.initialState);

  const compare = async (model: StepModel, row: number): Promise<void> => {
    const beams = 2;
    const state = Object.fromEntries(
      Object.entries(model.initialState).map(([name, tensor]) => {
        const size = tensor.length / model.sentences;
        const twice = Array.from({ length: model.sentences * beams }, (_, r) => [
          ...tensor.subarray(Math.floor(r / beams) * size, (Math.floor(r / beams) + 1) * size),
        ]);
        return [name, Float32Array.from(twice.flat())];
      }),
    );
    const output = await model.step(new Int32Array(model.sentences * beams).fill(bos), beams, state);
    for (let beam = 0; beam < beams; beam++) {
      const at = row * beams + beam;
      expectClose(output.logProbs.subarray(at * model.shortlist.size, (at + 1) * model.shortlist.size), [...expected.logProbs]);
      const attention = output.attention.subarray(at * model.sourceLength, (at + 1) * model.sourceLength);
      expectClose(attention.subarray(0, alone.sourceLength), [...expected.attention]);
      expect(attention.subarray(alone.sourceLength).every((value) => value === 0)).toBe(true);
    }
  };
  await compare(batch, 0);
  await compare(batch.select([2, 0]), 1);
});
