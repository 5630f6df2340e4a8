/** Summaries in the real editor, with the files of the VSIX and the packs that ship. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { docCommentEdit } from '../../engine/text/docComment';
import { findFunctions } from '../../engine/text/functions';
import { fileSubjects, functionSubject } from '../../extension/summarySubjects';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { summarizeTexts, translateLines } from './cli';
import { createSampleFolder } from './sampleFolder';
import { Workbench } from './workbench';

const staged = join(root, 'test-results/staged-extension-summary');
const folder = join(root, 'test-results/sample-folder-summary');

let workbench: Workbench;
let page: string;
let program: string;

beforeAll(async () => {
  await stageExtension(staged);
  await createSampleFolder(folder);
  page = await readFile(join(folder, 'cache.md'), 'utf8');
  program = await readFile(join(folder, 'cache.py'), 'utf8');
  workbench = await Workbench.open(staged, folder);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await workbench.screenshot(`failed: ${task.name}`.replace(/\W+/gu, '-'));
});

afterAll(async () => {
  await workbench.close();
});

/** Waits until the panel's view shows the texts one after another; words stand apart there, so white space does not count. */
async function viewShowing(...texts: readonly string[]): Promise<Frame> {
  const squeezed = (text: string): string => text.replaceAll(/\s/gu, '');
  const missing = async (): Promise<string | undefined> => {
    const shown = squeezed(await (await workbench.webview()).locator('body').innerText());
    let from = 0;
    return texts.find((text) => {
      const at = shown.indexOf(squeezed(text), from);
      from = at + squeezed(text).length;
      return at < 0;
    });
  };
  await expect.poll(missing, { timeout: 60_000 }).toBeUndefined();
  return workbench.webview();
}

/** Text of a function of cache.py as it is summarized. */
function functionText(name: string): string {
  const found = findFunctions(program, 'python').find((part) => part.name === name);
  if (!found) throw new Error(`the sample lacks ${name}`);
  return functionSubject(program, found).text;
}

describe('summarizing prose', () => {
  test('shows what the command line prints and highlights the salient words', async () => {
    const [expected] = summarizeTexts('prose', 'markdown', [page.trim()]);
    await workbench.openFile('cache.md');
    await workbench.selectAll();
    await workbench.runCommand('AlignLens: Summarize Selection');
    await viewShowing('cache.md', expected?.summary ?? '');
    await workbench.highlights().first().waitFor();
    await workbench.goTo({ line: 2, column: 1 });
    await workbench.screenshot('summary-1-prose');
  });

  test('a hover tells the summary over the text, and its link clears the highlights', async () => {
    const [expected] = summarizeTexts('prose', 'markdown', [page.trim()]);
    await workbench.goTo({ line: 3, column: 8 });
    const hover = await workbench.hover('Clear highlights');
    expect(await hover.innerText()).toContain(expected?.summary);
    await workbench.screenshot('summary-2-hover');
    await hover.getByText('Clear highlights').click();
    await expect.poll(() => workbench.highlights().count()).toBe(0);
  });

  test('several lines where the settings ask for them', async () => {
    const notes = await readFile(join(folder, 'notes.txt'), 'utf8');
    const [expected] = summarizeTexts('prose', 'plaintext', [notes.trim()], '--lines', '3');
    expect(expected?.alignment.length).toBeGreaterThan(1);
    await workbench.openFile('notes.txt');
    await workbench.selectAll();
    await workbench.runCommand('AlignLens: Summarize Selection');
    await viewShowing('notes.txt', ...(expected?.summary.split('\n') ?? []));
  });

  test('an edit ends the highlights', async () => {
    await workbench.highlights().first().waitFor();
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type(' Done.');
    await expect.poll(() => workbench.highlights().count()).toBe(0);
  });

  test('Show Last Summary brings the view back', async () => {
    await workbench.openFile('cache.md');
    await workbench.runCommand('AlignLens: Show Alignment');
    await workbench.page.locator('.tab[data-resource-name^="webview"]').filter({ hasText: 'Alignment' }).waitFor();
    await workbench.runCommand('AlignLens: Show Last Summary');
    await viewShowing('notes.txt');
  });

  test('each line can be translated', async () => {
    const [expected] = summarizeTexts('prose', 'markdown', [page.trim()]);
    const [line = ''] = expected?.summary.split('\n') ?? [];
    const [translation] = translateLines([line]);
    await workbench.openFile('cache.md');
    await workbench.selectAll();
    await workbench.runCommand('AlignLens: Summarize and Translate');
    await viewShowing(line, translation?.target ?? '');
    await workbench.screenshot('summary-3-translated');
  });

  test('a file is outlined by its sections', async () => {
    const { subjects } = fileSubjects(page, 'markdown', []);
    const expected = summarizeTexts('prose', 'markdown', subjects.map(({ text }) => text));
    await workbench.openFile('cache.md');
    await workbench.runCommand('AlignLens: Summarize File');
    await viewShowing(...subjects.flatMap(({ heading }, index) => [heading, expected[index]?.summary ?? '']));
    await workbench.screenshot('summary-4-sections');
  });
});

