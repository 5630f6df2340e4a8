/** Reading in translation, in the real editor with the pack that ships. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { translateLines } from './cli';
import { createSampleFolder } from './sampleFolder';
import { Workbench } from './workbench';

const staged = join(root, 'test-results/staged-reading');
const folder = join(root, 'test-results/reading-folder');
const only = 'AlignLens: Show Only Translations';
const below = 'AlignLens: Show Translations Below';
const skip = 'Skip the items that are no longer available.';
const zero = 'Returns zero if the cart is empty.';
const close = 'Close the window.';
const round = 'Round the result to two decimal places, because the payment service does not accept more than two.';

let workbench: Workbench;
/** The command line takes seconds to start: it is asked once. */
let translations: ReadonlyMap<string, string>;

beforeAll(async () => {
  const texts = [skip, zero, round, close, 'Installation', 'Select the comment.'];
  translations = new Map(translateLines(texts).map(({ target }, index) => [texts[index] ?? '', target]));
  await stageExtension(staged);
  await createSampleFolder(folder);
  workbench = await Workbench.open(staged, folder);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await workbench.screenshot(`failed: ${task.name}`.replace(/\W+/gu, '-'));
});

afterAll(async () => {
  await workbench.close();
});

function translation(text: string): string {
  return translations.get(text)!;
}

/** What the decorations of the editor in front have drawn, line by line from the top. */
async function drawn(): Promise<string> {
  return workbench.page.evaluate(() => {
    const lines = [...document.querySelectorAll<HTMLElement>('.editor-instance .view-line')];
    lines.sort((a, b) => a.offsetTop - b.offsetTop);
    const texts = lines.map((line) =>
      [...line.querySelectorAll('span')].map((span) => /^"(.*)"$/u.exec(getComputedStyle(span, '::before').content)?.[1] ?? '').join(''),
    );
    return texts.join('\n');
  });
}

async function waitForDrawn(check: (text: string) => boolean): Promise<string> {
  return vi.waitUntil(
    async () => {
      const text = await drawn();
      return check(text) ? text : undefined;
    },
    { timeout: 60_000, interval: 300 },
  );
}

const lens = (text: string | RegExp): ReturnType<Workbench['page']['locator']> => workbench.page.locator('.codelens-decoration').filter({ hasText: text });

describe('only the translation', () => {
  test('stands where the comments stood; at the cursor, and when selected, there is the original', async () => {
    const original = await readFile(join(folder, 'billing.ts'), 'utf8');
    await workbench.openFile('billing.ts');
    await workbench.goTo({ line: 7, column: 1 });
    await workbench.runCommand(only);
    const shown = await waitForDrawn((text) => [skip, zero].every((comment) => text.includes(translation(comment))));
    expect(shown.replaceAll('\n', '')).toContain(translation(round));
    await workbench.screenshot('reading-1-only');
    await workbench.goTo({ line: 12, column: 8 });
    expect(await waitForDrawn((text) => !text.includes(translation(zero)))).toContain(translation(skip));
    await workbench.screenshot('reading-2-cursor');
    expect(await workbench.documentText()).toBe(original);
    await waitForDrawn((text) => text.trim() === '');
  });

  test('follows what is written', async () => {
    await workbench.goTo({ line: 12, column: 3 });
    await workbench.page.keyboard.press('Shift+End');
    await workbench.page.keyboard.type('// Close the window.');
    await workbench.goTo({ line: 7, column: 1 });
    await waitForDrawn((text) => text.includes(translation(close)) && !text.includes(translation(zero)));
    // Each word typed is a step.
    for (let press = 0; press < 8; press++) await workbench.page.keyboard.press('Control+Z');
    await workbench.goTo({ line: 7, column: 1 });
    await waitForDrawn((text) => text.includes(translation(zero)));
  });

  test('wraps with the lines of a page, and goes without a trace', async () => {
    await workbench.openFile('cache.md');
    await workbench.goTo({ line: 2, column: 1 });
    await waitForDrawn((text) => text.includes(translation('Installation')));
    await workbench.screenshot('reading-3-page');
    await workbench.runCommand(only);
    await waitForDrawn((text) => text.trim() === '');
  });
});

describe('translations below', () => {
  test('are there for what is scrolled to, and in the other editors', async () => {
    await workbench.openFile('handbook.md');
    await workbench.runCommand(below);
    await lens(/错误 \d\D/u).first().waitFor();
    await workbench.goTo({ line: 2001, column: 1 });
    await lens(/错误 10\d\d\D/u).first().waitFor();
    await workbench.screenshot('reading-4-below-scrolled');
  });

  test('stand below the comments; a click shows the alignment, and off they are gone', async () => {
    await workbench.openFile('billing.ts');
    await workbench.goTo({ line: 7, column: 1 });
    for (const comment of [skip, zero, round]) await lens(translation(comment)).first().waitFor();
    await workbench.screenshot('reading-5-below');
    await lens(translation(skip)).locator('a').first().click();
    await (await workbench.webview()).locator('.drawing').waitFor();
    await workbench.page.keyboard.press('Control+W');
    await workbench.openFile('cache.md');
    await lens(translation('Installation')).waitFor();
    await workbench.screenshot('reading-6-below-page');
    await workbench.openFile('billing.ts');
    await workbench.runCommand(below);
    await lens(translation(skip)).waitFor({ state: 'detached' });
  });
});

describe('the Markdown preview', () => {
  test('shows translations below each paragraph, then instead; headings keep their addresses', async () => {
    await workbench.openFile('guide.md');
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('v');
    await workbench.runCommand('AlignLens: Toggle Translations in Markdown Preview');
    const page = await workbench.webview();
    await page.locator('.alignlens-below').filter({ hasText: translation('Select the comment.') }).first().waitFor();
    await page.locator('h2#see-the-alignment > .alignlens-below').waitFor();
    expect(await page.locator('li .alignlens-below code').first().textContent()).toBe('Ctrl+Z');
    await workbench.screenshot('reading-7-preview-below');
    await workbench.runCommand('AlignLens: Toggle Translations in Markdown Preview');
    await page.locator('h1#getting-started[data-line="0"] > .alignlens-instead').waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Select the comment.');
    await workbench.screenshot('reading-8-preview-instead');
  });

  test('follows what is written, in every theme', async () => {
    await workbench.focusEditor();
    await workbench.goTo({ line: 3, column: 1 });
    await workbench.page.keyboard.type('Close the window.\n\n');
    const page = await workbench.webview();
    await page.locator('.alignlens-instead').filter({ hasText: translation(close) }).first().waitFor();
    await workbench.runCommand('AlignLens: Toggle Translations in Markdown Preview');
    await page.locator('.alignlens-translation').first().waitFor({ state: 'detached' });
    await workbench.runCommand('AlignLens: Toggle Translations in Markdown Preview');
    await page.locator('.alignlens-below').first().waitFor();
    await workbench.runCommandAndChoose('Preferences: Color Theme', 'Dark High Contrast');
    await page.locator('body.vscode-high-contrast').waitFor();
    await workbench.screenshot('reading-9-preview-contrast');
    expect(workbench.pageErrors).toEqual([]);
  });
});
