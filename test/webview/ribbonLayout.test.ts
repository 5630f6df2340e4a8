import { describe, expect, test } from 'vitest';
import { layoutRibbons, ribbonPath, ribbonsWithin, type RibbonInput, type WordBox } from '../../webview/ribbonLayout';
import { measure, sentence } from './sentence';

const input: RibbonInput = {
  sourceWords: sentence.sourceTokens.map(({ text }) => text),
  targetWords: sentence.targetTokens.map(({ text }) => text),
  weights: sentence.alignment,
  width: 600,
  em: 14,
  measure,
};

/** Points of a path, in the order of `M`, `C` … `Z`. */
function numbers(path: string): number[] {
  return (path.match(/-?[\d.]+/gu) ?? []).map(Number);
}

function overlaps(boxes: readonly WordBox[]): boolean {
  return boxes.some((a, i) =>
    boxes.some((b, j) => i < j && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
  );
}

describe.each([
  ['rows', 600],
  ['columns', 150],
] as const)('%s', (orientation, width) => {
  const layout = layoutRibbons({ ...input, width });

  test('is chosen by the width', () => {
    expect(layout.orientation).toBe(orientation);
  });

  test('has a box for every word, none over another, all inside the drawing', () => {
    const boxes = [...layout.sourceBoxes, ...layout.targetBoxes];
    expect(boxes).toHaveLength(7);
    expect(overlaps(boxes)).toBe(false);
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(layout.width);
      expect(box.y + box.height).toBeLessThanOrEqual(layout.height);
    }
  });

  test('has a ribbon for every visible weight, thick ones first', () => {
    const weights = layout.ribbons.map(({ weight }) => weight);
    expect(weights).toHaveLength(6);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  test('starts and ends each ribbon within its words', () => {
    for (const ribbon of layout.ribbons) {
      const { source, target } = ribbon;
      const points = numbers(ribbonPath(layout, ribbon));
      const along = orientation === 'rows' ? 0 : 1;
      const sourceBox = layout.sourceBoxes[source];
      const targetBox = layout.targetBoxes[target];
      const [from, size] = orientation === 'rows' ? (['x', 'width'] as const) : (['y', 'height'] as const);
      expect(points[along]).toBeGreaterThanOrEqual(sourceBox?.[from] ?? NaN);
      expect(points[along]).toBeLessThanOrEqual((sourceBox?.[from] ?? NaN) + (sourceBox?.[size] ?? NaN));
      expect(points[6 + along]).toBeGreaterThanOrEqual(targetBox?.[from] ?? NaN);
      expect(points[6 + along]).toBeLessThanOrEqual((targetBox?.[from] ?? NaN) + (targetBox?.[size] ?? NaN));
    }
  });
});

test('a ribbon is as wide as its weight', () => {
  const layout = layoutRibbons(input);
  const widths = layout.ribbons
    .filter(({ target }) => target === 1)
    .map((ribbon) => numbers(ribbonPath(layout, ribbon)))
    .map((points) => (points[8] ?? NaN) - (points[6] ?? NaN));
  expect(widths).toHaveLength(2);
  expect((widths[0] ?? NaN) / (widths[1] ?? NaN)).toBeCloseTo(0.7 / 0.29, 1);
});

test('a sentence without target words is laid out all the same', () => {
  const layout = layoutRibbons({ ...input, targetWords: [], weights: new Float32Array() });
  expect(layout.ribbons).toEqual([]);
});

test('everything grows with the font', () => {
  const small = layoutRibbons({ ...input, width: 0 });
  const large = layoutRibbons({ ...input, width: 0, em: 28, measure: (text) => 2 * measure(text) });
  expect(large.height / small.height).toBeCloseTo(2, 1);
  expect(large.width / small.width).toBeCloseTo(2, 1);
});

test('a part of the columns holds the words and ribbons that touch it, and no others', () => {
  const layout = layoutRibbons({ ...input, width: 150 });
  const middle = layout.height / 2;
  const part = ribbonsWithin(layout, middle - 1, middle + 1);
  expect(part.target).toEqual([1]);
  expect(part.ribbons.length).toBeGreaterThan(0);
  expect(part.ribbons.length).toBeLessThan(layout.ribbons.length);
  const all = ribbonsWithin(layout, 0, layout.height);
  expect([all.source, all.target]).toEqual([[0, 1, 2, 3], [0, 1, 2]]);
  expect(all.ribbons).toEqual(layout.ribbons);
});
