import { expect, test } from 'vitest';
import { inEnglish } from '../../engine/protocol/phrase';
import { panelMessage } from '../../engine/protocol/panelProtocol';
import { subjectOffsets, summaryContent, summaryText } from '../../extension/summaryContent';
import { partOf, prosePack, quoted } from './summary';

const document = '# Files\n\nOpen the file. Close it.\n';
const parts = [partOf(document), { ...partOf(document, quoted), translations: ['打开文件。'] }];
const content = summaryContent('guide.md', prosePack, 'prose', parts, inEnglish);

test('entries lie one after another in the source, and their words with them', () => {
  expect(content).toMatchObject({ title: 'guide.md', pack: 'sum-prose 0.1.0', kind: 'prose', source: 'Open the file.\n\nOpen the file.' });
  expect(content.entries.map(({ source }) => content.source.slice(source.start, source.end))).toEqual(['Open the file.', 'Open the file.']);
  for (const { salience, lines } of content.entries) {
    expect(salience.map(({ start, end }) => content.source.slice(start, end))).toEqual(['Open', 'the', 'file', '.']);
    for (const { sourceTokens } of lines) for (const { start, end, text } of sourceTokens) expect(content.source.slice(start, end)).toBe(text);
  }
});

test('quotations say why, translations come with their lines, and nothing else is added', () => {
  const [[first], [second]] = content.entries.map(({ lines }) => lines) as [typeof content.entries[0]['lines'], typeof content.entries[0]['lines']];
  expect(first).not.toHaveProperty('note');
  expect(first).not.toHaveProperty('translation');
  expect(second?.note).toMatch(/^Quoted .* not sure/u);
  expect(second?.translation).toBe('打开文件。');
});

test('the view takes the content', () => {
  expect(() => panelMessage({ kind: 'showSummary', content }, 'message')).not.toThrow();
});

test("a word of the view leads to the entry's own text; a span outside of the entry stays within it", () => {
  const entry = content.entries[1]?.source ?? { start: 0, end: 0 };
  expect(subjectOffsets(entry, { start: 25, end: 29 })).toEqual({ start: 9, end: 13 });
  expect(subjectOffsets(entry, { start: 0, end: 999 })).toEqual({ start: 0, end: 14 });
});

test('what is copied is the lines with their translations', () => {
  expect(parts.map(summaryText)).toEqual(['Opens *files*.', 'Open the file.\n打开文件。']);
  const lines = [...quoted.lines, ...quoted.lines];
  expect(summaryText({ summary: { ...quoted, lines }, translations: ['打开。', '文件。'] })).toBe('- Open the file.\n  打开。\n- Open the file.\n  文件。');
});
