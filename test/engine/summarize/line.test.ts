import { beforeAll, describe, expect, test } from 'vitest';
import type { Hypothesis } from '../../../engine/decode/sentenceSearch';
import { writeLine } from '../../../engine/summarize/line';
import type { LoadedPack } from '../../../engine/translate/loadedPack';
import { createEngine, tinySummarizer, withManifest } from '../support';

const facts = String.raw`[A-Za-z]+[0-9]+|\d+`;
const text = 'open2 opens file 42';
const source = { start: 0, end: text.length };

let pack: LoadedPack;
beforeAll(async () => {
  const changes = { summarize: { minScore: -2, lengthExponent: 0.5, facts } };
  pack = await createEngine(withManifest(changes)).loadPack(tinySummarizer);
});

/** A hypothesis that says `line`, with a mean log-probability of `score` per subword. */
function says(line: string, score: number): Hypothesis {
  const ids = pack.targetTokenizer.encode(line).map(({ id }) => id);
  const columns = pack.sourceTokenizer.encode(text).length + 1;
  const attention = new Float32Array(ids.length * columns).fill(1 / columns);
  return { ids, attention, logProbs: new Float32Array(ids.length).fill(score), logProb: score * (ids.length + 1), score: 0, inserted: 0 };
}

function write(...hypotheses: Hypothesis[]) {
  const pieces = pack.sourceTokenizer.encode(text).map(({ id, start, end }) => ({ id, span: { start, end } }));
  return writeLine(pack, text, source, { pieces, hypotheses });
}

describe('the line of several hypotheses', () => {
  test('the first whose names and numbers are all in the text', () => {
    const line = write(says('opens open1', -0.1), says('opens 42 of 43', -0.2), says('open2 opens 42', -0.3), says('file', -0.4));
    expect(line).toMatchObject({ text: 'open2 opens 42', mode: 'abstractive', source, score: expect.closeTo(-0.3, 6) as number });
  });

  test('rather one that does not repeat itself', () => {
    const twice = 'open2 opens file open2 opens file';
    expect(write(says(twice, -0.1), says('opens open1', -0.2), says('opens file', -0.3))).toMatchObject({ text: 'opens file' });
    expect(write(says(twice, -0.1), says('opens open1', -0.2))).toMatchObject({ text: twice });
    expect(write(says('opens opens file', -0.1), says('opens file', -0.3))).toMatchObject({ text: 'opens file' });
  });

  test('none, when all make something up', () => {
    expect(write(says('opens open1', -0.1), says('43', -0.1), says('file43', -0.1))).toBe('unsupported');
  });

  test('none, when the first that makes nothing up is below the limit', () => {
    expect(write(says('opens open1', -0.1), says('file', -2.1))).toBe('low-confidence');
    expect(write(says('file', -1.9))).toMatchObject({ text: 'file' });
  });

  test('one without letters says nothing', () => {
    expect(write(says('42 .', -0.1), says('file', -0.5))).toMatchObject({ text: 'file' });
    expect(write(says(' ', -0.1))).toBe('low-confidence');
    expect(write()).toBe('low-confidence');
  });

  test('copied words are aligned to where they stand', () => {
    const line = write(says('file 42', -0.1));
    if (typeof line === 'string') throw new Error(line);
    expect(line.sourceTokens.map((token) => token.text)).toEqual(['open2', 'opens', 'file', '42']);
    const width = line.sourceTokens.length;
    const partners = line.targetTokens.map((_, row) => {
      const weights = line.alignment.subarray(row * width, (row + 1) * width);
      return line.sourceTokens[weights.indexOf(Math.max(...weights))]!.text;
    });
    expect(partners).toEqual(['file', '42']);
    for (const weight of line.attention) expect(weight).toBeGreaterThan(0.05);
  });
});
