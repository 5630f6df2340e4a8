/** The pack that ships, run through the whole engine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../engine/engine';
import type { Translation } from '../../engine/protocol/result';
import { createEngine, realPack, repository, withRealPack } from './support';

const lines = readFileSync(join(repository, 'test/fixtures/bench.en.txt'), 'utf8').trimEnd().split('\n');

describe.skipIf(!withRealPack)('en-zh', () => {
  let engine: Engine;
  let translations: Translation[];
  beforeAll(async () => {
    engine = createEngine();
    translations = await engine.translate({ pack: realPack, texts: lines, options: { beamSize: 1 } });
  });

  test('every line becomes Chinese', () => {
    const without = translations.filter(({ target }) => !/\p{Script=Han}/u.test(target));
    expect(without.map(({ source }) => source)).toEqual([]);
  });

  test('no line runs on without end', () => {
    for (const { source, target } of translations) expect(target.length, source).toBeLessThan(1.5 * source.length + 20);
  });

  test('protected spans come back byte for byte, once each', () => {
    const spans = lines.flatMap((line, i) =>
      [...line.matchAll(/`[^`]+`|%[sd]|\{\d\}|https:\S+[^.\s]/gu)].map(([span]) => ({ span, line: i })),
    );
    expect(spans.length).toBeGreaterThan(10);
    for (const { span, line } of spans) {
      expect(translations[line]!.target.split(span), translations[line]!.target).toHaveLength(lines[line]!.split(span).length);
    }
  });

  test('words have exact offsets, rows sum to 1', () => {
    for (const { source, target, sentences } of translations) {
      for (const sentence of sentences) {
        for (const token of sentence.sourceTokens) expect(source.slice(token.start, token.end)).toBe(token.text);
        for (const token of sentence.targetTokens) expect(target.slice(token.start, token.end)).toBe(token.text);
        const width = sentence.sourceTokens.length;
        for (const matrix of [sentence.alignment, sentence.attention]) {
          for (let row = 0; row < sentence.targetTokens.length; row++) {
            const sum = matrix.subarray(row * width, (row + 1) * width).reduce((total, value) => total + value, 0);
            expect(sum).toBeCloseTo(1, 4);
          }
        }
      }
    }
  });

  test('ligatures, hyphens that may break and invisible characters are read as what they look like', async () => {
    const odd = ['The conﬁguration ﬁle is invalid.', 'The con\u00adfigu\u200bration file is \ufeffread\u2011only.'];
    const plain = ['The configuration file is invalid.', 'The configuration file is read-only.'];
    const results = await engine.translate({ pack: realPack, texts: [...odd, ...plain] });
    odd.forEach((text, i) => {
      const { source, target, sentences } = results[i]!;
      expect([source, target]).toEqual([text, results[odd.length + i]!.target]);
      let end = 0;
      for (const token of sentences[0]!.sourceTokens) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(source.slice(token.start, token.end)).toBe(token.text);
        end = token.end;
      }
    });
    expect(results[0]!.sentences[0]!.sourceTokens.map(({ text }) => text)).toEqual(['The', 'conﬁguration', 'ﬁle', 'is', 'invalid', '.']);
  });

  test('the alignment explains plain words', async () => {
    const [translation] = await engine.translate({ pack: realPack, texts: ['Open the file.'] });
    const [sentence] = translation!.sentences;
    const row = sentence!.targetTokens.findIndex(({ text }) => text.includes('文件'));
    const width = sentence!.sourceTokens.length;
    const weights = sentence!.alignment.subarray(row * width, (row + 1) * width);
    expect(sentence!.sourceTokens[weights.indexOf(Math.max(...weights))]!.text).toBe('file');
  });

  test('a beam is not worse than greedy search by its own measure', async () => {
    const texts = lines.slice(0, 12);
    const beam = await engine.translate({ pack: realPack, texts, options: { beamSize: 4, lengthPenalty: 1 } });
    const mean = (all: readonly Translation[]): number => all.reduce((sum, { score }) => sum + score, 0) / all.length;
    expect(mean(beam)).toBeGreaterThanOrEqual(mean(translations.slice(0, 12)) - 0.05);
  });
});
