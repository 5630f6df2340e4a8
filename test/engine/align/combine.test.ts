import { expect, test } from 'vitest';
import { combineDirections, type DirectionEvidence } from '../../../engine/align/combine';
import type { Token } from '../../../engine/protocol/result';

const tokens = (text: string): Token[] => Array.from(text, (character, start) => ({ text: character, start, end: start + 1 }));

function evidence(source: string, target: string, alignment: readonly number[]): DirectionEvidence {
  const [sourceWords, targetWords] = [tokens(source), tokens(target)];
  return {
    sentence: {
      texts: { source, target },
      source: { start: 0, end: source.length },
      target: { start: 0, end: target.length },
      pretokenized: false,
    },
    sourceWords,
    targetWords,
    alignment: Float32Array.from(alignment),
    attention: Float32Array.from(alignment),
    confidence: new Float32Array(targetWords.length).fill(0.5),
    subwords: targetWords.map((_, id) => id),
    score: -1,
  };
}

const round = (values: Float32Array): number[] => [...values].map((value) => Math.round(value * 1000) / 1000);

test('one direction: its posterior, neighbours preferred', () => {
  const { links, alignment, targetSupport, sourceSupport } = combineDirections(evidence('ab', 'xy', [0.5, 0.5, 0.1, 0.9]), undefined);
  // Row x: 0.5 · (1 + 3 · 0.9) each, since both cells touch y-b or lie beside each other: nothing to choose.
  expect(round(alignment.subarray(0, 2))).toEqual([0.5, 0.5]);
  // Row y: 0.1 · (1 + 3 · 0.9) against 0.9 · (1 + 3 · 0.5).
  expect(round(alignment.subarray(2))).toEqual([0.141, 0.859]);
  expect(links).toEqual([{ source: 0, target: 0 }, { source: 1, target: 0 }, { source: 1, target: 1 }]);
  expect(round(targetSupport)).toEqual([0.5, 0.859]);
  expect(round(sourceSupport)).toEqual([0.5, 0.859]);
});

test('both directions: a link needs the consent of both', () => {
  const forward = evidence('ab', 'xy', [1, 0, 0.6, 0.4]);
  // Rows are source words now: b belongs to nothing but y.
  const backward = evidence('xy', 'ab', [1, 0, 0, 1]);
  const { links, sourceConfidence, targetSupport } = combineDirections(forward, { ...backward, confidence: Float32Array.of(0.1, 0.2) });
  expect(links).toEqual([{ source: 0, target: 0 }, { source: 1, target: 1 }]);
  expect(round(sourceConfidence!)).toEqual([0.1, 0.2]);
  expect(targetSupport[0]).toBeCloseTo(1, 5);
});

test('matrices that are not square keep their sides', () => {
  const forward = evidence('abc', 'x', [0.2, 0.7, 0.1]);
  const backward = evidence('x', 'abc', [1, 1, 1]);
  const { alignment, links, sourceSupport, targetSupport } = combineDirections(forward, backward);
  expect(alignment).toHaveLength(3);
  expect(links).toEqual([{ source: 0, target: 0 }, { source: 1, target: 0 }]);
  expect(sourceSupport).toHaveLength(3);
  expect(targetSupport).toHaveLength(1);
});

test('sides without words', () => {
  const { alignment, links } = combineDirections(evidence('', 'x', []), undefined);
  expect(alignment).toHaveLength(0);
  expect(links).toEqual([]);
});
