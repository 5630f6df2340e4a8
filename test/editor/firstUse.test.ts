/** What somebody does who has just installed AlignLens, on real files; the guide's pictures are taken here. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { createRealFolder, header, module, page } from './realFiles';
import { Workbench } from './workbench';

const staged = join(root, 'test-results/staged-first-use');
const folder = join(root, 'test-results/first-use-folder');
const han = /\p{Script=Han}/u;

const settings = {
  'editor.minimap.enabled': false,
  'editor.lightbulb.enabled': 'off',
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Light Modern',
  'files.autoSave': 'off',
};

let workbench: Workbench;

beforeAll(async () => {
  await stageExtension(staged);
  await createRealFolder(folder, settings);
  workbench = await Workbench.open(staged, folder);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await workbench.screenshot(`failed: ${task.name}`.replace(/\W+/gu, '-'));
});

afterAll(async () => {
  await workbench.close();
});

const original = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

/** Moves the mouse onto a word of a line that is in sight, until the hover has a translation. */
async function point(line: string, word: string): Promise<Locator> {
  const shown = workbench.page.locator('.editor-instance .view-line').filter({ hasText: line }).first();
  const hover = workbench.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: 'Show alignment' }).first();
  const appears = async (): Promise<boolean> => {
    await workbench.page.mouse.move(700, 5);
    await workbench.page.keyboard.press('Escape');
    const at = await shown.evaluate((element, wanted) => {
      const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        const start = node.textContent?.indexOf(wanted) ?? -1;
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + wanted.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      return undefined;
    }, word);
    if (!at) throw new Error(`"${line}" has no "${word}"`);
    await workbench.page.mouse.move(at.x, at.y);
    return hover.waitFor({ timeout: 4000 }).then(() => true, () => false);
  };
  await vi.waitUntil(appears, { timeout: 60_000, interval: 100 });
  return hover;
}

async function follow(hover: Locator, label: string): Promise<void> {
  await hover.locator('a').filter({ hasText: label }).first().click();
}

async function undo(expected: string): Promise<void> {
  await workbench.page.keyboard.press('Control+Z');
  expect(await workbench.waitForText((text) => text === expected)).toBe(expected);
}

async function theme(name: string): Promise<void> {
  await workbench.page.keyboard.press('Control+K');
  await workbench.page.keyboard.press('Control+T');
  await workbench.choose(name);
}

function notificationButton(label: string): Locator {
  return workbench.page.locator('.notifications-toasts .monaco-button').filter({ hasText: label }).first();
}

/** Waits until the comparison and the question are on the screen, the latter at rest. */
async function proposed(): Promise<void> {
  await notificationButton('Accept').waitFor();
  await workbench.page.locator('.monaco-diff-editor .modified').getByText(han).first().waitFor();
  await workbench.page.waitForTimeout(700);
}

const said = (text: string | RegExp): Promise<void> => workbench.page.locator('.statusbar-item').filter({ hasText: text }).first().waitFor();

