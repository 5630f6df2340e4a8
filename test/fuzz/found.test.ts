/** Inputs that the fuzzer found, and those that nobody needs chance for: each in the smallest form that still does harm. */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { EngineClient } from '../../engine/client';
import { FileTranslation, FormatError, readFileUnits } from '../../engine/files';
import { lintPair } from '../../engine/lint';
import { inlinesOf } from '../../engine/lint/inline';
import { verifyPack } from '../../engine/pack/loader';
import { parseManifest } from '../../engine/pack/manifest';
import { nodeEngineHost } from '../../engine/platform/node';
import { segmentAt } from '../../engine/text';
import { skipReason } from '../../engine/text/skip';
import { bundleEngine, type Bundles } from '../engine/bundles';
import { readPackFile, tinyMarian, tinyPack } from '../engine/support';
import { bases, withHash } from './hostilePacks';
import { endlessLoop, hugeTensor, inGraphOf } from './mutateOnnx';
import { Chance } from './random';
import { Stopwatch } from './settings';

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const manifest = JSON.parse(new TextDecoder().decode(await readPackFile(tinyPack, 'manifest.json'))) as Record<string, unknown>;

describe('a folder of packs', () => {
  let bundles: Bundles;
  let folder: string;
  let client: EngineClient;
  beforeAll(async () => {
    bundles = await bundleEngine();
    client = new EngineClient(nodeEngineHost({ distDir: bundles.dist, log: () => undefined }));
    folder = await mkdtemp(join(tmpdir(), 'alignlens-found-'));
  });
  afterAll(async () => {
    client.dispose();
    await bundles.remove();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    // Whatever came, the next request is answered.
    await expect(client.translate({ pack: tinyPack, texts: ['Open the file.'] })).resolves.toHaveLength(1);
  });

  let count = 0;
  async function packWith(files: Readonly<Record<string, Uint8Array>>, from = tinyPack): Promise<string> {
    const pack = join(folder, `pack${count++}`);
    await cp(from, pack, { recursive: true });
    for (const [name, content] of Object.entries(files)) await writeFile(join(pack, name), content);
    return pack;
  }
  const refusal = (pack: string, texts = ['Open the file.']): Promise<unknown> => client.translate({ pack, texts }).then(() => 'used', (error: unknown) => error);
  const graphWith = (change: (graph: Uint8Array) => Uint8Array): Record<string, Uint8Array> =>
    Object.fromEntries(withHash(new Map(bases.pack.files).set('encoder.onnx', inGraphOf(bases.pack.files.get('encoder.onnx')!, change)), 'encoder.onnx'));

  test.skipIf(process.platform === 'win32')('a link out of it is not followed, whether to a file or to a folder', async () => {
    const pack = await packWith({});
    await rename(join(pack, 'encoder.onnx'), join(folder, 'elsewhere.onnx'));
    await symlink(join(folder, 'elsewhere.onnx'), join(pack, 'encoder.onnx'));
    expect(await refusal(pack)).toMatchObject({ code: 'pack-damaged', message: expect.stringMatching(/encoder\.onnx .*is a link.*Copy the file itself/u) as string });
    const model = await packWith({}, tinyMarian);
    await rename(join(model, 'onnx'), join(folder, 'graphs'));
    await symlink(join(folder, 'graphs'), join(model, 'onnx'));
    await writeFile(join(model, 'alignlens.json'), '{"source": "en", "target": "zh"}');
    expect(await refusal(model)).toMatchObject({ code: 'pack-damaged', message: expect.stringMatching(/onnx .*is a link/u) as string });
  });

  test.skipIf(process.platform === 'win32')('a pipe is not waited for, and a file without an end in sight is not read', async () => {
    const pipe = await packWith({});
    await rm(join(pipe, 'lexicon.bin'));
    execFileSync('mkfifo', [join(pipe, 'lexicon.bin')]);
    expect(await refusal(pipe)).toMatchObject({ code: 'pack-damaged', message: expect.stringMatching(/lexicon\.bin .*is not a file/u) as string });
    const large = await packWith({});
    await truncate(join(large, 'source.tokenizer.json'), 65 * 2 ** 20);
    expect(await refusal(large)).toMatchObject({ code: 'pack-damaged', message: expect.stringMatching(/source\.tokenizer\.json .*65 MB, and 64 MB/u) as string });
    const folderInPlace = await packWith({});
    await rm(join(folderInPlace, 'decoder.onnx'));
    await mkdir(join(folderInPlace, 'decoder.onnx'));
    expect(await refusal(folderInPlace)).toMatchObject({ code: 'pack-damaged', message: expect.stringContaining('decoder.onnx') as string });
  });

  test('a pattern that never ends takes the worker with it, and the message names the pack', async () => {
    const protect = [{ kind: 'c', pattern: '(a+)+$' }];
    const pack = await packWith({ 'manifest.json': bytes({ ...manifest, protect }) });
    expect(await refusal(pack, [`${'a'.repeat(60)}!`])).toMatchObject({ code: 'worker-crashed', message: expect.stringContaining(pack) as string });
  });

  test('so does a graph that never ends', async () => {
    const pack = await packWith(graphWith((graph) => endlessLoop(graph, new Chance(1))));
    expect(await refusal(pack)).toMatchObject({ code: 'worker-crashed', message: expect.stringContaining(pack) as string });
  });

  test('a graph for which there is not memory enough is named, and its worker ended', async () => {
    const pack = await packWith(graphWith((graph) => hugeTensor(2 ** 30 - 100)(graph, new Chance(1))));
    expect(await refusal(pack)).toMatchObject({ code: 'out-of-memory', message: expect.stringContaining('encoder.onnx') as string });
  });

  test('a lexicon of no numbers, and a tokenizer with an id that no graph knows, are named', async () => {
    const lexicon = Uint8Array.from(bases.pack.files.get('lexicon.bin')!);
    new DataView(lexicon.buffer).setFloat32(20, NaN, true);
    const first = await packWith(Object.fromEntries(withHash(new Map(bases.pack.files).set('lexicon.bin', lexicon), 'lexicon.bin')));
    expect(await refusal(first)).toMatchObject({ code: 'pack-damaged', message: expect.stringContaining('lexicon.bin') as string });
    const tokenizer = JSON.parse(new TextDecoder().decode(bases.pack.files.get('source.tokenizer.json'))) as { model: { vocab: Record<string, number> } };
    tokenizer.model.vocab['Op'] = 2 ** 40;
    const second = await packWith(Object.fromEntries(withHash(new Map(bases.pack.files).set('source.tokenizer.json', bytes(tokenizer)), 'source.tokenizer.json')));
    expect(await refusal(second)).toMatchObject({ code: 'pack-incompatible', message: expect.stringContaining('source.tokenizer.json') as string });
  });

  test('a model whose files do not fit each other is named when it is run', async () => {
    const config = JSON.parse(new TextDecoder().decode(bases.model.files.get('config.json'))) as object;
    const model = await packWith({ 'config.json': bytes({ ...config, bad_words_ids: 1 }), 'alignlens.json': bytes({ source: 'en', target: 'zh' }) }, tinyMarian);
    expect(await refusal(model)).toMatchObject({ code: 'pack-damaged', message: expect.stringMatching(/config\.json, tokenizer\.json and the graphs/u) as string });
  });
});

