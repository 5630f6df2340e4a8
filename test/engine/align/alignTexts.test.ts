/** Forced decoding on the tiny pack: what holds whatever the weights are; and on the shipped packs: that it aligns. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../engine/engine';
import type { AlignedPair, AlignedSentence } from '../../../engine/protocol/result';
import { createEngine, realPack, tinyPack, withRealPack } from '../support';

let engine: Engine;
beforeAll(() => {
  engine = createEngine();
});

function expectConsistent({ source, target, sentences }: AlignedPair): void {
  for (const sentence of sentences) {
    for (const { text, start, end } of sentence.sourceTokens) expect(source.slice(start, end)).toBe(text);
    for (const { text, start, end } of sentence.targetTokens) expect(target.slice(start, end)).toBe(text);
    const [rows, columns] = [sentence.targetTokens.length, sentence.sourceTokens.length];
    expect(sentence.alignment).toHaveLength(rows * columns);
    expect(sentence.sourceSupport).toHaveLength(columns);
    expect([sentence.targetSupport.length, sentence.confidence.length]).toEqual([rows, rows]);
    for (let row = 0; row < rows && columns > 0; row++) {
      const sum = sentence.alignment.subarray(row * columns, (row + 1) * columns).reduce((total, weight) => total + weight, 0);
      expect(sum).toBeCloseTo(1, 4);
    }
  }
}

/** Linked words as `source=target`. */
function linked({ sourceTokens, targetTokens, links }: AlignedSentence): string[] {
  return links.map(({ source, target }) => `${sourceTokens[source]!.text}=${targetTokens[target]!.text}`);
}

describe('the tiny pack', () => {
  test('a translation of its own has the score and words of the translation', async () => {
    const [translation] = await engine.translate({ pack: tinyPack, texts: ['Open the file.'], options: { beamSize: 1 } });
    const [pair] = await engine.align({ pack: tinyPack, pairs: [{ source: translation!.source, target: translation!.target }] });
    const [made, aligned] = [translation!.sentences[0]!, pair!.sentences[0]!];
    expectConsistent(pair!);
    expect(aligned.targetTokens).toEqual(made.targetTokens);
    expect(aligned.sourceTokens).toEqual(made.sourceTokens);
    // Only where the text is cut into the same subwords again must the numbers be the same.
    expect(aligned.subwords).toEqual(made.subwords);
    expect(aligned.score).toBeCloseTo(made.score, 4);
    made.confidence.forEach((value, word) => expect(aligned.confidence[word]).toBeCloseTo(value, 4));
  });

  test('protected spans take the placeholders of the source, in whatever order', async () => {
    const pairs = [{ source: 'Write `a` and `b`.', target: '`b` `a` `c`' }];
    const [pair] = await engine.align({ pack: tinyPack, pairs });
    const { placeholders } = (await engine.loadPack(tinyPack)).manifest;
    const code = placeholders.firstId + placeholders.kinds.indexOf('c') * placeholders.perKind;
    expect(pair!.sentences[0]!.subwords.filter((id) => id >= code && id < code + placeholders.perKind)).toEqual([code + 1, code, code + 2]);
    expect(pair!.sentences[0]!.targetTokens.map(({ text }) => text)).toEqual(['`b`', '`a`', '`c`']);
  });

  test('pretokenized: words are what spaces separate', async () => {
    const pairs = [{ source: 'Open the file-name now .', target: '打 开 文件，吧' }];
    const [pair] = await engine.align({ pack: tinyPack, pairs, pretokenized: true });
    expectConsistent(pair!);
    expect(pair!.sentences).toHaveLength(1);
    expect(pair!.sentences[0]!.sourceTokens.map(({ text }) => text)).toEqual(['Open', 'the', 'file-name', 'now', '.']);
    expect(pair!.sentences[0]!.targetTokens.map(({ text }) => text)).toEqual(['打', '开', '文件，吧']);
  });

  test('empty sides, and sentences without a counterpart', async () => {
    const [empty, missing] = await engine.align({
      pack: tinyPack,
      pairs: [{ source: '', target: '' }, { source: 'Open the file.', target: ' \n ' }],
    });
    expect(empty!.sentences).toEqual([]);
    expect(missing!.sentences.map(({ sourceTokens }) => sourceTokens.map(({ text }) => text))).toEqual([['Open the file.']]);
    expect([...missing!.sentences[0]!.sourceSupport]).toEqual([0]);
    expectConsistent(missing!);
  });

  test('a reverse pack that does not translate back, and texts beyond all measure, are refused', async () => {
    const pairs = [{ source: 'a', target: 'b' }];
    await expect(engine.align({ pack: tinyPack, reversePack: tinyPack, pairs })).rejects.toMatchObject({ code: 'pack-incompatible' });
    const long = [{ source: 'a '.repeat(60_000), target: 'b' }];
    await expect(engine.align({ pack: tinyPack, pairs: long })).rejects.toMatchObject({ code: 'input-too-long' });
    const endless = [{ source: 'a'.repeat(5000), target: 'b' }];
    await expect(engine.align({ pack: tinyPack, pairs: endless, pretokenized: true })).rejects.toMatchObject({ code: 'input-too-long' });
  });

  test('ends when cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    const work = engine.align({ pack: tinyPack, pairs: [{ source: 'Open.', target: '打开' }] }, { signal: controller.signal });
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe.runIf(withRealPack)('the shipped pack', () => {
  test('aligns what somebody else translated, sentence by sentence', async () => {
    const source = 'Close the file. If `path` does not exist, an error is returned.';
    const [pair] = await engine.align({ pack: realPack, pairs: [{ source, target: '如果 `path` 不存在，则返回错误。' }] });
    expectConsistent(pair!);
    const [omitted, kept] = pair!.sentences;
    expect(omitted!.targetTokens).toEqual([]);
    expect(omitted!.sourceTokens.map(({ text }) => text)).toEqual(['Close the file.']);
    expect(linked(kept!)).toEqual(expect.arrayContaining(['If=如果', '`path`=`path`', 'error=错误']));
  });
});