describe('a C header', () => {
  const line = 'A change in major version';

  test('the hover over a doc comment replaces, inserts and copies its translation', async () => {
    const text = await original(header);
    await workbench.openFile(header);
    await workbench.goTo({ line: 48, column: 1 });
    const hover = await point(line, 'version');
    // The links are above the picture, which may be taller than the hover.
    const [links, picture] = [await hover.locator('a').first().boundingBox(), await hover.locator('img').first().boundingBox()];
    expect(links!.y).toBeLessThan(picture!.y);
    await workbench.screenshot('guide-hover');
    await follow(hover, 'Replace');
    const replaced = await workbench.waitForText((now) => now !== text);
    expect(replaced).toMatch(/\/\*!\n \* \\brief The DLPack version\.\n \*\n \* [^\n]*\p{Script=Han}/u);
    expect(replaced).not.toContain(line);
    await undo(text);
    await workbench.goTo({ line: 48, column: 1 });
    await follow(await point(line, 'version'), 'Insert below');
    expect(await workbench.waitForText((now) => now !== text)).toMatch(/DLManagedTensorVersioned\.\n \*\n \* [^\n]*\p{Script=Han}/u);
    await undo(text);
    await workbench.goTo({ line: 48, column: 1 });
    await follow(await point(line, 'version'), 'Copy');
    await said('on the clipboard');
    expect(await workbench.page.evaluate(() => navigator.clipboard.readText())).toMatch(han);
  });

  test('a short comment, and the tag before it, have a hover; the licence has none', async () => {
    await workbench.goTo({ line: 85, column: 1 });
    await point('Metal for Apple GPU', 'brief');
    await workbench.goTo({ line: 3, column: 1 });
    await workbench.page.locator('.view-line').filter({ hasText: 'Copyright' }).first().hover({ position: { x: 80, y: 9 } });
    await workbench.page.waitForTimeout(1500);
    expect(await workbench.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: 'Show alignment' }).count()).toBe(0);
  });

  test('a word is kept, and a wrong translation put right', async () => {
    await workbench.goTo({ line: 85, column: 1 });
    await follow(await point('Metal for Apple GPU', 'Metal'), 'Keep “Metal”');
    await said('“Metal” stays as it is');
    const kept = await point('Metal for Apple GPU', 'Metal');
    expect(await kept.innerText()).toContain('Metal');
    await follow(kept, 'Wrong?');
    const input = workbench.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill('苹果显卡的 Metal 接口。');
    await workbench.page.keyboard.press('Enter');
    await said('remembered');
    const corrected = await point('Metal for Apple GPU', 'Metal');
    expect(await corrected.innerText()).toMatch(/苹果显卡的 Metal 接口。[^]*100 % match/u);
  });

  test('all comments are translated in a comparison, and nothing but comments differs', async () => {
    const text = await original(header);
    await theme('Dark Modern');
    await workbench.runCommand('AlignLens: Translate All Comments');
    await proposed();
    await workbench.screenshot('guide-comments');
    await notificationButton('Accept').click();
    await workbench.page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
    const translated = await workbench.waitForText((now) => now !== text);
    const code = (source: string): string => source.replace(/\/\*[^]*?\*\/|\/\/[^\n]*/gu, '');
    expect(code(translated)).toBe(code(text));
    expect(translated).toContain('Copyright (c) 2017');
    await undo(text);
    await workbench.runCommand('Notifications: Clear All Notifications');
  });
});

/** What decorations have drawn in the editor in front. */
async function drawn(): Promise<string> {
  return workbench.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.editor-instance .view-line span')].map((span) => getComputedStyle(span, '::before').content).join('\n'),
  );
}

/** Waits until so many lines in sight are drawn in Chinese; what they say is the pack's business. */
async function translatedLines(count: number): Promise<void> {
  await vi.waitUntil(async () => (await drawn()).split('\n').filter((line) => han.test(line)).length >= count, { timeout: 60_000, interval: 300 });
}

describe('a Python module', () => {
  test('is read in translation, instead of the text and below it', async () => {
    const text = await original(module);
    await workbench.openFile(module);
    await workbench.goTo({ line: 122, column: 1 });
    await workbench.runCommand('AlignLens: Show Only Translations');
    await translatedLines(8);
    await workbench.goTo({ line: 300, column: 1 });
    // Short comments that might be of several languages are in the language of the file.
    await vi.waitUntil(async () => /输出[^]*统计/u.test(await drawn()), { timeout: 60_000, interval: 300 });
    await workbench.goTo({ line: 130, column: 1 });
    await translatedLines(18);
    await workbench.screenshot('guide-only');
    await theme('Light Modern');
    await workbench.runCommand('AlignLens: Show Translations Below');
    await workbench.page.locator('.codelens-decoration').filter({ hasText: han, visible: true }).nth(5).waitFor();
    await workbench.screenshot('guide-below');
    await workbench.runCommand('AlignLens: Show Translations Below');
    expect(await workbench.documentText()).toBe(text);
  });

  test('words of the own language become a name; a function becomes a line', async () => {
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('最大句子长度');
    await workbench.page.keyboard.press('Shift+Home');
    await workbench.startCommand('AlignLens: Translate and Name');
    await workbench.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: 'snake_case' }).waitFor();
    await workbench.screenshot('guide-names');
    await workbench.page.keyboard.press('Enter');
    expect(await workbench.waitForText((now) => !now.includes('最大句子长度'))).toMatch(/\n[a-z]+(?:_[a-z]+)+$/u);
    await workbench.goTo({ line: 216, column: 1 });
    await workbench.runCommand('AlignLens: Summarize Function');
    expect(await (await workbench.webview()).locator('body').innerText()).toMatch(/compute_bleu/u);
    await workbench.runCommand('View: Close All Editors');
    await workbench.page.locator('.monaco-dialog-box .monaco-button').filter({ hasText: "Don't Save" }).click();
  });
});