describe('the view', () => {
  test('shows the source of the part that is chosen', async () => {
    const view = await workbench.webview();
    await view.locator('.heading', { hasText: 'Cleaning up' }).click();
    expect(await view.locator('.source-text').innerText()).toContain('The cache grows');
    expect(await view.locator('.source-text').innerText()).not.toContain('Install the package');
    expect(await view.locator('[class*="salient-"]').count()).toBeGreaterThan(3);
  });

  test('a word under the pointer, or focused, shows where it came from', async () => {
    const view = await workbench.webview();
    const word = view.locator('[aria-current] .said').first();
    await word.hover();
    expect(await view.locator('.read.partner').count()).toBeGreaterThan(0);
    expect(await view.locator('#readout').innerText()).toMatch(/^\S+: .*%/u);
    await workbench.screenshot('summary-5-came-from');
    await view.locator('.origin').hover();
    expect(await view.locator('.partner').count()).toBe(0);
    await word.focus();
    await workbench.page.keyboard.press('ArrowRight');
    expect(await view.locator('.said.active').getAttribute('data-index')).toBe('1');
    await workbench.page.keyboard.press('Escape');
    expect(await view.locator('.active').count()).toBe(0);
  });

  test('a clicked source word is shown in the editor', async () => {
    const view = await workbench.webview();
    await view.locator('.read', { hasText: /^grows$/u }).click();
    await workbench.focusEditor();
    await workbench.page.locator('[id="status.editor.selection"]').filter({ hasText: '5 selected' }).waitFor();
  });

  test('copies the lines', async () => {
    const view = await workbench.webview();
    await view.locator('[aria-current] .action', { hasText: 'Copy' }).click();
    await workbench.focusEditor();
    const copied = (): Promise<string> => workbench.page.evaluate(() => navigator.clipboard.readText());
    const shown = await view.locator('[aria-current] .line').innerText();
    await expect.poll(copied).toBe(shown);
  });
});

