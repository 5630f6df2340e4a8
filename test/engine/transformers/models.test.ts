/** Models of Hugging Face's format through Transformers.js itself; test/models/marian.py made the small one. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { EngineClient } from '../../../engine/client';
import type { Engine } from '../../../engine/engine';
import type { ReadFile } from '../../../engine/pack/loader';
import { nodeEngineHost } from '../../../engine/platform/node';
import type { Translation } from '../../../engine/protocol/result';
import { runtimeLocation } from '../../../engine/protocol/workerProtocol';
import { bundleFile } from '../../../engine/transformers/interface';
import { verifyPackOrModel } from '../../../engine/transformers/modelFolder';
import { bundleEngine, type Bundles } from '../bundles';
import { createEngine, readPackFile, realPack, tinyMarian, tinyPack } from '../support';

let bundles: Bundles;
let engine: Engine;
beforeAll(async () => {
  bundles = await bundleEngine();
  engine = createEngine(reader());
});
afterAll(() => bundles.remove());

type Changes = Readonly<Record<string, Readonly<Record<string, unknown>> | string | undefined>>;

/** The small model with other JSON files, other texts, or without files (undefined). */
function reader(changes: Changes = {}): ReadFile {
  return async (location, file) => {
    if (location === runtimeLocation && file === bundleFile) return readFile(join(bundles.dist, file));
    if (!location.includes('marian') || !Object.hasOwn(changes, file)) return readPackFile(location === renamed ? tinyMarian : location, file);
    const change = changes[file];
    if (change === undefined) throw new Error(`no ${file}`);
    if (typeof change === 'string') return new TextEncoder().encode(change);
    const known = await readPackFile(tinyMarian, file).then((content) => JSON.parse(new TextDecoder().decode(content)) as object, () => ({}));
    return new TextEncoder().encode(JSON.stringify({ ...known, ...change }));
  };
}
const renamed = '/models/marian/opus-mt-fr-zh/';
const languagesUnknown = { source_lang: undefined, target_lang: undefined };

const linked = ({ sentences }: Translation): string[] =>
  sentences.flatMap(({ links, sourceTokens, targetTokens }) => links.map(({ source, target }) => `${sourceTokens[source]!.text}=${targetTokens[target]!.text}`));

describe('translation', () => {
  test('sentence by sentence, in the paragraphs of the source, and nothing is fetched', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const source = 'Save the settings! Read the list.\n\n  Delete the folder.\n';
    const [translation, empty] = await engine.translate({ pack: tinyMarian, texts: [source, ''] });
    expect(translation!.target).toBe('保存这个设置！读取这个列表。\n\n  删除这个文件夹。\n');
    expect(translation!.sentences.map(({ source: { start, end } }) => source.slice(start, end))).toEqual(['Save the settings!', 'Read the list.', 'Delete the folder.']);
    expect(empty).toEqual({ source: '', target: '', sentences: [], score: 0 });
    expect(fetched).not.toHaveBeenCalled();
  });

  test('a pack for the same languages finds the links', async () => {
    const [translation] = await engine.translate({ pack: tinyMarian, aligner: realPack, texts: ['Close. Open the file.'] });
    const { target, sentences } = translation!;
    expect(target).toBe('关闭。打开这个文件。');
    expect(linked(translation!)).toEqual(expect.arrayContaining(['Open=打开', 'file=文件', '.=。']));
    for (const { targetTokens, subwords } of sentences) {
      expect(subwords.length).toBeGreaterThan(0);
      for (const { start, end, text } of targetTokens) expect(target.slice(start, end)).toBe(text);
    }
  });

  test('without one there are words and no links', async () => {
    const [translation] = await engine.translate({ pack: tinyMarian, texts: ['Open the file. `main.py`'] });
    const [first, second] = translation!.sentences;
    expect(first!.sourceTokens.map(({ text }) => text)).toEqual(['Open', 'the', 'file', '.']);
    expect(first!.links).toEqual([]);
    expect(first!.alignment).toEqual(new Float32Array(first!.sourceTokens.length * first!.targetTokens.length));
    // What needs no translation is itself.
    expect(linked({ ...translation!, sentences: [second!] })).toEqual(['`main.py`=`main.py`']);
  });

  test('keeps identifiers, code and kept words that the model has no words for', async () => {
    const terms = [{ source: 'Acme', target: null, required: true }];
    const [translation] = await engine.translate({ pack: tinyMarian, texts: ['Open the file `a b.txt` with fooBar() and Acme now.'], terms });
    expect(translation!.target).toBe('打开这个文件 `a b.txt` 用 fooBar() 和 Acme 现在。');
  });

  test('sentences that are longer than the model reads are cut', async () => {
    const [translation] = await engine.translate({ pack: tinyMarian, texts: [`Open ${'the list and '.repeat(60)}the file.`] });
    expect(translation!.target).toBe(`打开${'这个列表和'.repeat(60)}这个文件。`);
    expect(translation!.sentences.length).toBeGreaterThan(2);
  });

  test('in a worker, from its beginning on, until it is cancelled', async () => {
    const client = new EngineClient(nodeEngineHost({ distDir: bundles.dist, log: () => undefined }));
    try {
      const begun: string[] = [];
      const request = { pack: tinyMarian, aligner: realPack, texts: ['Open the file. Read the list.'] };
      const [translation] = await client.translate(request, { onPartial: (text) => begun.push(text) });
      expect(begun).toEqual(['打开这个文件。', '打开这个文件。读取这个列表。']);
      expect(linked(translation!)).toContain('list=列表');
      const controller = new AbortController();
      const long = client.translate(
        { pack: tinyMarian, texts: Array.from({ length: 500 }, () => 'Open the file.') },
        { signal: controller.signal, onProgress: (done) => done > 1 && controller.abort() },
      );
      await expect(long).rejects.toMatchObject({ code: 'cancelled' });
    } finally {
      client.dispose();
    }
  });
});

