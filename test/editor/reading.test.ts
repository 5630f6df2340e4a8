/** Reading in translation, in the real editor with the pack that ships. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { defaultHost } from './hosts';
import { createSampleFolder } from './sampleFolder';
import { Workbench } from './workbench';

const staged = join(root, 'test-results/staged-reading');
const folder = join(root, 'test-results/reading-folder');
const only = 'AlignLens: Show Only Translations';
const below = 'AlignLens: Show Translations Below';

/** What the comments become. By the words that matter: batches of other sizes round in other ways. */
const skip = /跳过不再可用的/u;
const zero = /为空.*零/u;
const round = /(?:付款|支付)服务/u;
const close = '关闭窗口';
const installation = '安装';
const select = /选择.*(?:注释|批注)/u;

let workbench: Workbench;

beforeAll(async () => {
  await stageExtension(staged);
  await createSampleFolder(folder);
  const cell = { cell_type: 'code', execution_count: null, metadata: {}, outputs: [], source: ['# Close the window.\n', 'answer = 42'] };
  const metadata = { language_info: { name: 'python' } };
  await writeFile(join(folder, 'steps.ipynb'), JSON.stringify({ cells: [cell], metadata, nbformat: 4, nbformat_minor: 5 }));
  workbench = await Workbench.open(staged, folder);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await workbench.screenshot(`failed: ${task.name}`.replace(/\W+/gu, '-'));
});

afterAll(async () => {
  await workbench.close();
});

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
    await waitForDrawn((text) => [skip, zero, round].every((comment) => comment.test(text)));
    await workbench.page.locator('.view-line').filter({ hasText: 'Skip the items' }).hover({ position: { x: 120, y: 9 } });
    await workbench.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: 'Skip the items that are no longer available.' }).first().waitFor();
    await workbench.screenshot('reading-1-only');
    await workbench.goTo({ line: 12, column: 8 });
    expect(await waitForDrawn((text) => !zero.test(text))).toMatch(skip);
    await workbench.screenshot('reading-2-cursor');
    expect(await workbench.documentText()).toBe(original);
    await waitForDrawn((text) => text.trim() === '');
  });

  test('follows what is written', async () => {
    await workbench.goTo({ line: 12, column: 3 });
    await workbench.page.keyboard.press('Shift+End');
    await workbench.page.keyboard.type('// Close the window.');
    await workbench.goTo({ line: 7, column: 1 });
    await waitForDrawn((text) => text.includes(close) && !zero.test(text));
    // Each word typed is a step.
    for (let press = 0; press < 8; press++) await workbench.page.keyboard.press('Control+Z');
    await workbench.goTo({ line: 7, column: 1 });
    await waitForDrawn((text) => zero.test(text));
  });

  test('wraps with the lines of a page, and goes without a trace', async () => {
    await workbench.openFile('cache.md');
    await workbench.goTo({ line: 2, column: 1 });
    await waitForDrawn((text) => text.includes(installation));
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
    for (const comment of [skip, zero, round]) await lens(comment).first().waitFor();
    await workbench.screenshot('reading-5-below');
    await lens(skip).locator('a').first().click();
    await (await workbench.webview()).locator('.drawing').waitFor();
    await workbench.page.keyboard.press('Control+W');
    await workbench.openFile('cache.md');
    await lens(installation).first().waitFor();
    await workbench.screenshot('reading-6-below-page');
    await workbench.openFile('billing.ts');
    await workbench.runCommand(below);
    await lens(skip).waitFor({ state: 'detached' });
  });
});

/** The page in the preview, which is loaded anew as translations come. */
function page(): FrameLocator {
  return workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** By the button above the preview, which is there while the preview is the active editor; waits until the page shows it. */
async function toggle(shown: Locator, state: 'attached' | 'detached' = 'attached'): Promise<void> {
  await workbench.page.locator('.tab').filter({ hasText: 'Preview guide.md' }).click();
  await vi.waitUntil(async () => {
    await workbench.page.locator('.editor-group-container .action-label.codicon-globe').click();
    // A button that is drawn anew at this moment, as its editor becomes the active one, takes no click.
    return shown.waitFor({ state, timeout: 15_000 }).then(() => true, () => false);
  }, { timeout: 60_000 });
}

describe('the Markdown preview', () => {
  test('shows translations below each paragraph, then instead; headings keep their addresses', async () => {
    await workbench.openFile('guide.md');
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('v');
    await toggle(page().locator('.alignlens-below').filter({ hasText: select }).first());
    await page().locator('h2#see-the-alignment > .alignlens-below').waitFor();
    expect(await page().locator('li .alignlens-below code').first().textContent()).toBe('Ctrl+Z');
    await workbench.screenshot('reading-7-preview-below');
    await toggle(page().locator('h1#getting-started[data-line="0"] > .alignlens-instead'));
    expect(await page().locator('body').innerText()).not.toContain('Select the comment.');
    await workbench.screenshot('reading-8-preview-instead');
  });

  test('follows what is written, in every theme', async () => {
    await workbench.page.locator('.editor-instance .view-lines').first().click();
    await workbench.goTo({ line: 3, column: 1 });
    await workbench.page.keyboard.type('Close the window.\n\n');
    await page().locator('.alignlens-instead').filter({ hasText: close }).first().waitFor();
    await toggle(page().locator('.alignlens-translation').first(), 'detached');
    await toggle(page().locator('.alignlens-below').first());
    await workbench.page.locator('.editor-instance .view-lines').first().click();
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('Control+T');
    await workbench.choose('Dark High Contrast');
    await page().locator('body.vscode-high-contrast').waitFor();
    await workbench.screenshot('reading-9-preview-contrast');
    expect(workbench.pageErrors).toEqual([]);
  });
});

test('in a notebook, translations stand below the comments of its cells', async () => {
  await workbench.page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: 'steps.ipynb' }).first().dblclick();
  // A question of VS Code for the Web alone.
  const open = workbench.page.locator('.monaco-dialog-box .monaco-button').filter({ hasText: 'Open Notebook' });
  if (defaultHost() === 'web') await open.click();
  await workbench.page.locator('.notebookOverlay .view-line').filter({ hasText: 'Close the window' }).first().waitFor();
  await workbench.runCommand(below);
  await workbench.page.locator('.notebookOverlay .codelens-decoration').filter({ hasText: close }).first().waitFor();
  await workbench.screenshot('reading-10-notebook');
  await workbench.runCommand(below);
  await workbench.page.locator('.notebookOverlay .codelens-decoration').filter({ hasText: close }).first().waitFor({ state: 'detached' });
  await workbench.page.keyboard.press('Control+W');
});
