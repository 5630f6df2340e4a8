/** Everything by keyboard, and what the view tells the extension. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contentOf, ordinary, sentenceOf } from './contents';
import { launchBrowser, ViewPage } from './page';

let browser: Browser;
let view: ViewPage;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  view = await ViewPage.open(browser);
  await view.post({ kind: 'showTranslation', content: contentOf(ordinary) });
});
afterEach(async () => {
  expect(view.problems).toEqual([]);
  await view.close();
});

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await view.page.keyboard.press(key);
};
const readout = (): Promise<string | null> => view.page.locator('#readout').textContent();
const chosenTab = (): Promise<string | null> => view.page.locator('[role="tab"][aria-selected="true"]').textContent();
/** Text of what has the keyboard. */
const focused = (): Promise<string | undefined> => view.page.evaluate(() => document.activeElement?.textContent);
const position = (): Promise<string | null> => view.page.locator('.position').textContent();

describe('the drawings', () => {
  test('are tabs with arrow keys', async () => {
    await view.page.locator('[role="tab"][aria-selected="true"]').focus();
    await press('ArrowRight');
    expect([await chosenTab(), await focused()]).toEqual(['Matrix', 'Matrix']);
    await press('ArrowRight');
    expect(await chosenTab()).toBe('Reading');
    await press('End');
    expect(await chosenTab()).toBe('Matrix');
    await press('ArrowLeft');
    expect(await chosenTab()).toBe('Ribbons');
  });

  test('have keys of their own, which change neither the focus nor anything with Control', async () => {
    await view.page.locator('[data-value="attention"]').focus();
    await press('1');
    expect([await chosenTab(), await focused()]).toEqual(['Reading', 'Attention']);
    await press('3');
    expect(await chosenTab()).toBe('Matrix');
    await press('Control+2');
    expect(await chosenTab()).toBe('Matrix');
    await press('2');
    expect(await chosenTab()).toBe('Ribbons');
  });

  test('can all be reached with Tab alone', async () => {
    const reached: string[] = [];
    for (let stop = 0; stop < 12; stop += 1) {
      await press('Tab');
      reached.push(await view.page.evaluate(() => document.activeElement?.closest('[role=tablist], .choice, .export, nav ol, .sentence-tools, #stage')?.className ?? ''));
    }
    expect(new Set(reached)).toEqual(new Set(['tabs', 'choice', 'export', '', 'sentence-tools', 'highlighting']));
  });
});

describe('words', () => {
  test('of the ribbons: along, across, and into the editor', async () => {
    await view.page.locator('.word.source').first().focus();
    await press('ArrowRight', 'ArrowRight');
    expect(await readout()).toBe('file: 另 82 %, 打开 10 %, 一个 6 %');
    await press('ArrowDown');
    expect(await readout()).toMatch(/^另 \(probability \d+ %\): file 82 %/u);
    await press('Enter');
    expect((await view.sent()).at(-1)).toEqual({ kind: 'revealSpan', sentence: 0, start: 10, end: 14 });
    await press('Escape');
    expect(await readout()).toBe('');
  });

  test('of the texts', async () => {
    await press('1');
    await view.page.locator('.word.source').first().focus();
    await press('End');
    expect(await focused()).toBe('.');
    await press('Home', 'ArrowRight', 'ArrowDown');
    expect(await view.page.locator('.word.active').textContent()).toBe('打开');
    expect(await view.page.locator('.word.partner').allTextContents()).toEqual(['Close', 'the', 'file']);
    await press('Enter');
    expect((await view.sent()).at(-1)).toEqual({ kind: 'revealSpan', sentence: 0, start: 6, end: 9 });
  });

  test('of a text from right to left go the way the arrows point', async () => {
    const hebrew = sentenceOf({ source: ['קובץ', 'חדש', 'נפתח'], target: ['a', 'new', 'file'] });
    await view.post({ kind: 'showTranslation', content: contentOf([hebrew], ['he', 'en']) });
    await press('1');
    await view.page.locator('.word.source').first().focus();
    await press('ArrowLeft');
    expect(await focused()).toBe('חדש');
  });

  test('and cells of the matrix', async () => {
    await press('3');
    await view.page.locator('.matrix-scroller').focus();
    await press('ArrowRight');
    expect(await readout()).toMatch(/^在 ← Close: 88 %, a pair/u);
    await press('ArrowDown', 'ArrowRight');
    expect(await readout()).toMatch(/^打开 ← the: 82 %/u);
    await press('End');
    expect(await readout()).toMatch(/^打开 ← \.: 0 %/u);
    await press('Control+Home', 'ArrowUp');
    expect(await readout()).toMatch(/^Close: /u);
    await press('ArrowRight', 'Enter');
    expect((await view.sent()).at(-1)).toEqual({ kind: 'revealSpan', sentence: 0, start: 6, end: 9 });
  });
});