describe('languages', () => {
  test.each([
    ['the tokenizer', {}, tinyMarian, 'en', 'zh'],
    ['the name', { 'tokenizer_config.json': languagesUnknown }, renamed, 'fr', 'zh'],
    ['the name that the configuration gives', { 'tokenizer_config.json': languagesUnknown, 'config.json': { _name_or_path: 'Helsinki-NLP/opus-mt-en-de' } }, tinyMarian, 'en', 'de'],
    ['alignlens.json', { 'alignlens.json': { source: 'de', target: 'fr' } }, tinyMarian, 'de', 'fr'],
  ])('are those of %s', async (_, changes: Changes, location, sourceLanguage, targetLanguage) => {
    await expect(createEngine(reader(changes)).describePack(location)).resolves.toMatchObject({ sourceLanguage, targetLanguage, task: 'translate', translatesOnly: true, version: 'marian' });
  });
});

describe('is refused, with the name of the file', () => {
  test.each<[string, Changes, string, string]>([
    ['an unknown type', { 'config.json': { model_type: 'gpt2' } }, 'pack-incompatible', 'config.json'],
    ['a configuration that is no JSON', { 'config.json': '{' }, 'pack-damaged', 'config.json'],
    ['a missing tokenizer', { 'tokenizer.json': undefined }, 'pack-missing', 'tokenizer.json'],
    ['a damaged tokenizer', { 'tokenizer.json': '{' }, 'pack-damaged', 'tokenizer.json'],
    ['missing graphs', { 'onnx/encoder_model.onnx': undefined }, 'pack-missing', 'onnx/encoder_model.onnx'],
    ['a decoder without cache', { 'onnx/decoder_model_merged.onnx': undefined }, 'pack-missing', 'onnx/decoder_model_merged.onnx'],
    ['a damaged graph', { 'onnx/decoder_model_merged.onnx': 'no graph' }, 'pack-damaged', 'onnx/decoder_model_merged.onnx'],
    ['unknown languages', { 'tokenizer_config.json': languagesUnknown }, 'pack-incompatible', 'alignlens.json'],
    ['an unknown key', { 'alignlens.json': { from: 'en' } }, 'pack-incompatible', 'alignlens.json'],
  ])('%s', async (_, changes, code, file) => {
    const translated = createEngine(reader(changes)).translate({ pack: tinyMarian, texts: ['Open.'] });
    await expect(translated).rejects.toMatchObject({ code, message: expect.stringContaining(file) as string });
  });

  test('a folder that is neither pack nor model, as a pack', async () => {
    const described = createEngine(reader({ 'config.json': undefined })).describePack(tinyMarian);
    await expect(described).rejects.toMatchObject({ code: 'pack-missing', message: expect.stringContaining('manifest.json') as string });
  });

  test('what only a pack does', async () => {
    const pairs = [{ source: 'Open.', target: '打开。' }];
    await expect(engine.align({ pack: tinyMarian, pairs })).rejects.toMatchObject({ code: 'pack-incompatible', message: expect.stringContaining('only translates') as string });
    const other = createEngine(reader({ 'alignlens.json': { target: 'de' } }));
    await expect(other.translate({ pack: tinyMarian, aligner: tinyPack, texts: ['Open.'] })).rejects.toMatchObject({ code: 'pack-incompatible' });
  });
});

test('verifying finds what is missing', async () => {
  await expect(verifyPackOrModel(tinyMarian, reader(), {})).resolves.toBeUndefined();
  await expect(verifyPackOrModel(tinyPack, reader(), {})).resolves.toBeUndefined();
  await expect(verifyPackOrModel(tinyMarian, reader({ 'onnx/encoder_model.onnx': undefined }), {})).rejects.toMatchObject({ code: 'pack-missing' });
});
