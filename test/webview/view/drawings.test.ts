import { expect, test } from 'vitest';
import { initialState } from '../../../webview/state';
import { toMarkup } from '../../../webview/view/element';
import { matrix } from '../../../webview/view/matrix';
import { page } from '../../../webview/view/page';
import { ribbons } from '../../../webview/view/ribbons';
import { translationPage } from '../../../webview/view/translationPage';
import { find } from '../find';
import { measure, sentence } from '../sentence';

const content = { title: 'a.ts', sourceLanguage: 'en', targetLanguage: 'zh', pack: 'en-zh 0.1.0', sentences: [sentence, sentence], appliesTo: 'source' as const };

// Snapshots of the drawings' markup: a changed line here is a changed picture.
test('ribbons in rows', async () => {
  const drawing = ribbons(sentence, { evidence: 'alignment', width: 600, measure });
  await expect(toMarkup(drawing)).toMatchFileSnapshot('snapshots/ribbons-rows.svg');
});

test('ribbons in columns', async () => {
  const drawing = ribbons(sentence, { evidence: 'alignment', width: 150, measure });
  await expect(toMarkup(drawing)).toMatchFileSnapshot('snapshots/ribbons-columns.svg');
});

test('matrix', async () => {
  const drawing = matrix(sentence, { evidence: 'attention', width: 400, measure });
  await expect(toMarkup(drawing)).toMatchFileSnapshot('snapshots/matrix.svg');
});

test('page', async () => {
  await expect(toMarkup(translationPage(content, initialState))).toMatchFileSnapshot('snapshots/page.html');
});

test('the page says so when there is nothing to show', () => {
  expect(toMarkup(page(initialState))).toContain('Nothing to show yet');
  expect(toMarkup(translationPage({ ...content, sentences: [] }, initialState))).toContain('no words');
});

test('every word can be reached by keyboard and is described; the drawing is one tab stop', () => {
  for (const draw of [ribbons, matrix]) {
    const words = find(draw(sentence, { evidence: 'alignment', width: 600, measure }), 'data-side');
    expect(words).toHaveLength(7);
    expect(words.filter(({ attributes }) => attributes['tabindex'] === 0)).toHaveLength(1);
    for (const { attributes } of words) expect(attributes['aria-label']).toMatch(/%/u);
  }
});

test('no drawing uses inline styles, which the content policy forbids', () => {
  const drawings = [
    ribbons(sentence, { evidence: 'alignment', width: 600, measure }),
    matrix(sentence, { evidence: 'alignment', width: 600, measure }),
    translationPage(content, initialState),
  ];
  for (const drawing of drawings) expect(find(drawing, 'style')).toEqual([]);
});

test('text from documents is never markup', () => {
  const hostile = { ...sentence, source: '<img src=x onerror=alert(1)>' };
  expect(toMarkup(translationPage({ ...content, sentences: [hostile] }, initialState))).not.toContain('<img');
});