describe('the pointer', () => {
  test('marks the cell below it, and the one that scrolls below it', async () => {
    await press('3');
    const canvas = view.page.locator('canvas');
    const box = (await canvas.boundingBox())!;
    await view.page.mouse.move(box.x + box.width / 2, box.y + 140);
    expect(await readout()).toMatch(/ ← /u);
    await view.page.mouse.click(box.x + box.width / 2, box.y + 140);
    expect((await view.sent()).at(-1)).toMatchObject({ kind: 'revealSpan', sentence: 0 });
    await view.page.mouse.move(1, 1);
    // What was clicked stays marked.
    expect(await readout()).toMatch(/ ← /u);
  });

  test('marks partners with their weights while it is there', async () => {
    await view.page.locator('.word.target').nth(1).hover();
    expect(await view.page.locator('.word.partner').count()).toBe(3);
    expect(await view.page.locator('.weight').allTextContents()).toContain('82 %');
    await view.page.mouse.move(1, 1);
    expect(await view.page.locator('.word.partner').count()).toBe(0);
  });
});

describe('sentences', () => {
  test('have keys, buttons and a list', async () => {
    await press('n');
    expect(await position()).toBe('Sentence 2 of 3');
    await press(']', 'n');
    expect(await position()).toBe('Sentence 3 of 3');
    await press('p', '[');
    expect(await position()).toBe('Sentence 1 of 3');
    await view.page.getByRole('button', { name: 'Next sentence' }).click();
    expect(await position()).toBe('Sentence 2 of 3');
    await view.page.locator('.sentence').last().click();
    expect(await position()).toBe('Sentence 3 of 3');
    await press('ArrowUp');
    expect([await position(), await focused()]).toEqual(['Sentence 2 of 3', '2The cache is empty .缓存为空。Confidence 81 %']);
  });

  test('can be filtered by confidence; the drawn one stays', async () => {
    await view.page.locator('.filter').click();
    expect(await view.page.locator('.sentence .number').allTextContents()).toEqual(['1', '3']);
    expect(await view.page.evaluate(() => document.activeElement?.getAttribute('aria-pressed'))).toBe('true');
    await press('n');
    expect(await view.page.locator('.sentence .number').allTextContents()).toEqual(['3']);
    await view.page.locator('.filter').click();
    expect(await view.page.locator('.sentence').count()).toBe(3);
  });

  test('follow the cursor of the editor, which keeps the keyboard', async () => {
    await view.page.locator('[data-value="attention"]').focus();
    await view.post({ kind: 'followCursor', sentence: 2, offset: 16 });
    expect([await position(), await focused()]).toEqual(['Sentence 3 of 3', 'Attention']);
    expect(await view.page.locator('.word.source.active').textContent()).toBe('quux');
    await view.post({ kind: 'followCursor', sentence: 7, offset: 0 });
    expect(await position()).toBe('Sentence 3 of 3');
  });

  test('are replaced where they are', async () => {
    await press('n');
    const [, second] = ordinary;
    await view.post({ kind: 'showSentence', sentence: 1, content: { ...second!, target: '缓存是空的。' } });
    expect(await view.page.locator('.sentence[aria-current] .translation').textContent()).toBe('缓存是空的。');
    expect(await view.page.locator('.text .translated').textContent()).toBe('缓存是空的。');
  });

  test('by the thousand stay quick', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => ordinary[index % 3]!);
    await view.post({ kind: 'showTranslation', content: contentOf(many) });
    await view.page.locator('.sentence').first().focus();
    await press('End');
    expect(await position()).toBe('Sentence 1000 of 1000');
    expect(await view.page.locator('.sentence[aria-current]').isVisible()).toBe(true);
    await view.screenshot('thousand-sentences');
    const start = Date.now();
    await press(...Array.from({ length: 10 }, () => 'p'));
    expect(await position()).toBe('Sentence 990 of 1000');
    // Ten steps; each would take this long if the page were made anew.
    expect(Date.now() - start).toBeLessThan(3000);
  });
});

test('the evidence is switched in place', async () => {
  await view.page.locator('.word.source').first().focus();
  await press('ArrowRight');
  expect(await readout()).toBe('the: 打开 82 %, 在 10 %, 另 6 %');
  await view.page.locator('[data-value="attention"]').click();
  expect(await readout()).toBe('the: 打开 41 %, 在 31 %, 另 26 %');
});

test('the translation is copied', async () => {
  await view.page.getByRole('button', { name: 'Copy translation' }).click();
  expect((await view.sent()).at(-1)).toEqual({ kind: 'copyTranslation', sentence: 0 });
});
