import { describe, expect, test } from 'vitest';
import { parseManifest } from '../../../engine/pack/manifest';
import { SentenceEncoder } from '../../../engine/tokenizer/sentenceEncoder';
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

test('only sentences to be written in another script have copies, without what is protected', () => {
  const encoder = (changes: Partial<typeof manifest>): SentenceEncoder => new SentenceEncoder({ ...manifest, ...changes }, source);
  const [sentence] = encoder({ targetLanguage: 'zh' }).encode("Open the Widget's `main.py` at 5 a.m.");
  expect(sentence!.copies).toEqual(['Open', 'the', 'Widget', 's', 'at', 'a', 'm']);
  expect(encoder({ targetLanguage: 'de' }).encode('Open the Widget.')[0]!.copies).toBeUndefined();
  expect(encoder({ sourceLanguage: 'ja', targetLanguage: 'zh' }).encode('Widgetを開く')[0]!.copies).toBeUndefined();
});
