import { describe, expect, test } from 'vitest';
import { parseManifest } from '../../../engine/pack/manifest';
import { SentenceEncoder } from '../../../engine/tokenizer/sentenceEncoder';
import { writeSentence } from '../../../engine/tokenizer/sentenceText';
import { SubwordTokenizer } from '../../../engine/tokenizer/subwordTokenizer';
import { readPackFile, tinyPack } from '../support';

const source = SubwordTokenizer.parse(await readPackFile(tinyPack, 'source.tokenizer.json'), 'source');
const target = SubwordTokenizer.parse(await readPackFile(tinyPack, 'target.tokenizer.json'), 'target');
const manifest = parseManifest(await readPackFile(tinyPack, 'manifest.json'), tinyPack);

function written(text: string, copies: readonly string[], terms: readonly string[] = []): ReturnType<typeof writeSentence> {
  const ids = target.encode(text).map(({ id }) => id);
  const ofTerms = terms.map((term) => ({ pieces: [], target: term, required: true }));
  return writeSentence(ids, target, { pieces: [], copies, terms: ofTerms });
}

describe('words that come from the source', () => {
  test.each([
    ['在 Canariel 频道', ['with', 'Canaries', 'channel'], '在 Canaries 频道'],
    ['运行 Tlanslate 和 Selectiom', ['Translate', 'Selection'], '运行 Translate 和 Selection'],
    ['设置 commooxbox 的值', ['combobox', 'value'], '设置 combobox 的值'],
    ['由 Stephanan 贡献', ['Stéphane'], '由 Stéphane 贡献'],
  ])('%s, of %j', (text, copies, expected) => {
    expect(written(text, copies).text).toBe(expected);
  });

  test.each([
    ['is in the source, or part of a word of it', '列出 repo 的 docker', ['repository', 'dockerfile', 'Docker']],
    ['looks like none of the source', '使用 Kubernetes', ['Korrigan', 'uses']],
    ['has the word it resembles beside it already', '使用 Canariel 和 Canaries', ['Canaries']],
    ['begins with another letter', '使用 Later', ['Water']],
    ['is short', '使用 git', ['got']],
  ])('a word stays that %s', (_, text, copies) => {
    expect(written(text, copies).text).toBe(text);
  });

  test('a word of a term stays', () => {
    expect(written('颜色 color', ['colour'], ['color']).text).toBe('颜色 color');
    expect(written('颜色 color', ['colour']).text).toBe('颜色 colour');
  });

  test('the pieces of the word share its letters, and what follows moves along', () => {
    const { text, pieces } = written('在 Canarielz 频道', ['Canaries']);
    expect(text).toBe('在 Canaries 频道');
    let end = 0;
    for (const { span } of pieces) {
      expect(span.start).toBeGreaterThanOrEqual(Math.min(end, span.start));
      expect(span.end).toBeLessThanOrEqual(text.length);
      end = span.end;
    }
    expect(end).toBe(text.length);
    expect(pieces.map(({ span }) => text.slice(span.start, span.end)).join('')).toContain('Canaries');
  });
});

test('only sentences to be written in another script have copies, without what is protected', () => {
  const [sentence] = new SentenceEncoder({ ...manifest, targetLanguage: 'zh' }, source).encode('Open the Widget in `main.py` of Widget.');
  expect(sentence!.copies).toEqual(['Open', 'Widget']);
  const [other] = new SentenceEncoder({ ...manifest, targetLanguage: 'de' }, source).encode('Open the Widget.');
  expect(other!.copies).toEqual([]);
});
