import { expect, test } from 'vitest';
import { documentSpan } from '../../extension/panelContent';
import { segmentIn } from '../../engine/text';
import { allPassages, neighbours, selectedPassages } from '../../extension/passages';

const text = ['const a = 1;', '', '  // Close the file.', '', '/**', ' * Open the', ' * window.', ' */'].join('\n');

test('a selection gives its comments in document offsets, in document order', () => {
  const second = text.indexOf('/**');
  const passages = selectedPassages(
    text,
    [
      { start: second, end: text.length },
      { start: 0, end: second },
    ],
    'typescript',
  );
  expect(passages.map((passage) => passage.text)).toEqual(['Close the file.', 'Open the window.']);
  expect(passages.map(({ range }) => text.slice(range.start, range.end))).toEqual(['Close the file.', 'Open the\n * window.']);
});

test('the passage at an offset is the comment around it', () => {
  expect(segmentIn(text, text.indexOf('window'), allPassages(text, 'typescript'))?.text).toBe('Open the window.');
  expect(segmentIn(text, 3, allPassages(text, 'typescript'))).toBeUndefined();
});

test('next to a place are the two wanted passages after it and the one before, none far away', () => {
  const lines = Array.from({ length: 30 }, (_, i) => `Paragraph ${i}.`);
  const page = lines.join('\n\n');
  const all = [...allPassages(page, 'plaintext')];
  const near = (line: number, isWanted: (text: string) => boolean = () => true): number[] => {
    const start = page.indexOf(lines[line]!);
    const span = { start, end: start + lines[line]!.length };
    return neighbours(all, span, ({ text }) => isWanted(text)).map(({ text }) => lines.indexOf(text));
  };
  expect(near(10)).toEqual([11, 12, 9]);
  expect([near(0), near(29)]).toEqual([[1, 2], [28]]);
  expect(near(10, (text) => !['Paragraph 11.', 'Paragraph 9.'].includes(text))).toEqual([12, 13, 8]);
  expect(near(10, (text) => ['Paragraph 0.', 'Paragraph 29.'].includes(text))).toEqual([]);
});

test('a word of a joined comment leads back to its own line', () => {
  const [passage] = selectedPassages(text, [{ start: text.indexOf('/**'), end: text.length }], 'typescript');
  if (!passage) throw new Error('no passage');
  const word = { start: passage.text.indexOf('window'), end: passage.text.indexOf('window') + 6 };
  const { start, end } = documentSpan({ passage, start: 0 }, word);
  expect(text.slice(start, end)).toBe('window');
  const last = documentSpan({ passage, start: 0 }, { start: 5, end: 8 });
  expect(text.slice(last.start, last.end)).toBe('the');
});
