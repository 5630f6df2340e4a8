import { expect, test } from 'vitest';
import { selectedPassages } from '../../../extension/passages';
import { writtenSpan } from '../../../extension/writing/writtenSpan';

const text = 'a(); // Close the file.\n/* Open it. */ b();\n// Save all.\n';

test('passages are replaced, the code between them stays', () => {
  const passages = selectedPassages(text, [{ start: 0, end: text.length }], 'typescript');
  const written = passages.map((passage) => ({ passage, text: passage.text.toUpperCase() }));
  expect(writtenSpan(text, { start: 0, end: text.length }, written)).toBe('a(); // CLOSE THE FILE.\n/* OPEN IT. */ b();\n// SAVE ALL.\n');
  const line = { start: text.indexOf('/*'), end: text.indexOf('// Save') };
  expect(writtenSpan(text, line, written)).toBe('/* OPEN IT. */ b();\n');
});