describe('a Markdown page', () => {
  const frame = () => workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

  test('its preview has translations, but not of what has none', async () => {
    await theme('Dark High Contrast');
    await workbench.openFile(page);
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('v');
    await workbench.page.locator('.tab').filter({ hasText: `Preview ${page}` }).click();
    // Before the page is there, its editor is about to be drawn anew, and takes no click.
    await frame().locator('h2#example').waitFor();
    await workbench.page.locator('.editor-group-container .action-label.codicon-globe').click();
    await frame().locator('h2#example > .alignlens-below').waitFor();
    await frame().locator('h2#install > .alignlens-below').waitFor();
    expect(await frame().locator('h1 > .alignlens-below').count()).toBe(0);
    await workbench.screenshot('guide-preview');
    await workbench.page.keyboard.press('Control+W');
    await workbench.page.locator('.tab').filter({ hasText: `Preview ${page}` }).waitFor({ state: 'detached' });
    // The focus was in the page that is gone.
    await workbench.page.locator('.editor-instance .view-lines').first().click();
    await theme('Light Modern');
  });

  test('a term is added', async () => {
    await workbench.openFile(page);
    await workbench.goTo({ line: 9, column: 14 });
    await workbench.startCommand('AlignLens: Add Glossary Term');
    const widget = workbench.page.locator('.quick-input-widget');
    await widget.filter({ hasText: 'The term' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await widget.filter({ hasText: 'The translation of' }).waitFor();
    await widget.locator('input').first().fill('错误对象');
    await workbench.screenshot('guide-term');
    await workbench.page.keyboard.press('Enter');
    await widget.locator('.monaco-list-row').filter({ hasText: 'Required' }).click();
    await vi.waitUntil(async () => (await point('Create HTTP errors', 'errors')).innerText().then((text) => text.includes('错误对象')), { timeout: 60_000 });
    await workbench.page.keyboard.press('Escape');
  });

  test('becomes a page in Chinese of the same structure', async () => {
    await workbench.goTo({ line: 1, column: 1 });
    await workbench.runCommand('AlignLens: Translate File');
    await proposed();
    await workbench.page.locator('.monaco-diff-editor .original').getByText('with ease').first().waitFor();
    await workbench.screenshot('guide-file');
    await notificationButton('Accept').click();
    await workbench.page.locator('.tab.active[data-resource-name="README.zh.md"]').waitFor();
    const translated = await workbench.waitForText((now) => han.test(now));
    const blocks = (text: string): string[] => text.match(/^#+ |^```[^]*?^```|^\|[ :-]+|^\[[^\]]*\]: .*$/gmu) ?? [];
    expect(blocks(translated)).toEqual(blocks(await original(page)));
    // Within a paragraph, Chinese may name in another order what it links to.
    const links = (text: string): string[][] => text.split(/\n{2,}/u).map((paragraph) => (paragraph.match(/\]\([^)]*\)/gu) ?? []).sort());
    expect(links(translated)).toEqual(links(await original(page)));
    expect(translated).toContain('createError([status], [message], [properties])');
    expect(translated).toMatch(/# http-errors\n[^#]*错误对象/u);
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  test('one click switches the hover off, another one on', async () => {
    await workbench.status().click();
    await said('translation on hover is off');
    await workbench.status().click();
    await said('translation on hover is on');
    expect(workbench.pageErrors).toEqual([]);
  });
});
