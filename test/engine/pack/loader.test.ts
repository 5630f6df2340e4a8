import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { searchOptions } from '../../../engine/decode/options';
import { Lexicon } from '../../../engine/pack/lexicon';
import { loadPackFiles, verifyPack, type ReadFile } from '../../../engine/pack/loader';
import { parseManifest } from '../../../engine/pack/manifest';
import { AlignLensError } from '../../../engine/protocol/errors';
import { createEngine, readPackFile, tinyPack, tinySummarizer } from '../support';

const manifestBytes = await readPackFile(tinyPack, 'manifest.json');
const manifest = JSON.parse(new TextDecoder().decode(manifestBytes)) as Record<string, unknown> & {
  files: Record<string, string>;
  architecture: Record<string, unknown>;
};

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** The tiny pack with some files replaced; the manifest's hashes follow unless it is replaced itself. */
function changed(files: Record<string, Uint8Array>): ReadFile {
  const hashes = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, createHash('sha256').update(content).digest('hex')]),
  );
  const own = encode({ ...manifest, files: { ...manifest.files, ...hashes } });
  return (location, file) =>
    location === tinyPack && (file in files || file === 'manifest.json')
      ? Promise.resolve(files[file] ?? own)
      : readPackFile(location, file);
}

async function failureOf(read: ReadFile): Promise<AlignLensError> {
  const failure: unknown = await createEngine(read).translate({ pack: tinyPack, texts: ['Open.'] }).catch((error: unknown) => error);
  if (!(failure instanceof AlignLensError)) throw new Error('the pack was not refused');
  return failure;
}

describe('parseManifest', () => {
  const parse = (value: unknown) => parseManifest(encode(value), 'folder');

  test('reads the tiny pack', () => {
    expect(parseManifest(manifestBytes, 'folder').architecture.cell).toBe('regated');
  });

  test.each([
    ['another schema', { ...manifest, schema: 1 }, /schema 1/u],
    ['no schema', {}, /schema missing/u],
    ['an unknown key', { ...manifest, colour: 'red' }, /manifest\.colour/u],
    ['a missing part', { ...manifest, decoding: undefined }, /manifest\.decoding/u],
    ['an unknown cell', { ...manifest, architecture: { ...manifest.architecture, cell: 'gru' } }, /architecture\.cell/u],
    ['a pattern that is no regular expression', { ...manifest, protect: [{ kind: 'c', pattern: '(' }] }, /protect\[0\]/u],
    ['a rule for an unknown kind', { ...manifest, protect: [{ kind: 'x', pattern: 'a' }] }, /protect\[0\]\.kind/u],
    ['a path outside the folder', { ...manifest, lexicon: { file: '../lexicon.bin', epsilon: 0 } }, /lexicon\.file/u],
    ['a state without size', { ...manifest, state: ['hidden', 'feed'] }, /stateSizes\.feed/u],
    ['too many placeholders', { ...manifest, placeholders: { kinds: ['n', 'c', 't'], perKind: 20, firstId: 3 } }, /placeholders/u],
  ])('refuses %s', (_, value, message) => {
    expect(() => parse(value)).toThrow(expect.objectContaining({ code: 'pack-incompatible' }) as Error);
    expect(() => parse(value)).toThrow(message);
  });

  test('reads the tiny summarizer, and an older pack without the keys that came with summarizers', async () => {
    const summarizer = parseManifest(await readPackFile(tinySummarizer, 'manifest.json'), 'folder');
    expect(summarizer).toMatchObject({ task: 'summarize', architecture: { pooling: 'attention' }, decoding: { noRepeatNgram: 3 } });
    const { pooling, ...architecture } = manifest.architecture;
    expect(pooling).toBe('mean');
    const { beamSize, lengthPenalty, maxLengthRatio, maxLengthExtra } = parseManifest(manifestBytes, 'folder').decoding;
    const older = { ...manifest, architecture, decoding: { beamSize, lengthPenalty, maxLengthRatio, maxLengthExtra } };
    expect(searchOptions({ manifest: parse(older) }, {})).toMatchObject({ noRepeatNgram: 0, coveragePenalty: 0 });
  });

  test.each([
    ['a summarizer without settings', { task: 'summarize', summarize: undefined }, /manifest\.summarize/u],
    ['a translator with a summarizer\'s settings', { task: 'translate' }, /manifest\.summarize/u],
    ['a summarizer without salience', { architecture: { ...manifest.architecture, pooling: 'mean' } }, /architecture\.pooling/u],
    ['a pattern of facts that is no regular expression', { summarize: { minScore: -1, lengthExponent: 1, facts: '(' } }, /facts/u],
    ['a repetition of half a subword', { decoding: { ...(manifest['decoding'] as object), noRepeatNgram: 0.5 } }, /noRepeatNgram/u],
  ])('refuses %s', async (_, changes, message) => {
    const summarizer = JSON.parse(new TextDecoder().decode(await readPackFile(tinySummarizer, 'manifest.json'))) as object;
    expect(() => parse({ ...summarizer, ...changes })).toThrow(message);
  });

  test('refuses what is not JSON', () => {
    expect(() => parseManifest(new TextEncoder().encode('{'), 'folder')).toThrow(
      expect.objectContaining({ code: 'pack-damaged' }) as Error,
    );
  });
});

