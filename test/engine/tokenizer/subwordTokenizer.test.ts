import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseManifest } from '../../../engine/pack/manifest';
import { normalise } from '../../../engine/text/normalise';
import { createProtector } from '../../../engine/text/protect';
import { SentenceEncoder } from '../../../engine/tokenizer/sentenceEncoder';
import { SubwordTokenizer } from '../../../engine/tokenizer/subwordTokenizer';
import { writeTarget } from '../../../engine/tokenizer/targetText';
import { readPackFile, realPack, tinyPack, withRealPack } from '../support';
import { lineCount, realLines } from './lines';

const packs = withRealPack ? [tinyPack, realPack] : [tinyPack];
const lines = realLines();

describe.each(packs.map((pack) => [basename(pack), pack] as const))('%s', async (_, pack) => {
  const source = SubwordTokenizer.parse(await readPackFile(pack, 'source.tokenizer.json'), 'source');
  const target = SubwordTokenizer.parse(await readPackFile(pack, 'target.tokenizer.json'), 'target');
  const manifest = parseManifest(await readPackFile(pack, 'manifest.json'), pack);

  test(`pieces of ${lineCount} real lines concatenate to the text`, () => {
    expect(lines).toHaveLength(lineCount);
    for (const tokenizer of [source, target]) {
      for (const line of lines) {
        // A literal ▁ never reaches the tokenizer: the sentence encoder protects it.
        const text = normalise(line).text.replaceAll('▁', '');
        let joined = '';
        for (const { id, start, end } of tokenizer.encode(text)) {
          const slice = text.slice(start, end);
          // Pieces of one byte-fallback character share its span.
          const again = tokenizer.byte(id) !== undefined && end === joined.length;
          const exact = tokenizer.byte(id) !== undefined || slice === tokenizer.surface(id);
          if (!exact || (start !== joined.length && !again)) expect.fail(`piece ${start}-${end} of ${line}`);
          if (!again) joined += slice;
        }
        expect(joined).toBe(text);
      }
    }
  });

  test('writing the ids of a text gives the text back', () => {
    for (const line of lines.slice(0, 2000)) {
      const text = normalise(line).text.replaceAll('▁', '');
      const ids = target.encode(text).map(({ id }) => id);
      const written = writeTarget(ids, target, new Map());
      // Writing adds the space that Chinese typography wants beside Latin letters.
      expect(normalise(written.text).text, line).toBe(text);
      for (const { span } of written.pieces) expect(span.end).toBeLessThanOrEqual(written.text.length);
    }
  });

  test(`offsets of ${lineCount} encoded lines lead to the original, protected spans byte for byte`, () => {
    const encoder = new SentenceEncoder(manifest, source);
    const protect = createProtector(manifest.protect);
    for (const line of lines) {
      const sentences = encoder.encode(line);
      let position = 0;
      for (const { span, pieces, isInCapitals = false } of sentences) {
        const read = (plain: string): string => (isInCapitals ? plain.toLowerCase() : plain);
        expect(line.slice(position, span.start).trim(), line).toBe('');
        position = span.end;
        for (const piece of pieces) {
          const text = line.slice(piece.span.start, piece.span.end);
          const exact =
            piece.protectedText === text ||
            source.byte(piece.id) !== undefined ||
            read(normalise(text).text) === read(source.surface(piece.id)?.trim() ?? '');
          if (!exact) expect.fail(`piece ${JSON.stringify(text)} of ${line}`);
        }
      }
      expect(line.slice(position).trim()).toBe('');
      const expected = protect(normalise(line).text).length;
      const found = sentences.flatMap(({ pieces }) => pieces).filter(({ protectedText }) => protectedText !== undefined).length;
      // A sentence that was cut may let a pattern match anew at its start, never fewer spans.
      expect(found, line).toBe(expected);
    }
  });

  test.each(['<eos>', '<pad>', '<0x41>', '<bos> ⟦n0⟧'])('literal %s is plain text', (text) => {
    const { pad, bos, eos } = manifest.specialTokens;
    const ids = source.encode(text.replace(/⟦.*⟧/u, '')).map(({ id }) => id);
    expect(ids.filter((id) => [pad, bos, eos].includes(id))).toEqual([]);
    const pieces = new SentenceEncoder(manifest, source).encode(text).flatMap((sentence) => sentence.pieces);
    expect(pieces.filter(({ id }) => [pad, bos, eos].includes(id))).toEqual([]);
  });

  test.each(['😀', 'a\u{10ffff}b', '\ud800', 'e\u0301', '\u0000', '👩‍👩‍👧'])('odd characters: %j', (text) => {
    const pieces = source.encode(text);
    expect(pieces[0]!.start).toBe(0);
    expect(pieces.at(-1)!.end).toBe(text.length);
  });

  test('no text, no pieces', () => {
    expect(source.encode('')).toEqual([]);
  });
});

describe('writeTarget', async () => {
  const target = SubwordTokenizer.parse(await readPackFile(tinyPack, 'target.tokenizer.json'), 'target');
  const [open, file] = ['打开', '文件'].map((word) => target.encode(word).map(({ id }) => id)) as [number[], number[]];
  const placeholder = 3;

  function write(content: string, ...ids: number[][]): string {
    return writeTarget(ids.flat(), target, new Map([[placeholder, content]])).text;
  }

  test.each([
    ['`a b`', '打开 `a b` 文件'],
    ['main', '打开 main 文件'],
    ['run()', '打开 run() 文件'],
    ['42', '打开 42 文件'],
    ['.env', '打开 .env 文件'],
    ['C++', '打开 C++ 文件'],
    ['1++', '打开 1++文件'],
    ['%s', '打开 %s 文件'],
    ['</b>', '打开</b>文件'],
    ['，', '打开，文件'],
  ])('spacing around %s', (content, expected) => {
    expect(write(content, open, [placeholder], file)).toBe(expected);
  });

  test.each([
    ['Effect', 'of Effect'],
    ['getUser', 'of getUser'],
    ['`x`', 'of`x`'],
    ['2.0', 'of2.0'],
    ['%s', 'of%s'],
    ['-x', 'of-x'],
  ])('no name begins inside a word: %s', (content, expected) => {
    expect(write(content, word('of'), [placeholder])).toBe(expected);
  });

  test('behind punctuation of half width too', () => {
    const [colon] = [target.encode(':').map(({ id }) => id)];
    expect(write('TypeError', [placeholder], colon, file)).toBe('TypeError: 文件');
    expect(write('，', file, colon, file)).toBe('文件:文件');
  });

  test('nor inside another, but a word may go on behind one', () => {
    expect(write('Vue', [placeholder, placeholder], word('s'))).toBe('Vue Vues');
  });

  function word(text: string): number[] {
    return target.encode(text).map(({ id }) => id);
  }

  test('bytes of one character share its span; broken bytes become U+FFFD', () => {
    const bytes = Array.from(new TextEncoder().encode('😀'), (byte) => byteId(byte));
    const good = writeTarget(bytes, target, new Map());
    expect(good.text).toBe('😀');
    expect(good.pieces.map(({ span }) => span)).toEqual(Array.from({ length: 4 }, () => ({ start: 0, end: 2 })));
    expect(writeTarget(bytes.slice(0, 2), target, new Map()).text).toBe('\ufffd');
    expect(writeTarget(bytes.slice(2), target, new Map()).text).toBe('\ufffd\ufffd');
  });

  function byteId(byte: number): number {
    for (let id = 0; ; id++) if (target.byte(id) === byte) return id;
  }
});
