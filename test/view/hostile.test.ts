/** Whatever a document holds is text: it shows, and nothing of it runs, hides or breaks the page. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawings } from '../../webview/state';
import { contentOf, manyWords, sentenceOf } from './contents';
import { launchBrowser, ViewPage } from './page';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const hostile = sentenceOf({
  source: ['<img src=x onerror=alert(1)>', '"><script>alert(2)</script>', '\u202Eevil\u202C', 'שלום', 'عربي', '\u200B', 'x'.repeat(300), '🏳️‍🌈', '.'],
  target: ['<svg/onload=alert(3)>', '&lt;b&gt;', '中文', '\u2060\u200D', 'مرحبا', '{{7*7}}', 'javascript:alert(4)', '\uFFFF', '。'],
  confidence: () => 0.1,
});

test.each(drawings)('markup and strange characters in %s', async (drawing) => {
  const view = await ViewPage.open(browser, { stored: { drawing } });
  await view.page.exposeFunction('alert', () => view.problems.push('a script ran'));
  const content = { ...contentOf([hostile, hostile], ['en" onclick="alert(5)', 'zh']), title: '<img src=x onerror=alert(6)>' };
  await view.post({ kind: 'showTranslation', content });
  await view.post({ kind: 'followCursor', sentence: 0, offset: 0 });
  await view.page.waitForTimeout(100);
  await view.screenshot(`hostile-${drawing}`);
  expect(await view.page.locator('img, script:not([src]), iframe, [onclick], [onerror]').count()).toBe(0);
  expect(await view.page.locator('#readout').textContent()).toContain('<img src=x onerror=alert(1)>: <svg/onload=alert(3)>');
  expect(await view.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(900);
  expect(await view.accessibilityProblems()).toEqual([]);
  expect(view.problems).toEqual([]);
  await view.close();
});

test('words with nothing to see can be seen and pointed at', async () => {
  const view = await ViewPage.open(browser, { stored: { drawing: 'reading' } });
  await view.post({ kind: 'showTranslation', content: contentOf([hostile]) });
  const word = view.page.locator('.word.source[data-index="5"]');
  expect(await word.textContent()).toBe('U+200B');
  await word.hover();
  expect(await view.page.locator('#readout').textContent()).toMatch(/^U\+200B: /u);
  await view.close();
});

test.each(drawings)('ten thousand words in %s', async (drawing) => {
  const view = await ViewPage.open(browser, { stored: { drawing } });
  const endless = sentenceOf({ source: manyWords(10_000), target: manyWords(50, '词') });
  const start = Date.now();
  await view.post({ kind: 'showTranslation', content: contentOf([endless]) });
  await view.post({ kind: 'followCursor', sentence: 0, offset: endless.sourceTokens[9900]!.start });
  expect(await view.page.locator('#readout').textContent()).toMatch(/^word9900: 词49 82 %/u);
  expect(Date.now() - start).toBeLessThan(20_000);
  await view.screenshot(`endless-${drawing}`);
  expect(view.problems).toEqual([]);
  await view.close();
});
