/** The graph that WebGPU runs, here in WebAssembly: what it computes does not depend on where. */
import { beforeAll, describe, expect, test } from 'vitest';
import { floatGraph, NotConvertibleError } from '../../../engine/backends/floatGraph';
import { timeSteps } from '../../../engine/backends/measure';
import { bytesField, concat, integerField, readFields } from '../../../engine/backends/protobuf';
import type { Translation } from '../../../engine/protocol/result';
import { OrtGraph } from '../../../engine/session/ortBackend';
import { floatDecoderSignature } from '../../../engine/session/signatures';
import { HypothesisCache } from '../../../engine/translate/hypothesisCache';
import type { LoadedPack } from '../../../engine/translate/loadedPack';
import { translateTexts } from '../../../engine/translate/translator';
import { createEngine, readPackFile, realPack, tinyPack, withRealPack } from '../support';

async function loadWithFloats(location: string): Promise<{ pack: LoadedPack; graph: OrtGraph }> {
  const pack = await createEngine().loadPack(location);
  const model = floatGraph(await readPackFile(location, 'decoder.onnx'));
  return { pack, graph: await OrtGraph.load(model, 'decoder.onnx', floatDecoderSignature(pack.manifest)) };
}

function translate(pack: LoadedPack, graph: OrtGraph | undefined, texts: readonly string[]): Promise<Translation[]> {
  pack.session.other = graph && { graph, fromSentences: 1 };
  return translateTexts(pack, { texts: [...texts], options: { beamSize: 2 } }, new HypothesisCache(0), {});
}

describe.each([['the tiny pack, whose graphs are not quantized', tinyPack, 1e-4], ...(withRealPack ? [['en-zh, int8', realPack, 0.05] as const] : [])] as const)('%s', (_, location, tolerance) => {
  let pack: LoadedPack;
  let graph: OrtGraph;
  beforeAll(async () => {
    ({ pack, graph } = await loadWithFloats(location));
  });

  test('translates with floats as without, and attends to the same words', async () => {
    const texts = ['Open the file.', 'The server does not answer.', 'Write each line of `main.py` to the log, then close it.'];
    const ours = await translate(pack, undefined, texts);
    const floats = await translate(pack, graph, texts);
    expect(floats.map(({ target }) => target)).toEqual(ours.map(({ target }) => target));
    const attention = (all: readonly Translation[]): number[] => all.flatMap(({ sentences }) => sentences.flatMap((sentence) => [...sentence.attention]));
    const [a, b] = [attention(ours), attention(floats)];
    expect(Math.max(...a.map((weight, i) => Math.abs(weight - b[i]!)))).toBeLessThan(tolerance);
  });

  test('small batches stay where they are', async () => {
    pack.session.other = { graph, fromSentences: 2 };
    const encode = (count: number): Promise<unknown> => pack.session.encode(Array.from({ length: count }, () => [5, 6, pack.manifest.specialTokens.eos]));
    expect(await encode(1)).toMatchObject({ by: { decoder: pack.session.decoder } });
    expect(await encode(2)).toMatchObject({ by: { decoder: graph } });
  });

  test('both are timed with batches of several sizes', async () => {
    let passes = 0;
    const times = await timeSteps(pack, graph, () => {
      passes++;
      return Promise.resolve();
    });
    expect(times.map(({ sentences }) => sentences)).toEqual([1, 4, 16]);
    for (const { wasm, webgpu } of times) expect(Math.min(wasm, webgpu)).toBeGreaterThan(0);
    expect(passes).toBe(36);
  });
});

describe('what cannot be converted', () => {
  const node = (operator: string, domain = ''): Uint8Array =>
    bytesField(1, concat([...['x', 'weight', 'x_zero', 'weight_zero'].map((name) => bytesField(1, name)), bytesField(2, 'y'), bytesField(4, operator), bytesField(7, domain)]));
  const zeroPoint = (value: number): Uint8Array => bytesField(5, concat([bytesField(8, 'weight_zero'), integerField(2, 3), bytesField(9, Uint8Array.of(0, value))]));
  const model = (...graph: Uint8Array[]): Uint8Array => concat([integerField(1, 8), bytesField(7, concat(graph))]);

  test.each([
    ['a quantized LSTM', model(node('DynamicQuantizeLSTM', 'com.microsoft')), 'DynamicQuantizeLSTM'],
    ['another quantized product', model(node('QLinearMatMul')), 'QLinearMatMul'],
    ['weights with a zero point', model(node('MatMulInteger'), zeroPoint(1)), 'zero point'],
    ['weights whose zero point is computed', model(node('MatMulInteger')), 'zero point'],
  ])('%s', (_, graph, named) => {
    expect(() => floatGraph(graph)).toThrow(NotConvertibleError);
    expect(() => floatGraph(graph)).toThrow(named);
  });

  test('a product of weights without a zero point is converted', () => {
    expect(floatGraph(model(node('MatMulInteger'), zeroPoint(0))).length).toBeGreaterThan(0);
  });

  test('bytes that are no graph', () => {
    expect(() => floatGraph(new TextEncoder().encode('no graph at all'))).toThrow(RangeError);
  });
});

test('integers are written as onnx reads them', () => {
  expect([...integerField(3, 300)]).toEqual([24, 172, 2]);
  expect([...integerField(8, -1)]).toEqual([64, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]);
  expect(readFields(concat([integerField(8, -1), integerField(3, 300)])).map(({ number, raw }) => [number, raw.length])).toEqual([[8, 11], [3, 3]]);
});