describe('summarizing code', () => {
  test('the function at the cursor, and nothing but it', async () => {
    const [expected] = summarizeTexts('code', 'python', [functionText('read')]);
    await workbench.openFile('cache.py');
    await workbench.goTo({ line: 14, column: 10 });
    await workbench.runCommand('AlignLens: Summarize Function');
    await viewShowing('cache.py', 'read', expected?.summary ?? '');
    await workbench.highlights().first().waitFor();
    await workbench.screenshot('summary-6-function');
  });

  test('what is known stands above the function, the rest is offered', async () => {
    // Each on its own, as the editor asks: in a batch, rounding may tip the scale between two lines.
    const [[read], [write]] = [summarizeTexts('code', 'python', [functionText('read')]), summarizeTexts('code', 'python', [functionText('write')])];
    const lenses = workbench.page.locator('.codelens-decoration');
    await lenses.filter({ hasText: read?.summary ?? '' }).first().waitFor();
    expect(await lenses.filter({ hasText: 'Summarize' }).count()).toBeGreaterThan(0);
    await lenses.filter({ hasText: 'Summarize' }).nth(1).click();
    await viewShowing('write', write?.summary ?? '');
    await lenses.filter({ hasText: write?.summary ?? '' }).first().waitFor();
    await workbench.screenshot('summary-7-lenses');
  });

  test("a hover on a function's name tells its summary unasked, where the settings say so", async () => {
    const [expected] = summarizeTexts('code', 'python', [functionText('remove_empty_folders')]);
    await workbench.goTo({ line: 28, column: 10 });
    // A first hover may say that it is still at work.
    await expect
      .poll(
        async () => {
          await workbench.page.keyboard.press('Escape');
          await workbench.runCommand('Show or Focus Hover');
          return workbench.page.locator('.monaco-hover:not(.hidden)').first().innerText();
        },
        { timeout: 60_000, interval: 2000 },
      )
      .toContain(expected?.summary);
    await workbench.page.keyboard.press('Escape');
  });

  test('a summary becomes a doc comment; one undo takes it back', async () => {
    const [expected] = summarizeTexts('code', 'python', [functionText('read')]);
    const found = findFunctions(program, 'python').find(({ name }) => name === 'read');
    const edit = found && docCommentEdit(program, found, 'python', [expected?.summary ?? '']);
    if (!edit) throw new Error('no doc comment');
    await workbench.openFile('cache.py');
    await workbench.goTo({ line: 14, column: 10 });
    await workbench.runCommand('AlignLens: Insert Summary as Doc Comment');
    const documented = program.slice(0, edit.range.start) + edit.text + program.slice(edit.range.end);
    expect(await workbench.waitForText((text) => text !== program)).toBe(documented);
    await workbench.goTo({ line: 14, column: 10 });
    await workbench.screenshot('summary-8-doc-comment');
    await workbench.page.keyboard.press('Control+Z');
    expect(await workbench.waitForText((text) => text === program)).toBe(program);
  });

  test('a file is outlined by the functions that its language server names', async () => {
    const text = await readFile(join(folder, 'billing.ts'), 'utf8');
    const { subjects } = fileSubjects(text, 'typescript', findFunctions(text, 'typescript'));
    const expected = summarizeTexts('code', 'typescript', subjects.map((subject) => subject.text));
    await workbench.openFile('billing.ts');
    await workbench.runCommand('AlignLens: Summarize File');
    await viewShowing('billing.ts', ...subjects.flatMap(({ heading }, index) => [heading, expected[index]?.summary ?? '']));
    await workbench.screenshot('summary-9-functions');
  });
});

describe('bad input gets one clear message and changes nothing', () => {
  async function summarizeAll(file: string, message: RegExp): Promise<void> {
    await workbench.openFile(file);
    await workbench.selectAll();
    await workbench.runCommand('AlignLens: Summarize Selection');
    await workbench.notification(message);
  }

  test('a file without words', () => summarizeAll('empty.md', /holds no words/u));
  test('a text that is too long', () => summarizeAll('huge.md', /231999 characters; at most 200000/u));
  test('nothing at the cursor', async () => {
    await workbench.openFile('cache.md');
    await workbench.goTo({ line: 2, column: 1 });
    await workbench.openFile('empty.md');
    await workbench.goTo({ line: 1, column: 1 });
    await workbench.runCommand('AlignLens: Summarize Selection');
    await workbench.notification(/at the cursor/u);
  });

  test('no function at the cursor', async () => {
    await workbench.openFile('cache.py');
    await workbench.goTo({ line: 3, column: 1 });
    await workbench.runCommand('AlignLens: Summarize Function');
    await workbench.notification(/no function at the cursor/u);
  });

  test('a function that is documented', async () => {
    await workbench.openFile('cache.py');
    await workbench.goTo({ line: 30, column: 5 });
    await workbench.runCommand('AlignLens: Insert Summary as Doc Comment');
    await workbench.notification(/remove_empty_folders has a doc comment already/u);
    expect(await workbench.documentText()).toBe(program);
  });

  test('a read-only document', async () => {
    await workbench.openFile('readonly.py');
    await workbench.goTo({ line: 2, column: 5 });
    await workbench.runCommand('AlignLens: Insert Summary as Doc Comment');
    await workbench.notification(/readonly\.py is read-only/u);
  });

  test('cancelling', async () => {
    await workbench.openFile('handbook.md');
    await workbench.selectAll();
    await workbench.runCommand('AlignLens: Summarize Selection');
    await workbench.status().filter({ hasText: 'Summarizing' }).click();
    await workbench.page.locator('.statusbar').filter({ hasText: 'cancelled' }).waitFor();
    await workbench.waitUntilIdle();
    await expect.poll(() => workbench.highlights().count()).toBe(0);
  });
});

test('no page failed', () => {
  expect(workbench.pageErrors).toEqual([]);
});
