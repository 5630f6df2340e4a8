import { describe, expect, test } from 'vitest';
import { alignSentences, type Bead } from '../../../engine/align/beads';

/** Word n of the source is word n + 100 of the target, each one of a hundred. */
const lexicon = {
  likelihood: (target: number, source: number) => (target === source + 100 ? 0.9 : 1e-4),
  unigram: new Float32Array(200).fill(0.01),
};

function bead(sourceStart: number, sourceEnd: number, targetStart: number, targetEnd: number): Bead {
  return { sourceStart, sourceEnd, targetStart, targetEnd };
}

const translated = (...sentences: number[][]): number[][] => sentences.map((sentence) => sentence.map((id) => id + 100));

describe('sentences that belong together', () => {
  test('one to one', () => {
    const sources = [[1, 2, 3], [4, 5], [6, 7, 8]];
    expect(alignSentences(sources, translated(...sources), lexicon)).toEqual([bead(0, 1, 0, 1), bead(1, 2, 1, 2), bead(2, 3, 2, 3)]);
  });

  test('one that is missing in the middle', () => {
    const sources = [[1, 2, 3], [4, 5, 9], [6, 7, 8]];
    const targets = translated([1, 2, 3], [6, 7, 8]);
    expect(alignSentences(sources, targets, lexicon)).toEqual([bead(0, 1, 0, 1), bead(1, 2, 1, 1), bead(2, 3, 1, 2)]);
  });

  test('one that was added', () => {
    const targets = translated([1, 2, 3], [4, 5, 9], [6, 7, 8]);
    expect(alignSentences([[1, 2, 3], [6, 7, 8]], targets, lexicon)).toEqual([bead(0, 1, 0, 1), bead(1, 1, 1, 2), bead(1, 2, 2, 3)]);
  });

  test('two that became one, and one that became two', () => {
    const sources = [[1, 2, 3], [4, 5, 9], [6, 7, 8, 10, 11, 12]];
    const targets = translated([1, 2, 3, 4, 5, 9], [6, 7, 8], [10, 11, 12]);
    expect(alignSentences(sources, targets, lexicon)).toEqual([bead(0, 2, 0, 1), bead(2, 3, 1, 3)]);
  });

  test('nothing on one side, or on both', () => {
    expect(alignSentences([], [], lexicon)).toEqual([]);
    expect(alignSentences([[1]], [], lexicon)).toEqual([bead(0, 1, 0, 0)]);
    expect(alignSentences([], [[101], [102]], lexicon)).toEqual([bead(0, 0, 0, 1), bead(0, 0, 1, 2)]);
  });

  test('what stands alone on both sides, however badly it fits', () => {
    expect(alignSentences([[1, 2, 3]], [[150, 151, 152]], lexicon)).toEqual([bead(0, 1, 0, 1)]);
  });

  test('without a lexicon one to one is what is likely', () => {
    expect(alignSentences([[1], [2]], [[9], [8]], undefined)).toEqual([bead(0, 1, 0, 1), bead(1, 2, 1, 2)]);
  });

  test('long texts: all sentences are covered in order', () => {
    const sources = Array.from({ length: 300 }, (_, i) => [i % 90, (i * 7) % 90]);
    const targets = translated(...sources.filter((_, i) => i % 10 !== 3));
    const beads = alignSentences(sources, targets, lexicon);
    let [source, target] = [0, 0];
    for (const { sourceStart, sourceEnd, targetStart, targetEnd } of beads) {
      expect([sourceStart, targetStart]).toEqual([source, target]);
      [source, target] = [sourceEnd, targetEnd];
    }
    expect([source, target]).toEqual([sources.length, targets.length]);
    expect(beads.filter((b) => b.targetStart === b.targetEnd).length).toBeGreaterThan(20);
  });
});
