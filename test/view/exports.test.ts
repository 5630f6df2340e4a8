/** Exports of the real view in Chromium: what it saves is read back, and drawn where it will be looked at. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { viewMessage, type PanelContent, type ViewMessage } from '../../engine/protocol/panelProtocol';
import { root } from '../../scripts/lib/paths.mjs';
import type { AlignmentJson } from '../../webview/export/json';
import { hostile, hostileWords } from '../webview/export/hostile';
import { sentence } from '../webview/sentence';
import { launchBrowser, ViewPage } from './page';
import { themeNames } from './themes';

const screenshots = join(root, 'test-results/screenshots');
const content: PanelContent = { title: 'a.ts', sourceLanguage: 'en', targetLanguage: 'zh', pack: 'en-zh 0.1.0', sentences: [sentence, hostile], appliesTo: 'source' };

let browser: Browser;
let view: ViewPage;

beforeAll(async () => {
  await mkdir(screenshots, { recursive: true });
  browser = await launchBrowser();
  view = await ViewPage.open(browser);
});

beforeEach(async () => {
  await view.post({ kind: 'showTranslation', content });
});

afterAll(async () => {
  expect(view.problems).toEqual([]);
  await browser.close();
});

/** Chooses an entry of the menu and returns the message that the view sends for it. */
async function chosen(label: string, scope: 'sentence' | 'all' = 'sentence', from = view): Promise<ViewMessage> {
  const before = (await from.sent()).length;
  await from.page.locator('#export-button').click();
  await from.page.locator(`[data-scope="${scope}"]`, { hasText: label }).click();
  await expect.poll(async () => (await from.sent()).length, { timeout: 20_000 }).toBeGreaterThan(before);
  // As the extension receives it.
  return viewMessage((await from.sent())[before], 'message from the view');
}

async function saved(label: string, extension: string, scope?: 'sentence' | 'all', from?: ViewPage): Promise<Uint8Array> {
  const message = await chosen(label, scope, from);
  if (message.kind !== 'saveExport') throw new Error(`the view sent ${message.kind}`);
  expect(message.extension).toBe(extension);
  return message.content;
}

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

