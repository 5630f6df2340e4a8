import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sentence } from '../webview/sentence';
import { launchBrowser, ViewPage } from './page';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const content = { title: 'a.ts', sourceLanguage: 'en', targetLanguage: 'zh', pack: 'en-zh 0.1.0', sentences: [sentence, sentence], appliesTo: 'source' as const };

test('draws', async () => {
  const view = await ViewPage.open(browser);
  await view.post({ kind: 'showTranslation', content });
  await view.screenshot('start');
  expect(await view.sent()).toEqual([{ kind: 'ready' }]);
  console.log(await view.accessibilityProblems());
  expect(view.problems).toEqual([]);
  await view.close();
});
