import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../engine/engine';
import { sha256 } from '../../engine/pack/loader';
import type { SentenceTranslation, Translation } from '../../engine/protocol/result';
import { createEngine, readPackFile, tinySummarizer, tinyPack, withManifest } from './support';

let engine: Engine;
beforeAll(() => {
  engine = createEngine();
});

async function translate(...texts: string[]): Promise<Translation[]> {
  return engine.translate({ pack: tinyPack, texts });
}

function expectRowsToSumToOne(sentence: SentenceTranslation, matrix: Float32Array): void {
  const width = sentence.sourceTokens.length;
  expect(matrix.length).toBe(width * sentence.targetTokens.length);
  sentence.targetTokens.forEach((_, t) => {
    const sum = matrix.subarray(t * width, (t + 1) * width).reduce((total, value) => total + value, 0);
    expect(sum).toBeCloseTo(1, 5);
  });
}

function expectConsistent(translation: Translation): void {
  for (const sentence of translation.sentences) {
    for (const token of sentence.sourceTokens) expect(translation.source.slice(token.start, token.end)).toBe(token.text);
    for (const token of sentence.targetTokens) expect(translation.target.slice(token.start, token.end)).toBe(token.text);
    expectRowsToSumToOne(sentence, sentence.alignment);
    expectRowsToSumToOne(sentence, sentence.attention);
    expect(sentence.score).toBeLessThanOrEqual(0);
  }
}

describe('translate', () => {
  test('offsets are exact on both sides and rows sum to 1', async () => {
    const translations = await translate(
      'Open the file.  Cannot open `main.py` in 42 lines!',
      'naïve 😀 file, 你 好',
      '  The window <b>is</b> closed, read %s again.\n\n\tWrite each line. ',
    );
    expect(translations).toHaveLength(3);
    translations.forEach(expectConsistent);
    expect(translations[2]!.target).toMatch(/^ {2}\S[^\n]*\n\n\t\S[^\n]* $/u);
    expect(translations[1]!.sentences[0]!.sourceTokens.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['naïve', '😀', 'file', ',']),
    );
  });

  test('protected spans come back once each, whatever the model writes', async () => {
    const spans = ['`main.py`', '42', '<b>', '</b>', '%s', 'https://example.org/a?b=c', '⟦n3⟧', '▁', '{name}'];
    const [translation] = await translate(`Open ${spans.join(' and ')} now.`);
    for (const span of spans) expect(translation!.target.split(span), span).toHaveLength(2);
    expectConsistent(translation!);
  });

  test('more spans of a kind than placeholders split the sentence', async () => {
    const names = Array.from({ length: 25 }, (_, i) => `file_${i}_x`);
    const [translation] = await translate(`Read ${names.join(', ')}.`);
    for (const name of names) expect(translation!.target.match(new RegExp(name, 'gu')), name).toHaveLength(1);
    expect(translation!.sentences.length).toBeGreaterThan(2);
    expectConsistent(translation!);
  });

  test('a sentence longer than the limit is translated in parts', async () => {
    const [translation] = await translate(`${'open the file and read the line, '.repeat(40)}then stop.`);
    expect(translation!.sentences.length).toBeGreaterThan(1);
    expectConsistent(translation!);
  });

  test.each(['', '   ', '\n', '----', '42', '`code`', '1.2.3 / 4', '（）。', '😀'])(
    '%j has nothing to translate and stays as it is',
    async (text) => {
      const [translation] = await translate(text);
      expect(translation!.target).toBe(text);
      expect(translation!.score).toBe(0);
      expectConsistent(translation!);
    },
  );

  test('a batch gives what each text gives alone', async () => {
    const texts = ['Open the file.', 'Write each line.', 'The window is closed.', 'Open the window.'];
    // An engine of its own, which has not decoded any of them for another test.
    const together = await createEngine().translate({ pack: tinyPack, texts });
    const other = createEngine();
    for (const [index, text] of texts.entries()) {
      const [alone] = await other.translate({ pack: tinyPack, texts: [text] });
      expect(together[index]!.target).toBe(alone!.target);
    }
  });

  test('progress counts sentences', async () => {
    const seen: [number, number][] = [];
    await engine.translate(
      { pack: tinyPack, texts: ['Open the file. Write each line.'] },
      { onProgress: (done, total) => seen.push([done, total]) },
    );
    expect(seen.at(-1)).toEqual([2, 2]);
  });

  test('cancelling ends the run between two decoder steps', async () => {
    const controller = new AbortController();
    const running = engine.translate(
      { pack: tinyPack, texts: Array.from({ length: 50 }, (_, i) => `Open the file ${'again '.repeat(i)}.`) },
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    await expect(translate('Open the file.')).resolves.toHaveLength(1);
  });
});

test('an output layer of another vocabulary than the manifest’s is refused by name', async () => {
  const { files } = JSON.parse(new TextDecoder().decode(await readPackFile(tinySummarizer, 'manifest.json'))) as { files: Record<string, string> };
  const foreign = await readPackFile(tinyPack, 'output.onnx');
  const read = withManifest({ files: { ...files, 'output.onnx': await sha256(foreign) } });
  const other = createEngine((location, file) => (file === 'output.onnx' ? Promise.resolve(foreign) : read(location, file)));
  const refusal = await other.loadPack(tinySummarizer).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'pack-incompatible' });
  expect(String(refusal)).toMatch(/output\.onnx .* it has not 360 subwords/u);
});
