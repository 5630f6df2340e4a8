/** Long and hostile texts against the packs that ship: each is answered, nothing is lost, and the work grows with the length only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Engine } from '../../../engine/engine';
import { TermMatcher } from '../../../engine/glossary/termMatcher';
import { detectLanguage } from '../../../engine/language/detect';
import { countReads } from './countReads';
import { readPackFile, createEngine, packsFolder, realPack, repository, withRealPack } from '../support';
import { allSegments } from '../../../engine/text';
import { loadManifest } from '../../../engine/pack/loader';
import type { Translation } from '../../../engine/protocol/result';
import { OrtGraph } from '../../../engine/session/ortBackend';
import { SentenceEncoder } from '../../../engine/tokenizer/sentenceEncoder';
import { SubwordTokenizer } from '../../../engine/tokenizer/subwordTokenizer';

const prose = readFileSync(join(repository, 'test/fixtures/bench.en.txt'), 'utf8').replaceAll('\n', ' ');
const family = '👩‍👩‍👧‍👦';

function filled(pattern: string, length: number): string {
  return pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);
}

/** What passes through as it is. */
const untouched: readonly (readonly [name: string, text: string])[] = [
  ['10,000 times one letter', 'a'.repeat(10_000)],
  ['a word of 100,000 characters', filled('abcdefg', 100_000)],
  ['marks on one letter', `e${'\u0301'.repeat(9999)}`],
  ['halves of surrogate pairs', '\ud83d'.repeat(300) + '\n' + '\udc00\ud83d '.repeat(50)],
  ['NUL and control characters', '\0\u0001\u0007\u001b'.repeat(500)],
  ['emoji with joiners', family.repeat(200)],
  ['right to left', filled('שלום עולם ', 1000)],
  ['punctuation only', filled('?!.,;:-()[]{} ', 5000)],
  ['white space only', filled(' \t\u3000\n', 10_000)],
  ['line ends of all kinds', '\r\n\n\r\u2028\u2029\r\n'.repeat(500)],
];

/** What is translated, though there is little to understand. */
const translated: readonly (readonly [name: string, text: string])[] = [
  ['a repeated word', filled('word ', 800)],
  ['odd characters between words', `Open\0 the \ud83d file \u202ewith\u202c ${family} and e${'\u0301'.repeat(60)}.`],
  ['lines that end in each way', 'Open it.\r\nClose it.\rSave it.\n\nRun it.\u2028Stop it.'],
  ['a word too long among others', `Paste this key: ${filled('abcdefg', 3000)} into the file.`],
];

