import { expect, test } from 'vitest';
import { salienceSpans } from '../../extension/salienceSpans';
import { partOf } from './summary';

test('words are marked where they stand in the document, each once', () => {
  const document = '# Files\n\nOpen the file. Close it.\n';
  const marked = salienceSpans([partOf(document)]).map((spans) => spans.map(({ start, end }) => document.slice(start, end)));
  expect(marked).toEqual([[], [], ['Open'], [], [], ['file']]);
});
