/** The alignment view and the document in the real editor, with the files of the VSIX and the pack that ships. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findSegments } from '../../engine/text';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import type { AlignmentJson } from '../../webview/export/json';
import { translateLines } from './cli';
import { createSampleFolder } from './sampleFolder';
import { tapView, ViewTap } from './viewTap';
import { Workbench } from './workbench';

const staged = join(root, 'test-results/staged-extension-alignment');
const folder = join(root, 'test-results/sample-folder-alignment');
const first = 'Calculates the total price of all items in the cart.';
const second = 'The discount is applied before the tax is added.';

let workbench: Workbench;
let tap: ViewTap;
let original: string;

beforeAll(async () => {
  await stageExtension(staged);
  await tapView(staged);
  await createSampleFolder(folder);
  original = await readFile(join(folder, 'billing.ts'), 'utf8');
  workbench = await Workbench.open(staged, folder);
  tap = new ViewTap(workbench);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await workbench.screenshot(`failed: ${task.name}`.replace(/\W+/gu, '-'));
});

afterAll(async () => {
  await workbench.close();
});

async function showAlignment(): Promise<void> {
  const isOpen = (await workbench.page.locator('iframe.webview.ready').count()) > 0;
  // A file opens where the focus is: not over the view.
  if (isOpen) await workbench.focusEditor();
  await workbench.openFile('billing.ts');
  await workbench.goTo({ line: 2, column: 6 });
  const { content } = await tap.after('showTranslation', () => workbench.runCommand('AlignLens: Show Alignment'));
  expect(content.sentences.map(({ source }) => source)).toEqual([first, second]);
}

async function click(selector: string): Promise<void> {
  await (await workbench.webview()).locator(selector).first().click();
  // The editor may hear of it later, and the view then takes the focus from whatever comes next; or not at all, where the
  // view has never noticed that it had lost it.
  const itsGroup = workbench.page.locator('.editor-group-container.active .tab.active').filter({ hasText: 'Alignment' });
  await itsGroup.waitFor({ timeout: 1000 }).catch(() => undefined);
}

/** Waits until just this part of the first sentence is selected in the document. */
async function expectSelected(start: number, end: number): Promise<void> {
  await workbench.waitForSelection(original, original.indexOf(first) + start, end - start);
  expect(await workbench.selectedText()).toBe(first.slice(start, end));
}

/** The document with another translation of the comment at its head. */
function documentWith(translation: string): string {
  const [segment] = findSegments(original, 'typescript');
  if (!segment) throw new Error('the sample has no comment');
  return original.slice(0, segment.range.start) + segment.write(translation) + original.slice(segment.range.end);
}

describe('the cursor', () => {
  test('is followed to its word in its sentence, over the lines of a comment', async () => {
    await showAlignment();
    await workbench.focusEditor();
    await workbench.goTo({ line: 3, column: 8 });
    const { sentence, offset } = await tap.newest('followCursor', 1);
    expect([sentence, offset]).toEqual([1, 'The '.length]);
    await workbench.page.keyboard.press('ArrowUp');
    await expect.poll(async () => (await tap.newest('followCursor', 2)).sentence).toBe(0);
    await workbench.screenshot('alignment-1-cursor');
  });

  test('is not followed where the view itself has put it, nor outside of the sentences', async () => {
    const before = await tap.count('followCursor');
    await click('.word.source[data-index="2"]');
    await expectSelected(first.indexOf('total'), first.indexOf('total') + 'total'.length);
    await workbench.goTo({ line: 11, column: 3 });
    await workbench.page.waitForTimeout(500);
    expect(await tap.count('followCursor')).toBe(before);
  });
});

