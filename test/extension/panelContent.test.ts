import { expect, test } from 'vitest';
import type { PackInfo } from '../../engine/protocol/result';
import { documentSpan, panelContent } from '../../extension/panelContent';
import { selectedPassages } from '../../extension/passages';
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

test('sentences without words are left out, and their origins with them', () => {
  const silent = { ...translation, sentences: translation.sentences.map((sentence, index) => (index === 0 ? { ...sentence, targetTokens: [], alignment: new Float32Array(), attention: new Float32Array() } : sentence)) };
  const { content, origins } = panelContent('a.ts', pack, passages, [silent]);
  expect(content.sentences).toHaveLength(1);
  expect(origins).toHaveLength(1);
});
