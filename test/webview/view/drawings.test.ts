import { expect, test } from 'vitest';
import { layoutRibbons } from '../../../webview/ribbonLayout';
import { initialState } from '../../../webview/state';
import { toMarkup, type VirtualElement } from '../../../webview/view/element';
import { matrix, wordRows } from '../../../webview/view/matrix';
import { page } from '../../../webview/view/page';
import { reading } from '../../../webview/view/reading';
import { ribbons } from '../../../webview/view/ribbons';
import { translationPage } from '../../../webview/view/translationPage';
import { find, textOf } from '../find';
import { measure, sentence } from '../sentence';

const languages = { source: 'en', target: 'zh' };
const content = { title: 'a.ts', sourceLanguage: 'en', targetLanguage: 'zh', pack: 'en-zh 0.1.0', sentences: [sentence, sentence], appliesTo: 'source' as const };

function drawRibbons(width: number): VirtualElement {
  const em = 14;
  const layout = layoutRibbons({
    sourceWords: sentence.sourceTokens.map(({ text }) => text),
    targetWords: sentence.targetTokens.map(({ text }) => text),
    weights: sentence.alignment,
    width,
    em,
    measure,
  });
  return ribbons(sentence, { evidence: 'alignment', layout, em, measure, languages });
}

// Snapshots of the drawings' markup: a changed line here is a changed picture.
test('ribbons in rows', async () => {
  await expect(toMarkup(drawRibbons(600))).toMatchFileSnapshot('snapshots/ribbons-rows.svg');
});

test('ribbons in columns', async () => {
  await expect(toMarkup(drawRibbons(150))).toMatchFileSnapshot('snapshots/ribbons-columns.svg');
});

test('reading', async () => {
  await expect(toMarkup(reading(sentence, languages))).toMatchFileSnapshot('snapshots/reading.html');
});

test('the texts to read are the texts', () => {
  const [source, target] = find(reading(sentence, languages), 'dir').map(textOf);
  expect([source, target]).toEqual([sentence.source, sentence.target]);
});

test('the table behind the matrix names every partner that is drawn, with its weight', () => {
  const [first, second] = wordRows(sentence, 'alignment', { from: 0, to: 2 }, ['en', 'zh']).map((row) => row.children.map((cell) => (typeof cell === 'string' ? cell : textOf(cell))));
  expect(first).toEqual(['关闭', '80 %', 'Close 90 %, the 8 %']);
  expect(second).toEqual(['文件', '50 %', 'file 70 %, the 29 %']);
});

test('page', async () => {
  await expect(toMarkup(translationPage(content, initialState))).toMatchFileSnapshot('snapshots/page.html');
});

test('the page says so when there is nothing to show', () => {
  expect(toMarkup(page(initialState))).toContain('Nothing to show yet');
  expect(toMarkup(translationPage({ ...content, sentences: [] }, initialState))).toContain('no words');
});

test('every word can be reached by keyboard; the drawing is one tab stop', () => {
  for (const drawing of [drawRibbons(600), drawRibbons(150), reading(sentence, languages)]) {
    const words = find(drawing, 'data-side');
    expect(words).toHaveLength(7);
    expect(words.filter(({ attributes }) => attributes['tabindex'] === 0)).toHaveLength(1);
  }
});

test('the words of the ribbons are described', () => {
  for (const { attributes } of find(drawRibbons(600), 'data-side')) expect(attributes['aria-label']).toMatch(/%/u);
});

test('words that the decoder gave little are marked in the ribbons and the texts', () => {
  const unsure = { ...sentence, confidence: new Float32Array([0.8, 0.1, 0.95]) };
  const marked = find(reading(unsure, languages), 'data-side').filter(({ attributes }) => String(attributes['class']).includes('unsure'));
  expect(marked.map(textOf)).toEqual(['文件']);
});

test('the drawings are tabs of one panel', () => {
  const page = translationPage(content, { ...initialState, drawing: 'matrix' });
  const tabs = find(page, 'aria-selected');
  expect(tabs.map(({ attributes }) => [attributes['data-value'], attributes['aria-selected'], attributes['tabindex']])).toEqual([
    ['reading', 'false', -1],
    ['ribbons', 'false', -1],
    ['matrix', 'true', 0],
  ]);
  const panel = find(page, 'id').find(({ attributes }) => attributes['id'] === 'stage');
  expect(panel?.attributes).toMatchObject({ role: 'tabpanel', 'aria-labelledby': 'tab-matrix' });
});

test('no drawing uses inline styles, which the content policy forbids', () => {
  for (const drawing of [drawRibbons(600), matrix('alignment'), reading(sentence, languages), translationPage(content, initialState)]) {
    expect(find(drawing, 'style')).toEqual([]);
  }
});

test('text from documents is never markup', () => {
  const hostile = { ...sentence, source: '<img src=x onerror=alert(1)>' };
  expect(toMarkup(translationPage({ ...content, sentences: [hostile] }, initialState))).not.toContain('<img');
});