describe('words of the view', () => {
  test.each(['ribbons', 'reading'])('a translated word in %s selects the source words that it is linked to, and nothing else', async (drawing) => {
    const [sentence] = (await tap.newest('showTranslation', 1)).content.sentences;
    if (!sentence) throw new Error('nothing is shown');
    await click('.sentence');
    await click(`[data-value="${drawing}"]`);
    let checked = 0;
    for (const index of sentence.targetTokens.keys()) {
      const linked = sentence.links.filter(({ target }) => target === index).map((link) => link.source).sort((a, b) => a - b);
      const [from, to] = [linked[0], linked.at(-1)];
      // Of words that do not stand together, only some are selected.
      if (from === undefined || to === undefined || to - from >= linked.length) continue;
      const [start, end] = [sentence.sourceTokens[from]!.start, sentence.sourceTokens[to]!.end];
      await click(`.word.target[data-index="${index}"]`);
      await expectSelected(start, end);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(5);
  });
});

describe('exports', () => {
  test('JSON holds what the command line prints', async () => {
    const [expected] = translateLines([`${first} ${second}`]);
    const view = await workbench.webview();
    await view.locator('#export-button').click();
    await view.locator('[data-export="json"][data-scope="all"]').click();
    const dialog = workbench.page.locator('.quick-input-widget');
    await expect.poll(() => dialog.locator('input').first().inputValue()).toMatch(/\/billing\.alignment\.json$/u);
    await workbench.screenshot('alignment-2-save');
    await workbench.acceptFileDialog();
    await workbench.page.locator('.statusbar').filter({ hasText: 'saved billing.alignment.json' }).waitFor();
    await workbench.openFile('billing.alignment.json');
    const { sentences } = JSON.parse(await workbench.documentText()) as AlignmentJson;
    expect(sentences.map(({ source }) => source)).toEqual([first, second]);
    expect(sentences.map(({ target }) => target).join('')).toBe(expected?.target);
    for (const evidence of ['alignment', 'attention'] as const) {
      let [row, column] = [0, 0];
      for (const { [evidence]: matrix, sourceTokens } of sentences) {
        for (const weights of matrix) {
          expect(weights).toEqual(expected?.[evidence][row]?.slice(column, column + sourceTokens.length));
          row += 1;
        }
        column += sourceTokens.length;
      }
      expect(row).toBe(expected?.targetTokens.length);
    }
    await workbench.page.keyboard.press('Control+W');
  });

  test('the view draws its matrix as PNG under its content policy', async () => {
    const view = await workbench.webview();
    await view.locator('#export-button').click();
    await view.locator('[data-export="png"]').click();
    const path = workbench.page.locator('.quick-input-widget input').first();
    // The picture is drawn before the editor asks where to put it.
    await expect.poll(() => path.inputValue(), { timeout: 60_000 }).toMatch(/\/billing\.alignment\.png$/u);
    await workbench.acceptFileDialog();
    await workbench.page.locator('.statusbar').filter({ hasText: 'saved billing.alignment.png' }).waitFor();
    await workbench.page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: 'billing.alignment.png' }).waitFor();
  });

  test('a table goes to the clipboard', async () => {
    await showAlignment();
    const view = await workbench.webview();
    await view.locator('#export-button').click();
    await view.locator('[data-export="markdown"]').click();
    await workbench.page.locator('.statusbar').filter({ hasText: 'Copied' }).waitFor();
    await workbench.focusEditor();
    expect(await workbench.page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\| {2}\| Calculates \| the \|/u);
  });
});

describe('another word', () => {
  let target = '';

  test('is chosen among the alternatives, and the rest is translated anew', async () => {
    await showAlignment();
    const { explanation } = await tap.after('showExplanation', () => click('[data-explain="toggle"]'));
    const [step] = explanation?.steps ?? [];
    const other = step?.alternatives.find(({ id }) => id !== step.id);
    if (!other) throw new Error('nothing to choose');
    await click('[data-step="0"]');
    const { sentence, content } = await tap.after('showSentence', () => click(`[data-alternative="${other.id}"]`));
    target = content.target;
    expect(sentence).toBe(0);
    expect(content.source).toBe(first);
    expect(target.startsWith(other.text.trim())).toBe(true);
    expect(content.targetTokens.map(({ start, end }) => target.slice(start, end))).toEqual(content.targetTokens.map(({ text }) => text));
    const view = await workbench.webview();
    expect(await view.locator('.sentence[aria-current] .translation').innerText()).toBe(target);
  });

  test('is applied with the rest of its comment; one undo takes it back', async () => {
    const [rest] = translateLines([second]);
    await click('[data-explain="apply"]');
    await workbench.focusEditor();
    expect(await workbench.waitForText((text) => text !== original)).toBe(documentWith(target + (rest?.target ?? '')));
    await workbench.goTo({ line: 2, column: 1 });
    await workbench.screenshot('alignment-3-applied');
    await workbench.page.keyboard.press('Control+Z');
    expect(await workbench.waitForText((text) => text === original)).toBe(original);
  });

  test('afterwards the view says that the text changed', async () => {
    await click('.word.source');
    await workbench.notification(/changed since it was read/u);
    await click('[data-explain="apply"]');
    await workbench.notification(/changed since it was read/u);
    await workbench.focusEditor();
    expect(await workbench.documentText()).toBe(original);
  });

  test('a hypothesis of the beam becomes the translation, by the keyboard', async () => {
    const { explanation } = await tap.after('showExplanation', showAlignment);
    const other = explanation?.hypotheses[1];
    if (!other) throw new Error('the beam found one hypothesis only');
    // What was clicked last has the keyboard, in this frame as on a page.
    await click('.origin');
    await (await workbench.webview()).locator('[data-hypothesis="1"]').focus();
    const { content } = await tap.after('showSentence', () => workbench.page.keyboard.press('Enter'));
    expect(content.target).toBe(other.text);
  });
});

test('no page failed', () => {
  expect(workbench.pageErrors).toEqual([]);
});
