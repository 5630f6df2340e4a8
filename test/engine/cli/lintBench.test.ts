import { describe, expect, test } from 'vitest';
import { clausesOf, makeCases, type CorpusPair } from '../../../engine/cli/lintCases';
import { fitLogistic } from '../../../engine/cli/logisticRegression';
import { seededRandom } from '../../../engine/cli/seededRandom';

const rows: CorpusPair[] = Array.from({ length: 20 }, (_, index) => ({
  source: `Open file ${index + 10} before you save it, or else it is lost.`,
  target: `保存文件 ${index + 10} 之前请先打开它，否则文件将会丢失。`,
  domain: index % 5 === 4 ? 'general' : 'docs',
}));

describe('makeCases', () => {
  const cases = makeCases(rows, 8);
  const ofKind = (kind: string) => cases.filter((own) => own.kind === kind);

  test('as many of each kind as asked for, the same every time, none of the general domain', () => {
    expect(cases.map(({ kind }) => kind)).toEqual(['clean', 'omission', 'addition', 'change'].flatMap((kind) => new Array<string>(8).fill(kind)));
    expect(makeCases(rows, 8)).toEqual(cases);
    const general = new Set(rows.filter(({ domain }) => domain === 'general').map(({ source }) => source));
    expect(cases.filter(({ source }) => general.has(source))).toEqual([]);
  });

  test('a removed clause leaves the other and its end; an added one stands at its place', () => {
    for (const { target, original, place } of ofKind('omission')) {
      const [first, second] = clausesOf(original.target).map(({ start, end }) => original.target.slice(start, end));
      expect([`${first!}。`, `${second!}。`]).toContain(target);
      expect(place.start).toBe(place.end);
    }
    for (const { target, original, place } of ofKind('addition')) {
      expect(target.slice(0, place.start) + target.slice(place.end)).toBe(original.target);
      expect(target.slice(place.start, place.end)).toMatch(/^[^，]+，$/u);
    }
  });

  test('a changed number has as many digits', () => {
    for (const { target, original, place } of ofKind('change')) {
      expect(target).not.toBe(original.target);
      expect(target.slice(place.start, place.end)).toMatch(/^\d\d$/u);
      expect(target.length).toBe(original.target.length);
    }
  });
});

test('logistic regression finds the weights that made the labels', () => {
  const random = seededRandom(5);
  const rowsOf = Array.from({ length: 4000 }, () => [random() * 4 - 2, random() * 10]);
  const labels = rowsOf.map(([a, b]) => (random() < 1 / (1 + Math.exp(-(1.5 * a! - 0.5 * b! + 2))) ? 1 : 0));
  const [bias, first, second] = fitLogistic(rowsOf, labels);
  expect(bias).toBeCloseTo(2, 0);
  expect(first).toBeCloseTo(1.5, 0);
  expect(second).toBeCloseTo(-0.5, 1);
});
