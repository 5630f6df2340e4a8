import { expect, test } from 'vitest';
import { initialState } from '../../../webview/state';
import { toMarkup } from '../../../webview/view/element';
import { summaryPage, summaryWordSelector } from '../../../webview/view/summaryPage';
import { find, textOf } from '../find';
import { content, first } from '../summary';

const page = summaryPage(content, initialState);

// A changed line here is a changed page.
test('page', async () => {
  await expect(toMarkup(page)).toMatchFileSnapshot('snapshots/summary.html');
});

test('the selected part is the one whose source is shown, and nothing of it is lost', () => {
  const shown = (selected: number): string[] =>
    find(summaryPage(content, { ...initialState, selected }), 'class')
      .filter(({ attributes }) => attributes['class'] === 'source-text')
      .map(textOf);
  expect(shown(0)).toEqual(['Open the file.']);
  expect(shown(1)).toEqual(['x <- 1']);
});

test('lines read as they were written, with note and translation; a part without a name is numbered', () => {
  const entries = find(page, 'class').filter(({ attributes }) => attributes['class'] === 'entry');
  expect(entries.map((entry) => entry.children.map((child) => (typeof child === 'string' ? child : textOf(child))))).toEqual([
    ['Files', 'Opens files.', 'Copy'],
    ['Part 2', 'x <- 1', '设 x 为 1', 'Quoted from the text, because.', 'CopyInsert as doc comment'],
  ]);
});

test('a plain selection has no heading', () => {
  const alone = { ...content, entries: [{ ...first, heading: '' }] };
  expect(find(summaryPage(alone, initialState), 'class').some(({ attributes }) => attributes['class'] === 'heading')).toBe(false);
});

test('a text without words is told of', () => {
  expect(toMarkup(summaryPage({ ...content, entries: [] }, initialState))).toContain('no words');
});

test('salient words are shaded by their share of the strongest', () => {
  const classes = find(page, 'data-side').filter(({ attributes }) => attributes['data-side'] === 'source').map(({ attributes }) => attributes['class']);
  expect(classes).toEqual(['read salient-2', 'read', 'read salient-5', 'read']);
});

test('every word has an address of its own; the source and the lines of each entry are a tab stop', () => {
  const words = find(page, 'data-side').map(({ attributes }) => attributes);
  const addresses = words.map((word) => ['side', 'entry', 'line', 'index'].map((key) => word[`data-${key}`]).join());
  expect(new Set(addresses).size).toBe(words.length);
  expect(words.filter(({ tabindex }) => tabindex === 0)).toHaveLength(3);
  expect(summaryWordSelector(1, { side: 'summary', line: 0, index: 3 })).toBe('[data-side="summary"][data-entry="1"][data-line="0"][data-index="3"]');
  expect(summaryWordSelector(0, { side: 'source', index: 2 })).toBe('[data-side="source"][data-entry="0"][data-index="2"]');
});

test('the average is over the lines that the model wrote', () => {
  expect(toMarkup(page)).toContain('50 % on average');
  expect(toMarkup(summaryPage(content, { ...initialState, selected: 1 }))).not.toContain('on average');
});

test('no inline styles, which the content policy forbids; text from documents is never markup', () => {
  const hostile = { ...content, source: '<img src=x onerror=alert(1)>', entries: [{ ...first, source: { start: 0, end: 28 }, salience: [] }] };
  expect(find(page, 'style')).toEqual([]);
  expect(toMarkup(summaryPage(hostile, initialState))).not.toContain('<img');
});

test('a long text is made in an instant', () => {
  const words = Array.from({ length: 20_000 }, (_, index) => ({ start: 5 * index, end: 5 * index + 4, weight: 1 / 20_000 }));
  const long = { ...content, source: 'word '.repeat(20_000), entries: [{ ...first, source: { start: 0, end: 100_000 }, salience: words }] };
  expect(find(summaryPage(long, initialState), 'data-side')).toHaveLength(20_003);
});