describe('a manifest', () => {
  const hash = '0'.repeat(64);
  test.each([
    ['a file outside of the folder', { ...manifest, files: { '../../secret': hash } }, /a key of manifest\.files must be a file name/u],
    ['a device', { ...manifest, files: { 'con.json': hash } }, /a key of manifest\.files must be a file name/u],
    ['an id of no subword', { ...manifest, specialTokens: { pad: 0, bos: 1, eos: 100_000 } }, /specialTokens\.eos/u],
    ['a schema that cannot be written', { ...manifest, schema: { toString: 1 } }, /an object/u],
    ['a key as long as a book', { ...manifest, ['k'.repeat(100_000)]: 1 }, /^.{0,600}$/u],
  ])('refuses %s', (_, value, message) => {
    expect(() => parseManifest(bytes(value), 'folder')).toThrow(expect.objectContaining({ code: 'pack-incompatible', message: expect.stringMatching(message) as string }) as Error);
  });

  test('refuses what is nested deeper than anything that calls itself can follow', () => {
    const deep = JSON.stringify({ ...manifest, training: 'here' }).replace('"here"', '['.repeat(100_000) + ']'.repeat(100_000));
    expect(() => parseManifest(bytes(deep), 'folder')).toThrow(/manifest\.training must be nested at most 50 deep/u);
  });

  test('names no file to verify that lies elsewhere', async () => {
    const read: string[] = [];
    const verified = verifyPack(tinyPack, (location, file) => {
      read.push(file);
      return file === 'manifest.json' ? Promise.resolve(bytes({ ...manifest, files: { '../tiny-summarizer/encoder.onnx': hash } })) : readPackFile(location, file);
    });
    await expect(verified).rejects.toMatchObject({ code: 'pack-incompatible' });
    expect(read).toEqual(['manifest.json']);
  });
});

