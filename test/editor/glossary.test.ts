/** The user's own words in the real editor, with the pack that ships: glossary, corrections, and their exchange. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { Workbench } from './workbench';

const staged = join(root, 'test-results/staged-extension-glossary');
const folder = join(root, 'test-results/sample-folder-glossary');

const files: Readonly<Record<string, string>> = {
  'notes.md': 'The cache stores the results of earlier builds.\n\nOpen the settings and select a language.\n',
  'other.tmx': `<?xml version="1.0"?><tmx version="1.4"><header srclang="en-US" datatype="html"/><body><tu><tuv xml:lang="en-US"><seg>Open the <bpt i="1">&lt;b&gt;</bpt>settings<ept i="1">&lt;/b&gt;</ept> and select a language.</seg></tuv><tuv xml:lang="zh-CN"><seg>打开首选项，挑一种语言。</seg></tuv></tu></body></tmx>`,
  '.alignlens/glossary.tsv': '#languages en zh\nbuild\t构建版本\trequired\ncache\nlanguage\t语言\tmust\n',
  '.vscode/settings.json': JSON.stringify({
    'alignlens.targetLanguage': 'zh',
    'editor.minimap.enabled': false,
    'workbench.startupEditor': 'none',
    'files.autoSave': 'off',
  }),
};

let workbench: Workbench;

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  await stageExtension(staged);
  workbench = await Workbench.open(staged, folder);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await workbench.screenshot(`failed-glossary-${task.name}`.replace(/\W+/gu, '-'));
});

afterAll(async () => {
  await workbench.close();
});

function problem(text: string | RegExp): Locator {
  return workbench.page.locator('.markers-panel .monaco-list-row').filter({ hasText: text }).first();
}

/** Asks the hover at the cursor until it says so: the first one may still be translating. */
async function hoverSays(place: { line: number; column: number }, text: string | RegExp): Promise<void> {
  const says = async (): Promise<boolean> => {
    await workbench.page.keyboard.press('Escape');
    await workbench.goTo(place);
    await workbench.runCommand('Show or Focus Hover');
    return workbench.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: text }).first().waitFor({ timeout: 3000 }).then(() => true, () => false);
  };
  await expect.poll(says, { timeout: 60_000 }).toBe(true);
}

/** Waits for an input box with a value or prompt, and answers it. */
async function answer(prompt: RegExp, text?: string): Promise<string> {
  const widget = workbench.page.locator('.quick-input-widget').filter({ hasText: prompt });
  const input = widget.locator('input').first();
  await input.waitFor();
  const proposed = await input.inputValue();
  if (text !== undefined) await input.fill(text);
  await workbench.page.keyboard.press('Enter');
  return proposed;
}

async function glossary(): Promise<string> {
  await workbench.runCommand('AlignLens: Open Glossary');
  await workbench.page.locator('.tab.active[data-resource-name="glossary.tsv"]').waitFor();
  return workbench.documentText();
}

describe('the glossary', () => {
  test('says what is wrong with its lines', async () => {
    await workbench.runCommand('AlignLens: Open Glossary');
    await workbench.page.locator('.tab.active[data-resource-name="glossary.tsv"]').waitFor();
    await workbench.runCommand('View: Toggle Problems');
    await problem('There is no translation of “cache”').waitFor();
    await problem('“must” is no mark').waitFor();
    await workbench.screenshot('glossary-1-problems');
  });

  test('its terms are in the hover', async () => {
    await workbench.openFile('notes.md');
    await hoverSays({ line: 1, column: 6 }, /构建版本/u);
    await workbench.screenshot('glossary-2-hover');
  });

  test('a term is added from the word at the cursor, with what the model makes of it as the proposal', async () => {
    await workbench.page.keyboard.press('Escape');
    await workbench.goTo({ line: 1, column: 6 });
    await workbench.startCommand('AlignLens: Add Glossary Term');
    expect(await answer(/The term/u)).toBe('cache');
    expect(await answer(/The translation of “cache”/u, '暂存区')).toMatch(/\p{Script=Han}/u);
    await answer(/Preferred/u, 'Required');
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await workbench.openFile('notes.md');
    await hoverSays({ line: 1, column: 6 }, /暂存区/u);
  });

  test('a word stays as it is; the glossary is edited where it is open, the rest byte for byte', async () => {
    await workbench.page.keyboard.press('Escape');
    await workbench.goTo({ line: 3, column: 11 });
    await workbench.runCommand('AlignLens: Do Not Translate This Word');
    // Sooner than that, the command would find the cursor where the hover is asked for.
    await workbench.page.getByText('“settings” stays as it is').first().waitFor();
    await hoverSays({ line: 3, column: 6 }, /\p{Script=Han}.*settings|settings.*\p{Script=Han}/u);
    await workbench.page.keyboard.press('Escape');
    expect(await glossary()).toBe(`${files['.alignlens/glossary.tsv']}cache\t暂存区\trequired\nsettings\t=\n`);
    await workbench.screenshot('glossary-3-terms');
  });
});

describe('corrections', () => {
  test('an edited translation is used at once', async () => {
    await workbench.openFile('notes.md');
    await workbench.goTo({ line: 1, column: 6 });
    await workbench.startCommand('AlignLens: Edit Translation');
    expect(await answer(/goes back to the machine/u, '缓存里放着以前的成果。')).toContain('暂存区');
    await hoverSays({ line: 1, column: 6 }, '缓存里放着以前的成果。');
    await workbench.screenshot('glossary-4-corrected');
  });

  test('it is remembered after a reload', async () => {
    await workbench.page.keyboard.press('Escape');
    await workbench.reload();
    await workbench.openFile('notes.md');
    await hoverSays({ line: 1, column: 6 }, '缓存里放着以前的成果。');
  });

  test('TMX goes out and comes in', async () => {
    await workbench.page.keyboard.press('Escape');
    await workbench.startCommand('AlignLens: Export Translation Memory');
    await workbench.acceptFileDialog();
    await workbench.openFile('alignlens.tmx');
    expect(await workbench.documentText()).toContain('<tuv xml:lang="zh"><seg>缓存里放着以前的成果。</seg></tuv>');
    await workbench.startCommand('AlignLens: Import Translation Memory');
    const input = workbench.page.locator('.quick-input-widget input').first();
    await expect.poll(() => input.inputValue()).toMatch(/^\//u);
    await input.fill('/other.tmx');
    await workbench.acceptFileDialog();
    await workbench.notification(/Imported 1 translations/u);
    await workbench.openFile('notes.md');
    await hoverSays({ line: 3, column: 6 }, '打开首选项，挑一种语言。');
    await workbench.screenshot('glossary-5-imported');
  });
});

test('no page failed', () => {
  expect(workbench.pageErrors).toEqual([]);
});