describe.skipIf(!withRealPack)('hostile texts', () => {
  afterEach(() => void vi.restoreAllMocks());
  let engine: Engine;
  const translate = async (pack: string, text: string): Promise<Translation> =>
    (await engine.translate({ pack: join(packsFolder, pack), texts: [text], options: { beamSize: 1 } }))[0]!;
  beforeAll(async () => {
    engine = createEngine();
    await translate('en-zh', 'Warm up.');
    await translate('zh-en', '热身。');
  });

  test.each(untouched)('%s: passed through', async (_, text) => {
    const started = performance.now();
    for (const pack of ['en-zh', 'zh-en']) {
      if (pack === 'zh-en' || !/\p{Script=Latin}/u.test(text) || text.length >= 10_000) {
        expect((await translate(pack, text)).target).toBe(text);
      }
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('10,000 times one ideograph: passed through', async () => {
    const text = '中'.repeat(10_000);
    expect((await translate('zh-en', text)).target).toBe(text);
  });

  test.each(translated)('%s: translated, to no more than the limit', async (_, text) => {
    const { target, sentences } = await translate('en-zh', text);
    expect(target).toMatch(/\p{Script=Han}/u);
    for (const { source, target: written, sourceTokens, targetTokens, alignment, subwords } of sentences) {
      expect(alignment).toHaveLength(sourceTokens.length * targetTokens.length);
      // A sentence has at most 100 subwords, and its translation twice as many and ten.
      expect(subwords.length).toBeLessThanOrEqual(210);
      expect(source.end).toBeGreaterThan(source.start);
      expect(target.slice(written.start, written.end)).not.toBe('');
    }
    const ends = /[\r\n\u2028]+/gu;
    expect(target.match(ends)).toEqual(text.match(ends));
  });

  test('an endless word stays whole, and the words around it are translated', async () => {
    const word = filled('abcdefg', 3000);
    const { target } = await translate('en-zh', `Paste this key: ${word} into the file.`);
    expect(target.split(word)).toHaveLength(2);
    for (const part of target.split(word)) expect(part).toMatch(/\p{Script=Han}/u);
  });

  test('text only: the same text, places and scores', async () => {
    const request = { pack: realPack, texts: ['Open the file. It has `code` in it.\n123'], options: { beamSize: 1 } };
    const [whole] = await engine.translate(request);
    const [text] = await engine.translate({ ...request, textOnly: true });
    expect(text!.target).toBe(whole!.target);
    expect(text!.sentences.map(({ source, target, score }) => ({ source, target, score }))).toEqual(
      whole!.sentences.map(({ source, target, score }) => ({ source, target, score })),
    );
    for (const { sourceTokens, alignment, subwords } of text!.sentences) {
      expect([sourceTokens.length, alignment.length, subwords.length]).toEqual([0, 0, 0]);
    }
  });

  test.each([['sentences', filled(prose, 10_000_000)], ['one line of spaces and letters', filled('a ', 10_000_000)], ['one word', filled('ab', 10_000_000)]])(
    '10 MB of %s: cancelled, nothing more is read or run',
    async (_, text) => {
      const cancel = new AbortController();
      const reads = countReads();
      const runs = vi.spyOn(OrtGraph.prototype, 'run');
      let then = { reads: 0, runs: 0 };
      setTimeout(() => {
        then = { reads: reads(), runs: runs.mock.calls.length };
        cancel.abort();
      }, 100);
      const running = engine.translate({ pack: realPack, texts: [text], textOnly: true }, { signal: cancel.signal });
      await expect(running).rejects.toMatchObject({ code: 'cancelled' });
      expect({ reads: reads(), runs: runs.mock.calls.length }).toEqual(then);
    },
  );
});

describe.skipIf(!withRealPack)('reading', () => {
  let encoder: SentenceEncoder;
  beforeAll(async () => {
    const manifest = await loadManifest(realPack, readPackFile);
    encoder = new SentenceEncoder(manifest, SubwordTokenizer.parse(await readPackFile(realPack, 'source.tokenizer.json'), 'source'));
  });

  test('a long line has the sentences that its parts have, each protected span whole', () => {
    const sentence = 'Set `some value. And more` in the file, or see https://example.org/a.b?c=d for help.';
    const long = Array.from({ length: 200 }, () => sentence).join(' ');
    const sentences = encoder.encode(long);
    expect(sentences.map(({ span }) => long.slice(span.start, span.end))).toEqual(Array.from({ length: 200 }, () => sentence));
    for (const { pieces } of sentences) {
      expect(pieces.flatMap(({ protectedText }) => protectedText ?? [])).toEqual(['`some value. And more`', 'https://example.org/a.b?c=d']);
    }
  });

  test('a sentence without an end is cut at clauses, and no word or span is lost or halved', () => {
    const clause = 'the program opens `a b c` and writes foo_bar to the file, ';
    const long = clause.repeat(200).trimEnd();
    const parts = encoder.encode(long);
    expect(parts.map(({ span }) => long.slice(span.start, span.end)).join(' ')).toBe(long);
    for (const { span, pieces } of parts) {
      expect(pieces.length).toBeLessThan(100);
      expect(long.slice(span.start, span.end)).toMatch(/,$/u);
      for (const { protectedText } of pieces) expect([undefined, '`a b c`', 'foo_bar']).toContain(protectedText);
    }
  });

  test('only what is asked for is read', () => {
    const [first] = encoder.read(filled('Open the file.\n', 5_000_000));
    expect(first!.span).toEqual({ start: 0, end: 14 });
  });

  const matcher = new TermMatcher([{ source: 'a', target: 'b', required: false }], 'en');
  const patterns = ['a', 'a1', 'a.', 'a@', '/', '/a', '-a', '<a ', '`', '{', '%0', '⟦', '*a', '. (', '.)', '\u0301', family, 'a ', 'é', '| a\n', '@a ', ' '];
  test.each<readonly [string, string]>([
    ['of everything in turns', patterns.filter((pattern) => pattern !== '| a\n').map((pattern) => filled(pattern, 3000)).join('')],
    ...['a', '{', '`', '-a', '\u0301', ' '].map((pattern) => [`of ${JSON.stringify(pattern)}`, pattern] as const),
  ])(
    'one million characters %s on a line are read to the end',
    (_, pattern) => {
      const text = filled(pattern, 1_000_000);
      let read = 0;
      // What takes the square of the length takes hours here.
      for (const sentence of encoder.encode(text, matcher)) read += text.slice(sentence.span.start, sentence.span.end).trim().length;
      expect(read).toBeGreaterThan(pattern === ' ' ? -1 : 500_000);
      matcher.match(text, []);
      detectLanguage(text);
      Array.from(allSegments(text, 'markdown'));
    },
    60_000,
  );

  test.each(patterns)(
    'what repeats %j takes time by its length',
    (pattern) => {
      const time = (length: number): number => {
        const text = filled(pattern, length);
        const started = performance.now();
        encoder.encode(text, matcher);
        matcher.match(text, []);
        detectLanguage(text);
        Array.from(allSegments(text, 'markdown'));
        return performance.now() - started;
      };
      time(1000);
      // Four times the length: a square would be sixteen times the time. Short times say nothing.
      expect(time(40_000)).toBeLessThan(Math.max(400, 10 * time(10_000)));
    },
  );
});