describe('texts of 100,000 code units', () => {
  const filled = (pattern: string): string => pattern.repeat(Math.ceil(100_000 / pattern.length)).slice(0, 100_000);
  const pair = (source: string, target: string) => ({ source, target, sourceLanguage: 'en', targetLanguage: 'zh', flags: [], glossary: [] });

  // Each took 10 s to minutes.
  test.each(['`', 'A1', '{n, plural, other {', 'one {', '--[["@a": {},', '<g id="1">', '[^1]: class A {b\''])('%s: what translations copy is compared in time', (pattern) => {
    const text = filled(pattern);
    const stopwatch = new Stopwatch();
    lintPair(pair(text, 'Open.'));
    lintPair(pair('Open.', text));
    lintPair(pair(text, text));
    expect(stopwatch.read().processor).toBeLessThan(10_000);
  });

  test.each([
    ['arb', `{"a": "${'{n, plural, other {'.repeat(5000)}${'}}'.repeat(5000)}"}`],
    ['properties', `a = ${filled('<g id="1">')}`],
    ['xliff', `<xliff version="1.2"><file><body><trans-unit id="1"><source>Open.${'<x id="1"/>'.repeat(10_000)}</source></trans-unit></body></file></xliff>`],
  ] as const)('a file of %s is read and written in time', (format, source) => {
    const stopwatch = new Stopwatch();
    const work = new FileTranslation(readFileUnits(format, { source, existing: undefined, targetLanguage: 'zh' }));
    work.finish(work.texts);
    expect(stopwatch.read().processor).toBeLessThan(10_000);
  });

  test.each([';', '%', '#!', '/*', ' ;'])('a comment that begins with %j over and over is found from what stands before its words', (pattern) => {
    const text = `${filled(pattern)}?\tstruct word // Reads it.`;
    const stopwatch = new Stopwatch();
    segmentAt(text, 50_000, 'typescript');
    // Three thousand of them took longer than anybody waited.
    expect(stopwatch.read().processor).toBeLessThan(10_000);
  });

  test.each(['A1', '</tuv>', '_a'])('%s: what needs no translation is told in time', (pattern) => {
    const stopwatch = new Stopwatch();
    skipReason(filled(pattern), { licences: true }, filled(pattern));
    expect(stopwatch.read().processor).toBeLessThan(10_000);
  });

  test('elements in elements are refused where nobody could follow them', () => {
    const source = `<xliff version="1.2"><file><body><trans-unit><source>${'<g>'.repeat(10_000)}a${'</g>'.repeat(10_000)}</source></trans-unit></body></file></xliff>`;
    expect(() => readFileUnits('xliff', { source, existing: undefined, targetLanguage: 'zh' })).toThrow(FormatError);
  });

  test('branches in branches are looked into as far as people write them', () => {
    const inner = '{n, plural, other {in {file}}}';
    expect(inlinesOf(`{m, select, other {${inner}}}`).map(({ text }) => text)).toEqual(['{m}', '{n}', '{file}']);
    expect(inlinesOf('{n, plural, other {'.repeat(5000) + '}}'.repeat(5000)).length).toBeGreaterThan(0);
  });
});
