import { describe, expect, test } from 'vitest';
import { readUnits } from '../../engine/bilingual';
import type { PackInfo } from '../../engine/protocol/result';
import { documentSpan, panelContent, sentenceAt } from '../../extension/panelContent';
import { selectedPassages, sourcePassage } from '../../extension/passages';
import { translation } from './translation';

const pack: PackInfo = { id: 'en-zh', version: '0.1.0', task: 'translate', sourceLanguage: 'en', targetLanguage: 'zh', location: 'memory:' };
const text = `// ${translation.source}`;
const passages = selectedPassages(text, [{ start: 0, end: text.length }], 'typescript');

test('sentences carry their own texts and offsets', () => {
  const { content } = panelContent('a.ts', pack, passages, [translation]);
  expect(content.sentences.map(({ source, target }) => [source, target])).toEqual([
    ['Stop.', '停止。'],
    ['Close the file.', '关闭文件。'],
  ]);
  for (const { source, target, sourceTokens, targetTokens } of content.sentences) {
    for (const token of sourceTokens) expect(source.slice(token.start, token.end)).toBe(token.text);
    for (const token of targetTokens) expect(target.slice(token.start, token.end)).toBe(token.text);
  }
});

test('a word of a drawn sentence leads back to the document', () => {
  const { content, origins } = panelContent('a.ts', pack, passages, [translation]);
  const [, origin] = origins;
  const file = content.sentences[1]?.sourceTokens[2];
  if (!origin || !file) throw new Error('no second sentence');
  const { start, end } = documentSpan(origin, file);
  expect(text.slice(start, end)).toBe('file');
});

test('an escape belongs to its character with all that it is written with', () => {
  const catalogue = 'msgid ""\n"Close \\"the\\" "\n"file.\\n"\nmsgstr "关闭文件。"\n';
  const [unit] = readUnits('po', catalogue, catalogue);
  const passage = sourcePassage(unit!);
  const written = (word: string): string => {
    const start = passage.text.indexOf(word);
    const span = documentSpan({ passage, start: 0 }, { start, end: start + word.length });
    return catalogue.slice(span.start, span.end);
  };
  expect(passage.text).toBe('Close "the" file.\n');
  expect(['"', 'the', '"the"', 'file', '\n'].map(written)).toEqual(['\\"', 'the', '\\"the\\"', 'file', '\\n']);
});

test('sentences without words are left out, and their origins with them', () => {
  const silent = { ...translation, sentences: translation.sentences.map((sentence, index) => (index === 0 ? { ...sentence, sourceTokens: [], targetTokens: [], alignment: new Float32Array(), attention: new Float32Array() } : sentence)) };
  const { content, origins } = panelContent('a.ts', pack, passages, [silent]);
  expect(content.sentences).toHaveLength(1);
  expect(origins).toHaveLength(1);
});

test('a sentence with words on one side only is kept: it was left out of the translation', () => {
  const omitted = { ...translation, sentences: translation.sentences.map((sentence, index) => (index === 0 ? { ...sentence, target: { start: 0, end: 0 }, targetTokens: [], alignment: new Float32Array(), attention: new Float32Array() } : sentence)) };
  const { content } = panelContent('a.ts', pack, passages, [omitted]);
  expect(content.sentences.map(({ source, target }) => [source, target])).toEqual([['Stop.', ''], ['Close the file.', '关闭文件。']]);
});

describe('the sentence at the cursor', () => {
  /** A wrapped comment with decoration, a paragraph of two sentences over three lines, CRLF included. */
  const wrapped = ['/**', ' * Stop. Close', ' * the', ' * file.', ' */', '', '// Stop. Close the file.'].join('\r\n');
  const found = selectedPassages(wrapped, [{ start: 0, end: wrapped.length }], 'typescript');
  const { content, origins } = panelContent('a.ts', pack, found, [translation, translation]);
  const at = (offset: number): ReturnType<typeof sentenceAt> => sentenceAt(origins, content, offset);

  test('every character of every sentence leads back to where it came from', () => {
    expect(found.map(({ text: joined }) => joined)).toEqual([translation.source, translation.source]);
    content.sentences.forEach(({ source }, sentence) => {
      for (let offset = 0; offset < source.length; offset++) {
        // The joint of two lines stands for the line break and the decoration, not for one character.
        const { start } = documentSpan(origins[sentence]!, { start: offset, end: offset + 1 });
        if (wrapped[start] === source[offset]) expect(at(start)).toEqual({ sentence, offset });
      }
    });
  });

  test('in the decoration between two lines it stands behind the word before', () => {
    const offset = wrapped.indexOf(' * the') + 1;
    expect(at(offset)).toEqual({ sentence: 1, offset: 'Close'.length });
  });

  test('behind the last character it still stands in the sentence; between two, in the one after', () => {
    expect(at(wrapped.length)).toEqual({ sentence: 3, offset: 'Close the file.'.length });
    expect(at(wrapped.indexOf('Close'))).toEqual({ sentence: 1, offset: 0 });
    expect(at(wrapped.indexOf(' Close'))).toEqual({ sentence: 0, offset: 'Stop.'.length });
  });

  test('outside of all sentences there is none', () => {
    for (const outside of [0, 1, wrapped.indexOf(' */') + 1, wrapped.indexOf('// ')]) expect(at(outside)).toBeUndefined();
  });

  test('sentences that touch', () => {
    const [passage] = selectedPassages('停止。关闭。', [{ start: 0, end: 6 }], 'markdown');
    const touching = [0, 3].map((start) => ({ passage: passage!, start }));
    const sources = { sentences: [{ ...content.sentences[0]!, source: '停止。' }, { ...content.sentences[0]!, source: '关闭。' }] };
    expect([0, 2, 3, 6].map((offset) => sentenceAt(touching, sources, offset))).toEqual([
      { sentence: 0, offset: 0 },
      { sentence: 0, offset: 2 },
      { sentence: 1, offset: 0 },
      { sentence: 1, offset: 3 },
    ]);
  });
});
