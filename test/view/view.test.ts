import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentOf, manyWords, ordinary, sentenceOf } from './contents';
import { launchBrowser, ViewPage } from './page';
import { themeNames } from './themes';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test.each(themeNames)('draws %s', async (theme) => {
  for (const drawing of ['reading', 'ribbons', 'matrix']) {
    const view = await ViewPage.open(browser, { theme, stored: { drawing } });
    await view.post({ kind: 'showTranslation', content: contentOf(ordinary) });
    await view.post({ kind: 'followCursor', sentence: 0, offset: 12 });
    await view.screenshot(`${drawing}-${theme}`);
    expect(await view.accessibilityProblems()).toEqual([]);
    expect(view.problems).toEqual([]);
    await view.close();
  }
});
test('long', async () => {
  const long = sentenceOf({ source: manyWords(300), target: manyWords(300, '词') });
  for (const drawing of ['reading', 'ribbons', 'matrix']) {
    const view = await ViewPage.open(browser, { stored: { drawing } });
    await view.post({ kind: 'showTranslation', content: contentOf([long]) });
    await view.post({ kind: 'followCursor', sentence: 0, offset: 1202 });
    await view.page.waitForTimeout(100);
    await view.screenshot(`long-${drawing}`);
    expect(view.problems).toEqual([]);
    await view.close();
  }
});
