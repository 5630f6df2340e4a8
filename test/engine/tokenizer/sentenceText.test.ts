import { describe, expect, test } from 'vitest';
import { parseManifest } from '../../../engine/pack/manifest';
import { SentenceEncoder, type SourceSentence } from '../../../engine/tokenizer/sentenceEncoder';
import { writeSentence } from '../../../engine/tokenizer/sentenceText';
import { SubwordTokenizer } from '../../../engine/tokenizer/subwordTokenizer';
import { readPackFile, tinyPack } from '../support';

const source = SubwordTokenizer.parse(await readPackFile(tinyPack, 'source.tokenizer.json'), 'source');
const target = SubwordTokenizer.parse(await readPackFile(tinyPack, 'target.tokenizer.json'), 'target');
const manifest = parseManifest(await readPackFile(tinyPack, 'manifest.json'), tinyPack);

function written(text: string, copies: readonly string[]): ReturnType<typeof writeSentence> {
  const ids = target.encode(text).map(({ id }) => id);
  return writeSentence(ids, target, { pieces: [], copies });
}

describe('words that come from the source', () => {
  test.each([
    ['由 Stephane 贡献', ['Stéphane'], '由 Stéphane 贡献'],
    ['由 Bjorn 和 Lukasz 贡献', ['Bjørn', 'Łukasz'], '由 Bjørn 和 Łukasz 贡献'],
    ['由 Stephanan 贡献', ['Stéphane'], '由 Stephanan 贡献'],
    ['使用 Stephane', ['Stephane', 'Other'], '使用 Stephane'],
  ])('%s, of %j', (text, copies, expected) => {
    expect(written(text, copies).text).toBe(expected);
  });

  test('the pieces of the word share its letters, and what follows moves along', () => {
    const { text, pieces } = written('由 Strasse 频道', ['Straße']);
    expect(text).toBe('由 Straße 频道');
    let end = 0;
    for (const { span } of pieces) {
      expect(span.start).toBeGreaterThanOrEqual(Math.min(end, span.start));
      expect(span.end).toBeLessThanOrEqual(text.length);
      end = span.end;
    }
    expect(end).toBe(text.length);
    expect(pieces.map(({ span }) => text.slice(span.start, span.end)).join('')).toContain('Straße');
  });
});

test('words of a sentence in capitals have them in the translation', () => {
  const ids = target.encode('由 Osm 和 osm 贡献').map(({ id }) => id);
  const sentence = { pieces: [], copies: ['OSM', 'AND'] };
  expect(writeSentence(ids, target, { ...sentence, isInCapitals: true }).text).toBe('由 OSM 和 OSM 贡献');
  expect(writeSentence(ids, target, sentence).text).toBe('由 Osm 和 osm 贡献');
});

test('a sentence in capitals is read as one in small letters, at the places of the text', () => {
  const encoder = (targetLanguage: string): SentenceEncoder => new SentenceEncoder({ ...manifest, targetLanguage }, source);
  const [capitals, small] = ['OPEN THE FILE `A B` NOW', 'Open the file `A B` now'].map((text) => encoder('zh').encode(text)[0]!) as [SourceSentence, SourceSentence];
  expect(capitals.pieces.map(({ id, span }) => ({ id, span }))).toEqual(small.pieces.map(({ id, span }) => ({ id, span })));
  expect([capitals.isInCapitals, small.isInCapitals]).toEqual([true, undefined]);
  expect(capitals.copies).toEqual(['OPEN', 'THE', 'FILE', 'NOW']);
  expect(capitals.pieces.find(({ protectedText }) => protectedText)!.protectedText).toBe('`A B`');
  const [german] = encoder('de').encode('OPEN THE FILE `A B` NOW');
  expect(german!.pieces.map(({ id }) => id)).not.toEqual(small.pieces.map(({ id }) => id));
});

test('only sentences to be written in another script have copies, without what is protected', () => {
  const encoder = (changes: Partial<typeof manifest>): SentenceEncoder => new SentenceEncoder({ ...manifest, ...changes }, source);
  const [sentence] = encoder({ targetLanguage: 'zh' }).encode("Open the Widget's `main.py` at 5 a.m.");
  expect(sentence!.copies).toEqual(['Open', 'the', 'Widget', 's', 'at', 'a', 'm']);
  expect(encoder({ targetLanguage: 'de' }).encode('Open the Widget.')[0]!.copies).toBeUndefined();
  expect(encoder({ sourceLanguage: 'ja', targetLanguage: 'zh' }).encode('Widgetを開く')[0]!.copies).toBeUndefined();
});