describe('loading a pack', () => {
  test('reads all files', async () => {
    const files = await loadPackFiles(tinyPack, readPackFile);
    expect(files.lexicon?.byteLength).toBeGreaterThan(0);
  });

  test.each(['manifest.json', 'source.tokenizer.json', 'encoder.onnx', 'decoder.onnx', 'output.onnx', 'lexicon.bin'])(
    'a missing %s is named',
    async (file) => {
      const failure = await failureOf((location, name) =>
        name === file ? Promise.reject(new Error('ENOENT')) : readPackFile(location, name),
      );
      expect(failure.code).toBe('pack-missing');
      expect(failure.message).toContain(file);
      expect(failure.message).toContain(tinyPack);
      expect(failure.detail).toContain('ENOENT');
    },
  );

  test.each(['target.tokenizer.json', 'decoder.onnx', 'lexicon.bin'])('a changed byte in %s is noticed', async (file) => {
    const failure = await failureOf(async (location, name) => {
      const content = Uint8Array.from(await readPackFile(location, name));
      if (name === file) content[100]! ^= 1;
      return content;
    });
    expect(failure.code).toBe('pack-damaged');
    expect(failure.message).toContain(file);
  });

  test('a graph that is none, with a right hash', async () => {
    const failure = await failureOf(changed({ 'encoder.onnx': new Uint8Array(100) }));
    expect(failure.code).toBe('pack-damaged');
    expect(failure.message).toContain('encoder.onnx');
  });

  test('a graph with another signature', async () => {
    const failure = await failureOf(changed({ 'decoder.onnx': await readPackFile(tinyPack, 'encoder.onnx') }));
    expect(failure.code).toBe('pack-incompatible');
    expect(failure.message).toMatch(/decoder\.onnx.*input "output_weight" is missing/u);
  });

  test('a graph whose state has another size', async () => {
    const other = { ...manifest, stateSizes: { hidden: 17, cell: 16 } };
    const failure = await failureOf((location, file) =>
      file === 'manifest.json' ? Promise.resolve(encode(other)) : readPackFile(location, file),
    );
    expect(failure).toMatchObject({ code: 'pack-incompatible' });
    expect(failure.message).toContain('hidden');
  });

  test('a file without hash', async () => {
    const other = { ...manifest, files: { ...manifest.files, 'encoder.onnx': undefined } };
    const failure = await failureOf((location, file) =>
      file === 'manifest.json' ? Promise.resolve(encode(other)) : readPackFile(location, file),
    );
    expect(failure).toMatchObject({ code: 'pack-incompatible' });
    expect(failure.message).toContain('encoder.onnx');
  });

  test('a list of words is a file like the others', async () => {
    const words = new TextEncoder().encode('file\nopen\n');
    const withWords = (content: Uint8Array, hash: string): ReadFile => {
      const own = encode({ ...manifest, knownWords: 'words.txt', files: { ...manifest.files, 'words.txt': hash } });
      return (location, file) => {
        const given = { 'manifest.json': own, 'words.txt': content }[file];
        return given ? Promise.resolve(given) : readPackFile(location, file);
      };
    };
    const hash = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
    expect((await loadPackFiles(tinyPack, withWords(words, hash(words)))).knownWords).toEqual(words);
    expect((await loadPackFiles(tinyPack, readPackFile)).knownWords).toBeUndefined();
    expect(await failureOf(withWords(words, hash(words.subarray(1))))).toMatchObject({ code: 'pack-damaged' });
    const unsorted = new TextEncoder().encode('open\nfile\n');
    const failure = await failureOf(withWords(unsorted, hash(unsorted)));
    expect(failure).toMatchObject({ code: 'pack-damaged' });
    expect(failure.message).toContain(`words.txt of the pack in ${tinyPack}`);
  });

  test('a tokenizer that is none', async () => {
    expect(await failureOf(changed({ 'source.tokenizer.json': encode({ model: {} }) }))).toMatchObject({ code: 'pack-incompatible' });
    expect(await failureOf(changed({ 'source.tokenizer.json': new TextEncoder().encode('{') }))).toMatchObject({ code: 'pack-damaged' });
  });
});

