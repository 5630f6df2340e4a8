import { expect, test } from 'vitest';
import { pixelScale } from '../../../webview/export/png';
import { matrixSvg, xmlText } from '../../../webview/export/svg';
import { measure, sentence } from '../sentence';
import { hostile } from './hostile';

const palette = { background: '#1f1f1f', foreground: '#cccccc', quiet: '#9d9d9d', weight: '#3794ff' };
const options = { evidence: 'alignment' as const, caption: 'en → zh · alignment in %', palette, fontFamily: '"Segoe UI", sans-serif', fontSize: 14, measure };

// A changed line here is a changed picture.
test('the matrix as a picture of its own', async () => {
  await expect(matrixSvg(sentence, options).svg).toMatchFileSnapshot('snapshots/matrix.svg');
});

test('nothing in it needs anything outside it', () => {
  const { svg } = matrixSvg(hostile, options);
  expect(svg).not.toMatch(/<(?:style|script|image|use|foreignObject|a)\b|\s(?:href|style|class|on\w+)="|url\(|var\(/u);
});

test('everything lies inside the picture', () => {
  const { svg, width, height } = matrixSvg(sentence, options);
  for (const [, x, y, w, h] of svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/gu)) {
    expect(Number(x) + Number(w)).toBeLessThan(width);
    expect(Number(y) + Number(h)).toBeLessThan(height);
  }
});

test('draws the evidence that was asked for', () => {
  const numbers = (evidence: 'alignment' | 'attention'): string[] =>
    [...matrixSvg(sentence, { ...options, evidence }).svg.matchAll(/text-anchor="middle"[^>]*>(\d+)</gu)].map(([, number = '']) => number);
  expect(numbers('alignment')).toEqual(['90', '8', '29', '70', '10', '90']);
  expect(numbers('attention')).toEqual(['25', '25', '25', '25', '50', '50', '100']);
});

test('no character that XML forbids', () => {
  expect(matrixSvg(hostile, options).svg).not.toMatch(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
  expect(xmlText('a\u0000b\uD83Dc😀\uFFFFd')).toBe('a\uFFFDb\uFFFDc😀\uFFFDd');
});

test('a long sentence draws only what can be seen', () => {
  const words = Array.from({ length: 300 }, (_, index) => ({ text: `w${index}`, start: index, end: index + 1 }));
  const alignment = Float32Array.from({ length: 90_000 }, (_, cell) => Number(cell % 300 === Math.floor(cell / 300)));
  const { svg, width, height } = matrixSvg({ ...sentence, sourceTokens: words, targetTokens: words, alignment, links: [] }, options);
  expect(svg.length).toBeLessThan(200_000);
  const scale = pixelScale({ width, height });
  expect(scale).toBeGreaterThan(0.5);
  expect(width * height * scale ** 2).toBeLessThanOrEqual(64_000_001);
});

test('a usual picture has two pixels for one', () => {
  expect(pixelScale(matrixSvg(sentence, options))).toBe(2);
});
