import { expect, test } from 'vitest';
import { layoutMatrix } from '../../webview/matrixLayout';
import { measure } from './sentence';

const sourceWords = ['Close', 'the', 'file', '.'];
const targetWords = ['关闭', '文件', '。'];

test('cells start right of the longest row label and below the column labels', () => {
  const layout = layoutMatrix({ sourceWords, targetWords, width: 600, measure });
  expect(layout.left).toBeGreaterThanOrEqual(20);
  expect(layout.top).toBeGreaterThanOrEqual(50 * Math.sin((50 * Math.PI) / 180));
  expect(layout.width).toBeGreaterThanOrEqual(layout.left + 4 * layout.cell);
  expect(layout.height).toBeGreaterThanOrEqual(layout.top + 3 * layout.cell);
});

test('cells shrink with the width, down to a limit', () => {
  const cell = (width: number): number => layoutMatrix({ sourceWords, targetWords, width, measure }).cell;
  expect(cell(600)).toBeGreaterThan(cell(190));
  expect(cell(190)).toBeGreaterThan(cell(0));
  expect(cell(0)).toBeGreaterThanOrEqual(20);
});

test('labels follow their rows and columns', () => {
  const { columnLabels, rowLabels, cell } = layoutMatrix({ sourceWords, targetWords, width: 600, measure });
  expect((columnLabels[3]?.x ?? NaN) - (columnLabels[0]?.x ?? NaN)).toBeCloseTo(3 * cell);
  expect((rowLabels[2]?.y ?? NaN) - (rowLabels[0]?.y ?? NaN)).toBeCloseTo(2 * cell);
});