describe('the menu', () => {
  const expanded = (): Promise<string | null> => view.page.locator('#export-button').getAttribute('aria-expanded');
  const focused = (): Promise<string> => view.page.evaluate(() => document.activeElement?.textContent ?? '');

  test('opens, moves and closes by keyboard', async () => {
    const { keyboard } = view.page;
    await view.page.locator('#export-button').focus();
    await keyboard.press('ArrowDown');
    expect(await expanded()).toBe('true');
    expect(await focused()).toContain('Markdown');
    await keyboard.press('ArrowUp');
    expect(await focused()).toContain('JSON');
    await keyboard.press('Home');
    await keyboard.press('s');
    expect(await focused()).toContain('SVG');
    await keyboard.press('Escape');
    expect(await expanded()).toBe('false');
    expect(await focused()).toBe('Export');
    expect(await view.page.locator('#export-menu').isVisible()).toBe(false);
  });

  test('Enter opens it and chooses; Tab leaves it', async () => {
    const { keyboard } = view.page;
    await view.page.locator('#export-button').focus();
    await keyboard.press('Enter');
    expect(await focused()).toContain('Markdown');
    const before = (await view.sent()).length;
    await keyboard.press('Enter');
    await expect.poll(async () => (await view.sent()).length).toBe(before + 1);
    expect(await focused()).toBe('Export');
    await keyboard.press('ArrowUp');
    await keyboard.press('Tab');
    expect(await expanded()).toBe('false');
    expect(await focused()).not.toBe('Export');
  });

  test.each(themeNames)('has no accessibility problem in the theme %s', async (theme) => {
    const themed = await ViewPage.open(browser, { theme, height: 420 });
    await themed.post({ kind: 'showTranslation', content });
    await themed.page.locator('#export-button').click();
    await themed.page.locator('#export-menu').waitFor();
    // The rest of the page has tests of its own.
    expect((await themed.accessibilityProblems()).filter((problem) => /#export|menu|data-export/u.test(problem))).toEqual([]);
    await themed.page.screenshot({ path: join(screenshots, `export-menu-${theme}.png`) });
    await themed.close();
  });

  test('a click elsewhere closes it', async () => {
    await view.page.locator('#export-button').click();
    expect(await expanded()).toBe('true');
    await view.page.locator('.origin').click();
    expect(await expanded()).toBe('false');
  });
});

describe('texts', () => {
  test('JSON of one sentence and of all', async () => {
    const one = JSON.parse(textOf(await saved('JSON', 'json'))) as AlignmentJson;
    expect(one.sentences.map(({ source }) => source)).toEqual([sentence.source]);
    const all = JSON.parse(textOf(await saved('JSON', 'json', 'all'))) as AlignmentJson;
    expect(all.sentences.map(({ source }) => source)).toEqual([sentence.source, hostile.source]);
    expect(Float32Array.from(all.sentences[0]!.alignment.flat())).toEqual(sentence.alignment);
  });

  test('Pharaoh and TSV', async () => {
    expect(textOf(await saved('Pharaoh', 'txt'))).toBe('0-0 2-1 3-2\n');
    expect(textOf(await saved('Pharaoh', 'txt', 'all')).split('\n')[1]).toContain('16-16');
    expect(textOf(await saved('TSV', 'tsv'))).toMatch(/^\tClose\tthe\tfile\t\.\n关闭\t0\.900000\t/u);
  });

  test('Markdown goes to the clipboard, with the evidence that is shown', async () => {
    await view.page.locator('[data-value="attention"]').click();
    expect(await chosen('Markdown')).toMatchObject({ kind: 'copyText', text: expect.stringContaining('| 关闭 | 25 % | 25 % | 25 % | 25 % |') as unknown });
    await view.page.locator('[data-value="alignment"]').click();
  });
});

describe('pictures', () => {
  /** What the browser's XML parser makes of the file; on a page of its own, as the view's policy lets nobody parse texts. */
  async function parsed(svg: string): Promise<{ error: string | undefined; texts: string[]; names: string[] }> {
    const outside = await browser.newPage();
    const found = await outside.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        error: document.querySelector('parsererror')?.textContent,
        texts: [...document.querySelectorAll('text')].map(({ textContent }) => textContent),
        names: [...new Set([...document.querySelectorAll('*')].map(({ nodeName }) => nodeName))].sort(),
      };
    }, svg);
    await outside.close();
    return found;
  }

  async function choose(index: number, from = view): Promise<void> {
    await from.page.locator(`.sentence[data-sentence="${index}"]`).click();
  }

  test('SVG is well-formed, whatever the words', async () => {
    await choose(1);
    const svg = textOf(await saved('SVG', 'svg'));
    const { error, texts, names } = await parsed(svg);
    expect(error).toBeUndefined();
    expect(names).toEqual(['path', 'rect', 'svg', 'text', 'title']);
    // The parser turns lone carriage returns and the like into line feeds; the words here have none.
    const words = hostileWords.map((word) => word.replace(/[\uFFFE\u0000-\u0008]|\p{Cs}/gu, '\uFFFD'));
    for (const word of words) expect(texts.filter((text) => text === word)).toHaveLength(2);
    await writeFile(join(screenshots, 'export-hostile.svg'), svg);
  });

  test.each([
    { name: 'sentence', index: 0 },
    { name: 'hostile', index: 1 },
  ])('PNG of the $name has two pixels for one of the SVG', async ({ name, index }) => {
    await choose(index);
    const [, width, height] = /width="(\d+)" height="(\d+)"/u.exec(textOf(await saved('SVG', 'svg'))) ?? [];
    const png = Buffer.from(await saved('PNG', 'png'));
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1A\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
    await writeFile(join(screenshots, `export-${name}.png`), png);
  });

  test('follows the theme, and the SVG opens outside the view as it looks in the PNG', async () => {
    const light = await ViewPage.open(browser, { theme: 'light' });
    try {
      await light.post({ kind: 'showTranslation', content });
      const svg = textOf(await saved('SVG', 'svg', 'sentence', light));
      const png = await saved('PNG', 'png', 'sentence', light);
      expect(svg).toContain('fill="#ffffff"');
      await writeFile(join(screenshots, 'export-light.png'), png);
      const file = join(screenshots, 'export-light.svg');
      await writeFile(file, svg);
      const [, width, height] = /width="(\d+)" height="(\d+)"/u.exec(svg) ?? [];
      const outside = await browser.newPage();
      await outside.setViewportSize({ width: Number(width), height: Number(height) });
      await outside.goto(`file://${file}`);
      expect(await outside.evaluate(() => document.documentElement.nodeName)).toBe('svg');
      await outside.screenshot({ path: join(screenshots, 'export-light-outside.png') });
      expect(light.problems).toEqual([]);
    } finally {
      await light.close();
    }
  });
});
