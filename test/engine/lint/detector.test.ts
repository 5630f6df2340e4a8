import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../../engine/protocol/phrase';
import { lintPair } from '../../../engine/lint';
import { unsupported } from '../../../engine/lint/detector';
import { bestSegment, bestSegments } from '../../../engine/lint/segments';
import type { AlignedSentence } from '../../../engine/protocol/result';
import { alignedBy, allRules, findings, messages, pairOf } from './support';

describe('bestSegments', () => {
  test('the run of largest sum, then what is left beside it', () => {
    expect(bestSegment([-1, 2, -1, 3, -5, 4])).toEqual({ start: 1, end: 4, score: 4 });
    expect(bestSegments([-1, 2, -1, 3, -5, 3], 2)).toEqual([
      { start: 1, end: 4, score: 4 },
      { start: 5, end: 6, score: 3 },
    ]);
    expect(bestSegments([-1, -2], 0)).toEqual([]);
    expect(bestSegments([], 0)).toEqual([]);
  });
});

describe('omission and addition', () => {
  const complete = alignedBy('Save the changes before closing', '保存 这些 更改 在 关闭');

  test('a text whose words all have partners is clean', () => {
    expect(findings('omission', complete.source, complete.target, { aligned: complete })).toEqual([]);
    expect(findings('addition', complete.source, complete.target, { aligned: complete })).toEqual([]);
  });

  test('a run of words without partners is one finding, with its place in the translation', () => {
    const aligned = alignedBy('Save changes because* disk* space* runs* short* now', '保存 更改 现在');
    const [finding, ...others] = findings('omission', aligned.source, aligned.target, { aligned });
    expect(others).toEqual([]);
    expect(inEnglish(finding!.message)).toBe('“because disk space runs short” seems to have no counterpart in the translation.');
    expect(finding).toMatchObject({ source: { start: 13, end: 42 }, target: { start: 5, end: 5 } });
    expect(finding!.confidence).toBeGreaterThan(0.5);
    expect(finding!.confidence).toBeLessThanOrEqual(1);
  });

  test('function words alone are left out by every translation', () => {
    const aligned = alignedBy('Save the* of* changes', '保存 更改');
    expect(findings('omission', aligned.source, aligned.target, { aligned })).toEqual([]);
  });

  test('words of the translation without partners', () => {
    const aligned = alignedBy('Save changes', '保存 因为* 磁盘* 空间* 已经* 不足* 更改');
    expect(messages(findings('addition', aligned.source, aligned.target, { aligned }))).toEqual([
      '“因为 磁盘 空间 已经 不足” seems to have no counterpart in the source.',
    ]);
  });

  test('a sentence without any counterpart is one finding', () => {
    const [sentence] = alignedBy('Nobody translated this long sentence', 'x').sentences;
    const alone = { ...sentence!, alignment: new Float32Array(0), sourceTokens: [{ start: 0, end: 36, text: 'Nobody translated this long sentence' }] };
    expect(unsupported(alone, 'omission')).toMatchObject([{ start: 0, end: 1 }]);
    expect(unsupported({ ...alone, sourceTokens: [{ start: 0, end: 1, text: '。' }] }, 'omission')).toEqual([]);
  });

  test('evidence without a lexicon says nothing; that of both directions has weights of its own', () => {
    const [sentence] = alignedBy('Save because* disk* space* runs* short*', '保存').sentences;
    const plain: Partial<AlignedSentence> = { ...sentence! };
    delete (plain as { sourceCover?: unknown }).sourceCover;
    expect(unsupported(plain as AlignedSentence, 'omission')).toEqual([]);
    const strict = { ...free, threshold: 1e9 };
    const weights = { forward: { omission: free, addition: free }, both: { omission: strict, addition: strict }, unlikely: -9 };
    const both = { ...sentence!, sourceConfidence: new Float32Array(sentence!.sourceTokens.length).fill(0.5) };
    expect(unsupported(sentence!, 'omission', weights).length).toBeGreaterThan(0);
    expect(unsupported(both, 'omission', weights)).toEqual([]);
  });

  const free = { weights: { bias: 1 }, threshold: 0, calibration: { slope: 1, offset: 0 } };
});

describe('together', () => {
  test('where an exact rule has spoken the model adds nothing', () => {
    const aligned = alignedBy('Save 42 changes', '保存 更改');
    const silent = { ...aligned, sentences: aligned.sentences.map((sentence) => ({ ...sentence, sourceSupport: new Float32Array(3) })) };
    expect(messages(lintPair(pairOf(aligned.source, aligned.source, { aligned: silent }), allRules))).toEqual([
      'The translation is the same as the source.',
    ]);
  });

  test('an unlikely sentence is worth a look', () => {
    const aligned = alignedBy('Save all of it', '保存 全部 的 它');
    const unlikely = { ...aligned, sentences: aligned.sentences.map((sentence) => ({ ...sentence, score: -9 })) };
    expect(findings('low-confidence', aligned.source, aligned.target, { aligned })).toEqual([]);
    const [finding] = findings('low-confidence', aligned.source, aligned.target, { aligned: unlikely });
    expect(finding).toMatchObject({ severity: 'information', target: { start: 0, end: 9 } });
  });
});
