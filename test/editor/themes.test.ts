/** The alignment view in every theme, enlarged and with hostile text: pictures to look at, and what must never happen. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { shownWord } from '../../webview/evidence';
import { withWords } from '../../webview/view/runningText';
import { tapView, ViewTap } from './viewTap';
import { Workbench } from './workbench';

const staged = join(root, 'test-results/staged-extension-themes');
const folder = join(root, 'test-results/sample-folder-themes');

const page = `# Accounts

The password must contain at least one number. When you close the window, the changes are saved automatically.
`;

const hostile = `Open <img src=x onerror=alert(1)> the file and close the window.

Press **Enter** <script>alert(2)</script> to save [the file](javascript:alert(3)) <b onclick="alert(4)">now</b>.

Copy \u202eelif eht\u202c the \u2067שלום עולם\u2069 file to مجلد the folder.

Op\u200ben the fi\u200dle \u2060 and\u00ad close\ufeff it.

The name is ${'Donaudampfschifffahrtsgesellschaft'.repeat(40)} and ${'x'.repeat(400)} here.
`;

const files: Readonly<Record<string, string>> = {
  'page.md': page,
  'hostile.md': hostile,
  '.vscode/settings.json': JSON.stringify({ 'editor.minimap.enabled': false, 'editor.wordWrap': 'on', 'workbench.startupEditor': 'none', 'alignlens.lint.enabled': 'off', 'alignlens.targetLanguage': 'zh' }),
};

let workbench: Workbench;
let tap: ViewTap;
const dialogs: string[] = [];

beforeAll(async () => {
  await stageExtension(staged);
  await tapView(staged);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, '.vscode'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  workbench = await Workbench.open(staged, folder);
  tap = new ViewTap(workbench);
  workbench.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await workbench.openFile('page.md');
  await workbench.goTo({ line: 3, column: 5 });
  await tap.after('showTranslation', () => workbench.runCommand('AlignLens: Show Alignment'));
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await workbench.screenshot(`failed: ${task.name}`.replace(/\W+/gu, '-'));
});

afterAll(async () => {
  await workbench.close();
});

/** Makes a picture of each drawing and of the explanation. */
async function photograph(name: string): Promise<void> {
  const view = await workbench.webview();
  for (const drawing of ['reading', 'ribbons', 'matrix']) {
    await view.locator(`[data-value="${drawing}"]`).click();
    if (drawing === 'matrix') await view.locator('.matrix-canvas').hover();
    else await view.locator('.word.target').nth(2).click();
    await workbench.screenshot(`proof-${name}-${drawing}`);
  }
  await view.locator('[data-value="ribbons"]').click();
  await openExplanation(view);
  await view.locator('.explanation').evaluate((section) => section.scrollIntoView());
  await workbench.screenshot(`proof-${name}-explanation`);
  await view.locator('#walk').evaluate((section) => section.scrollIntoView({ block: 'end' }));
  await workbench.screenshot(`proof-${name}-walk`);
  await view.locator('[data-explain="toggle"]').click();
}

async function openExplanation(view: Frame): Promise<void> {
  await view.locator('[data-explain="toggle"]').click();
  await view.locator('[data-step="2"]').click();
  await view.locator('[data-value="shown"]').click();
}

describe('themes', () => {
  test.each([
    ['Light Modern', 'vscode-light'],
    ['Dark Modern', 'vscode-dark'],
    ['Dark High Contrast', 'vscode-high-contrast'],
    ['Light High Contrast', 'vscode-high-contrast-light'],
  ])('%s', async (theme, themeClass) => {
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('Control+T');
    await workbench.choose(theme);
    const view = await workbench.webview();
    await view.locator(`body.${themeClass}`).waitFor();
    const name = theme.toLowerCase().replaceAll(' ', '-');
    await photograph(name);
    await view.locator('.origin').click();
    await workbench.page.keyboard.press('Escape');
    await view.evaluate(() => window.scrollTo(0, 0));
    // Words that were dimmed come back in a moment.
    await workbench.page.waitForTimeout(300);
    await workbench.screenshot(`proof-${name}`);
  });
});

describe('enlarged to 200 %, in a narrow panel', () => {
  test('nothing is wider than the view', async () => {
    await workbench.enlarge(2);
    await photograph('enlarged');
    const view = await workbench.webview();
    expect(await view.evaluate(() => document.documentElement.clientWidth)).toBeLessThan(400);
    await openExplanation(view);
    expect(await view.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await view.locator('[data-explain="toggle"]').click();
    await workbench.enlarge(1);
  });
});

describe('hostile text', () => {
  test('shows as text, and runs nothing', async () => {
    await workbench.focusEditor();
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.openFile('hostile.md');
    await workbench.selectAll();
    const { content } = await tap.after('showTranslation', () => workbench.runCommand('AlignLens: Show Alignment'));
    const all = content.sentences.map(({ source }) => source).join('\n');
    for (const text of ['<img src=x onerror=alert(1)>', '<script>', '\u202e', '\u200b', 'x'.repeat(50)]) expect(all).toContain(text);
    const view = await workbench.webview();
    await openExplanation(view);
    for (const [index, { source, sourceTokens }] of content.sentences.entries()) {
      await view.locator(`.sentence[data-sentence="${index}"]`).click();
      for (const drawing of ['reading', 'ribbons', 'matrix']) {
        await view.locator(`[data-value="${drawing}"]`).click();
        if (drawing !== 'reading') continue;
        // Of words that have nothing to see, the code points are shown.
        expect(withWords(source, 0, sourceTokens, shownWord)).toEqual(
          await view.locator('.passage.source .running').evaluate((text) => Array.from(text.childNodes, ({ textContent }) => textContent)),
        );
        expect(await view.locator('.word.source').count()).toBe(sourceTokens.length);
      }
      await workbench.screenshot(`proof-hostile-${index}`);
    }
    expect(await view.locator('main').locator('img, script, a, [onclick], [onerror]').count()).toBe(0);
    expect(await view.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });

  test('nor does the hover', async () => {
    await workbench.focusEditor();
    await workbench.goTo({ line: 1, column: 3 });
    // Explanations of every sentence are under way.
    await workbench.waitUntilIdle();
    const hover = await workbench.hover('Show alignment');
    expect(await hover.locator('img:not([alt="Alignment"]), script').count()).toBe(0);
    await workbench.screenshot('proof-hostile-hover');
  });

  test('no dialog came up, and no page failed', () => {
    expect(dialogs).toEqual([]);
    expect(workbench.pageErrors).toEqual([]);
  });
});
