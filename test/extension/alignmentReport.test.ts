import { expect, test } from 'vitest';
import type { AlignedSentence } from '../../engine/protocol/result';
import { alignmentReport } from '../../extension/alignmentReport';
import { secondSentence, translation } from './translation';

const aligned: AlignedSentence = {
  ...secondSentence,
  sourceSupport: Float32Array.of(0.9, 0.1, 0.7, 0.9),
  targetSupport: Float32Array.of(0.9, 0.7, 0.05),
};

test('links, and words without a counterpart; marks are not missed', () => {
  expect(alignmentReport({ ...translation, sentences: [aligned] })).toBe(
    'Source: Close the file.\nTranslation: 关闭文件。\nWords: 关闭 = Close; 文件 = file; 。 = .\nSource words without a counterpart: the',
  );
});

test('sentences that stand on one side only', () => {
  const omitted = { ...aligned, target: { start: 3, end: 3 }, targetTokens: [], links: [] };
  const added = { ...aligned, source: { start: 6, end: 6 }, sourceTokens: [], links: [] };
  expect(alignmentReport({ ...translation, sentences: [omitted, added] })).toBe(
    'Source: Close the file.\nNothing in the translation corresponds to this sentence.\n\n' +
      'Translation: 关闭文件。\nNothing in the source corresponds to this sentence.',
  );
});
