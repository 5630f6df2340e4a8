import { expect, test } from 'vitest';
import { documentSpan } from '../../extension/panelContent';
import { segmentIn } from '../../engine/text';
import { allPassages, selectedPassages } from '../../extension/passages';

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

test('a word of a joined comment leads back to its own line', () => {
  const [passage] = selectedPassages(text, [{ start: text.indexOf('/**'), end: text.length }], 'typescript');
  if (!passage) throw new Error('no passage');
  const word = { start: passage.text.indexOf('window'), end: passage.text.indexOf('window') + 6 };
  const { start, end } = documentSpan({ passage, start: 0 }, word);
  expect(text.slice(start, end)).toBe('window');
  const last = documentSpan({ passage, start: 0 }, { start: 5, end: 8 });
  expect(text.slice(last.start, last.end)).toBe('the');
});
