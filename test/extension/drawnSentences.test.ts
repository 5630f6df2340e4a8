import { expect, test } from 'vitest';
import type { PackInfo, Translation } from '../../engine/protocol/result';
import { DrawnSentences, prefixWith } from '../../extension/drawnSentences';
import { panelContent } from '../../extension/panelContent';
import { selectedPassages } from '../../extension/passages';
import { secondSentence, translation } from './translation';

const pack: PackInfo = { id: 'en-zh', version: '0.1.0', task: 'translate', sourceLanguage: 'en', targetLanguage: 'zh', location: 'memory:' };
// Two comments of the same text: the translator answers both with the same value.
const text = `// ${translation.source}\n\nlet a;\n\n// ${translation.source}`;
const passages = selectedPassages(text, [{ start: 0, end: text.length }], 'typescript');

/** What `continue` could answer for the second sentence: the target begins with white space of its own. */
const continued: Translation = {
  source: 'Close the file.',
  target: ' 把文件关上。',
  sentences: [
    {
      ...secondSentence,
      source: { start: 0, end: 15 },
      target: { start: 1, end: 7 },
      sourceTokens: secondSentence.sourceTokens.map((token) => ({ ...token, start: token.start - 6, end: token.end - 6 })),
      targetTokens: ['把', '文件', '关上'].map((word) => ({ text: word, start: ' 把文件关上。'.indexOf(word), end: ' 把文件关上。'.indexOf(word) + word.length })),
      subwords: [50, 51, 52, 53],
    },
  ],
  score: -1,
};

function drawn(): DrawnSentences {
  const { content, origins } = panelContent('a.ts', pack, passages, [translation, translation]);
  return new DrawnSentences(content, origins);
}

test('a choice takes the place of the sentence, with offsets of its own', () => {
  const sentences = drawn();
  const before = sentences.present(3);
  const shown = sentences.replace(3, continued);
  expect(shown.source).toBe('Close the file.');
  expect(shown.target).toBe('把文件关上。');
  for (const { text: word, start, end } of shown.targetTokens) expect(shown.target.slice(start, end)).toBe(word);
  expect(sentences.shown(3)).toBe(shown);
  expect(sentences.content.sentences[3]).toBe(shown);
  expect(sentences.present(3)?.subwords).toEqual([50, 51, 52, 53]);
  expect(sentences.present(3)).not.toBe(before);
  expect(sentences.present(1)).toBe(secondSentence);
});

test('a passage is written with the choices made in it, and in no other', () => {
  const sentences = drawn();
  expect(sentences.passageOf(0)?.text).toBe('停止。关闭文件。');
  sentences.replace(3, continued);
  expect(sentences.passageOf(2)).toEqual({ passage: passages[1], text: '停止。把文件关上。' });
  expect(sentences.passageOf(3)?.text).toBe('停止。把文件关上。');
  expect(sentences.passageOf(1)).toEqual({ passage: passages[0], text: '停止。关闭文件。' });
  sentences.replace(2, { ...continued, target: '停!', sentences: [{ ...continued.sentences[0]!, target: { start: 0, end: 2 }, targetTokens: [] }] });
  expect(sentences.passageOf(3)?.text).toBe('停!把文件关上。');
});

test('a sentence that is not drawn keeps its place in the passage', () => {
  const silent: Translation = { ...translation, sentences: translation.sentences.map((sentence, index) => (index === 0 ? { ...sentence, sourceTokens: [], targetTokens: [], alignment: new Float32Array(), attention: new Float32Array() } : sentence)) };
  const { content, origins } = panelContent('a.ts', pack, passages, [silent]);
  const sentences = new DrawnSentences(content, origins);
  sentences.replace(0, continued);
  expect(sentences.passageOf(0)?.text).toBe('停止。把文件关上。');
});

test('white space around and between sentences stays', () => {
  const spaced: Translation = {
    ...translation,
    target: ' 停止。\n关闭文件。 ',
    sentences: translation.sentences.map((sentence, index) => ({ ...sentence, target: index === 0 ? { start: 1, end: 4 } : { start: 5, end: 10 } })),
  };
  const { content, origins } = panelContent('a.ts', pack, passages, [spaced]);
  const sentences = new DrawnSentences(content, origins);
  sentences.replace(1, continued);
  expect(sentences.passageOf(1)?.text).toBe(' 停止。\n把文件关上。 ');
});

test('an index that is none has nothing', () => {
  const sentences = drawn();
  expect(sentences.present(4)).toBeUndefined();
  expect(sentences.shown(4)).toBeUndefined();
  expect(sentences.passageOf(4)).toBeUndefined();
});

test('an answer without a sentence is refused', () => {
  expect(() => drawn().replace(0, { ...continued, sentences: [] })).toThrow(/gave no translation/u);
});

test('the chosen subword follows what stands before its step', () => {
  expect(prefixWith({ subwords: [40, 41, 42] }, 0, 7)).toEqual([7]);
  expect(prefixWith({ subwords: [40, 41, 42] }, 2, 7)).toEqual([40, 41, 7]);
  expect(prefixWith({ subwords: [40, 41, 42] }, 3, 7)).toEqual([40, 41, 42, 7]);
  expect(prefixWith({ subwords: [40, 41, 42] }, 4, 7)).toBeUndefined();
});
