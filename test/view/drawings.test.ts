/** What is on the page, in every theme: looked at as screenshots, checked by axe-core and against the numbers. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawings } from '../../webview/state';
import { contentOf, manyWords, ordinary, sentenceOf } from './contents';
import { launchBrowser, ViewPage } from './page';
import { themeNames } from './themes';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(themeNames)('in the theme %s', (theme) => {
  test.each(drawings)('%s is accessible', async (drawing) => {
    const view = await ViewPage.open(browser, { theme, stored: { drawing } });
    await view.post({ kind: 'showTranslation', content: contentOf(ordinary) });
    expect(await view.accessibilityProblems()).toEqual([]);
    // As it is while a word is pointed at.
    await view.post({ kind: 'followCursor', sentence: 0, offset: 12 });
    await view.page.waitForTimeout(200);
    await view.screenshot(`${drawing}-${theme}`);
    expect(await view.accessibilityProblems()).toEqual([]);
    expect(view.problems).toEqual([]);
    await view.close();
  });
});

test.each(drawings)('%s with the colours of the system, where those are forced', async (drawing) => {
  const view = await ViewPage.open(browser, { forcedColors: true, reducedMotion: true, stored: { drawing } });
  await view.post({ kind: 'showTranslation', content: contentOf(ordinary) });
  await view.post({ kind: 'followCursor', sentence: 0, offset: 12 });
  await view.page.waitForTimeout(100);
  await view.screenshot(`${drawing}-forced-colors`);
  // Of forced colours, axe-core knows those that they replace.
  expect(await view.accessibilityProblems(['color-contrast'])).toEqual([]);
  await view.close();
});

test.each(drawings)('%s in a narrow panel, at twice the size', async (drawing) => {
  const view = await ViewPage.open(browser, { width: 340, height: 700, scale: 2, stored: { drawing } });
  await view.post({ kind: 'showTranslation', content: contentOf(ordinary) });
  await view.page.waitForTimeout(100);
  await view.screenshot(`${drawing}-narrow`);
  // Nothing but the drawing may be wider than the panel.
  expect(await view.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(340);
  expect(await view.accessibilityProblems()).toEqual([]);
  await view.close();
});

test('nothing to show is accessible too', async () => {
  const view = await ViewPage.open(browser);
  await view.post({ kind: 'showTranslation', content: contentOf([]) });
  expect(await view.accessibilityProblems()).toEqual([]);
  await view.close();
});

test('the table behind the matrix has the numbers of the sentence, as far as one can see them', async () => {
  const [sentence] = ordinary;
  const view = await ViewPage.open(browser, { stored: { drawing: 'matrix' } });
  await view.post({ kind: 'showTranslation', content: contentOf([sentence!]) });
  for (const evidence of ['alignment', 'attention'] as const) {
    await view.page.locator(`[data-value="${evidence}"]`).click();
    const cells = await view.page.locator('.words [data-weight]').evaluateAll((elements) =>
      elements.map((cell) => [cell.closest('tr')?.dataset['target'], cell.getAttribute('data-source'), cell.getAttribute('data-weight')].map(Number)),
    );
    const expected = Array.from(sentence![evidence], (weight, index) => [Math.floor(index / 9), index % 9, Number(weight.toFixed(4))]).filter(
      ([, , weight]) => weight! >= 0.03,
    );
    const byPlace = (a: number[], b: number[]): number => a[0]! - b[0]! || a[1]! - b[1]!;
    expect(cells.sort(byPlace)).toEqual(expected);
  }
  await view.close();
});

test('cells of the matrix are the darker, the larger the weight', async () => {
  const sentence = { ...sentenceOf({ source: manyWords(5, ''), target: ['x'] }), alignment: new Float32Array([0, 0.1, 0.2, 0.3, 0.4]), links: [] };
  const view = await ViewPage.open(browser, { theme: 'light', stored: { drawing: 'matrix' } });
  await view.post({ kind: 'showTranslation', content: contentOf([sentence]) });
  const reds = await view.page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const context = canvas.getContext('2d')!;
    const { width, height, data } = context.getImageData(0, 0, canvas.width, canvas.height);
    // Along a line in the lower part of the only row, below its numbers: the white grid's cells differ in their red.
    const row = height - 14;
    return Array.from({ length: width }, (_, x) => data[4 * (row * width + x)]!);
  });
  const shades = [...new Set(reds)].filter((red) => reds.filter((other) => other === red).length > 15);
  expect(shades).toHaveLength(5);
  expect(shades).toEqual([...shades].sort((a, b) => b - a));
  await view.close();
});

test('the matrix follows the theme', async () => {
  const view = await ViewPage.open(browser, { theme: 'light', stored: { drawing: 'matrix' } });
  await view.post({ kind: 'showTranslation', content: contentOf(ordinary) });
  const corner = (): Promise<number> =>
    view.page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.getContext('2d')!.getImageData(0, 0, 1, 1).data[0]!);
  expect(await corner()).toBe(0xff);
  await view.setTheme('dark');
  await expect.poll(corner).toBe(0x1f);
  await view.close();
});

describe('a sentence of 300 words', () => {
  const long = sentenceOf({ source: manyWords(300), target: manyWords(300, '词') });

  test('of the ribbons, only what is in sight is drawn, and the labels of the matrix stay', async () => {
    const view = await ViewPage.open(browser);
    await view.post({ kind: 'showTranslation', content: contentOf([long]) });
    const words = view.page.locator('.ribbons .word');
    expect(await words.count()).toBeLessThan(200);
    await view.page.locator('.ribbons-scroller').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
    await view.page.locator('.word.source[data-index="299"]').waitFor();
    expect(await words.count()).toBeLessThan(200);
    await view.screenshot('ribbons-long');
    await view.page.keyboard.press('3');
    await view.page.locator('.matrix-scroller').evaluate((scroller) => scroller.scrollTo(3000, 3000));
    await view.page.waitForTimeout(100);
    await view.screenshot('matrix-long');
    expect(await view.accessibilityProblems()).toEqual([]);
    await view.close();
  });

  test('the matrix goes to the word at the cursor and to what it is joined to', async () => {
    const view = await ViewPage.open(browser, { stored: { drawing: 'matrix' } });
    await view.post({ kind: 'showTranslation', content: contentOf([long]) });
    await view.post({ kind: 'followCursor', sentence: 0, offset: long.sourceTokens[200]!.start });
    expect(await view.page.locator('#readout').textContent()).toContain('word200: 词200 82 %');
    const { scrollLeft, scrollTop } = await view.page.locator('.matrix-scroller').evaluate(({ scrollLeft, scrollTop }) => ({ scrollLeft, scrollTop }));
    expect(scrollLeft).toBeGreaterThan(2000);
    expect(scrollTop).toBeGreaterThan(2000);
    await view.screenshot('matrix-long-followed');
    await view.close();
  });
});