describe('Lexicon', () => {
  /** Two sources and three targets: L(1|0) = 1, L(2|0) ≈ 0.5. */
  function bytes(): Uint8Array {
    const view = new DataView(new ArrayBuffer(32 + 4 * 3 + 4 * 3 + 4 * 2));
    new TextEncoder().encode('ALEX').forEach((letter, i) => view.setUint8(i, letter));
    [1, 2, 3, 2].forEach((value, i) => view.setUint32(4 + 4 * i, value, true));
    view.setFloat32(20, 0.001, true);
    [0, 2, 2].forEach((value, i) => view.setUint32(32 + 4 * i, value, true));
    [0.5, 0.25, 0.25].forEach((value, i) => view.setFloat32(44 + 4 * i, value, true));
    [1, 2].forEach((value, i) => view.setUint16(56 + 2 * i, value, true));
    [65535, 32768].forEach((value, i) => view.setUint16(60 + 2 * i, value, true));
    return new Uint8Array(view.buffer);
  }

  test('dense rows, floor and likelihood', () => {
    const lexicon = Lexicon.parse(bytes(), 'folder');
    const everything = Int32Array.of(0, 1, 2);
    const row = new Float32Array(3);
    lexicon.writeRow(0, row, everything);
    expect([...row]).toEqual([0, 1, Math.fround(32768 / 65535)]);
    const empty = new Float32Array(3);
    lexicon.writeRow(1, empty, everything);
    expect([...empty]).toEqual([0, 0, 0]);
    expect(lexicon.floorOf(0)).toBeCloseTo(0.0005, 9);
    expect(lexicon.likelihood(1, 0)).toBeCloseTo(1.00025, 6);
    expect(lexicon.likelihood(0, 1)).toBeCloseTo(0.0005, 9);
  });

  test('what a shortlist is made of', () => {
    const lexicon = Lexicon.parse(bytes(), 'folder');
    expect([...lexicon.targetsOf(0)]).toEqual([1, 2]);
    expect([...lexicon.targetsOf(1)]).toEqual([]);
    expect(lexicon.frequent(2)).toEqual([0, 1]);
    const row = new Float32Array(2);
    lexicon.writeRow(0, row, Int32Array.of(-1, 0, 1), 0.5);
    expect([...row]).toEqual([0.5, Math.fround((0.5 * 32768) / 65535)]);
  });

  test.each<[string, (content: Uint8Array) => Uint8Array]>([
    ['another magic', (content) => content.fill(0, 0, 1)],
    ['another version', (content) => content.fill(9, 4, 5)],
    ['missing bytes', (content) => content.subarray(0, 40)],
    ['additional bytes', (content) => Uint8Array.from([...content, 0])],
    ['an index out of order', (content) => content.fill(9, 36, 37)],
    ['a column outside the vocabulary', (content) => content.fill(9, 56, 57)],
  ])('refuses %s', (_, damage) => {
    expect(() => Lexicon.parse(damage(bytes()), 'folder')).toThrow(expect.objectContaining({ code: 'pack-damaged' }) as Error);
  });
});

describe('verifying a pack', () => {
  test('reads every file that the manifest names, and says how much it was', async () => {
    const counts: string[] = [];
    const sizes = await Promise.all(Object.keys(manifest.files).map(async (file) => (await readPackFile(tinyPack, file)).byteLength));
    const bytes = await verifyPack(tinyPack, readPackFile, { onProgress: (done, total) => counts.push(`${done}/${total}`) });
    expect(bytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
    expect(counts).toEqual(sizes.map((_, index) => `${index}/${sizes.length}`));
  });

  test('names a file that loading does not read, too', async () => {
    const readFile: ReadFile = (location, file) => (file === 'LICENSE' ? Promise.resolve(encode('other')) : readPackFile(location, file));
    await expect(verifyPack(tinyPack, readFile)).rejects.toMatchObject({ code: 'pack-damaged', message: expect.stringContaining('LICENSE') as string });
  });

  test('stops when it is told to', async () => {
    const verified = verifyPack(tinyPack, readPackFile, { signal: AbortSignal.abort() });
    await expect(verified).rejects.toMatchObject({ code: 'cancelled' });
  });
});
