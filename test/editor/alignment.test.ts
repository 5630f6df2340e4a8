/** The alignment view and the document in the real editor, with the files of the VSIX and the pack that ships. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PanelMessage, ViewMessage } from '../../engine/protocol/panelProtocol';
import type { Explanation } from '../../engine/protocol/result';
import { findSegments } from '../../engine/text';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import type { AlignmentJson } from '../../webview/export/json';
import { translateLines } from './cli';
import { createSampleFolder } from './sampleFolder';
import { Workbench } from './workbench';

const staged = join(root, 'test-results/staged-extension-alignment');
const folder = join(root, 'test-results/sample-folder-alignment');
const first = 'Calculates the total price of all items in the cart.';
const second = 'The discount is applied before the tax is added.';

let workbench: Workbench;
let original: string;

/** Runs before the view's script: what passes between it and the extension can be read, and sent, by the test. */
const wiretap = `
const acquire = acquireVsCodeApi;
globalThis.acquireVsCodeApi = () => (globalThis.testApi = acquire());
globalThis.testMessages = [];
addEventListener('message', ({ data }) => testMessages.push(data));
`;

declare global {
  interface Window {
    testApi: { postMessage(message: ViewMessage): void };
    testMessages: PanelMessage[];
  }
}

beforeAll(async () => {
  await stageExtension(staged);
  const script = join(staged, 'dist/webview.js');
  await writeFile(script, `${wiretap}${await readFile(script, 'utf8')}`);
  await createSampleFolder(folder);
  original = await readFile(join(folder, 'billing.ts'), 'utf8');
  workbench = await Workbench.open(staged, folder);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await workbench.screenshot(`failed: ${task.name}`.replace(/\W+/gu, '-'));
});

afterAll(async () => {
  await workbench.close();
});

async function showAlignment(): Promise<void> {
  const isOpen = (await workbench.page.locator('iframe.webview.ready').count()) > 0;
  const before = isOpen ? (await received('showTranslation')).length : 0;
  // A file opens where the focus is: not over the view.
  if (isOpen) await workbench.focusEditor();
  await workbench.openFile('billing.ts');
  await workbench.goTo({ line: 2, column: 6 });
  await workbench.runCommand('AlignLens: Show Alignment');
  const { content } = await newest('showTranslation', before + 1);
  expect(content.sentences.map(({ source }) => source)).toEqual([first, second]);
}

async function send(message: ViewMessage): Promise<void> {
  await (await workbench.webview()).evaluate((sent) => window.testApi.postMessage(sent), message);
}

/** Messages of a kind that the view has received, the newest last; numbers of matrices left out. */
async function received<K extends PanelMessage['kind']>(kind: K): Promise<Extract<PanelMessage, { kind: K }>[]> {
  const text = await (await workbench.webview()).evaluate(
    (wanted) => JSON.stringify(window.testMessages.filter((message) => message.kind === wanted), (_, value: unknown) => (value instanceof Float32Array ? [] : value)),
    kind,
  );
  return JSON.parse(text) as Extract<PanelMessage, { kind: K }>[];
}

async function newest<K extends PanelMessage['kind']>(kind: K, count: number): Promise<Extract<PanelMessage, { kind: K }>> {
  await expect.poll(async () => (await received(kind)).length, { timeout: 60_000 }).toBeGreaterThanOrEqual(count);
  return (await received(kind)).at(-1)!;
}

async function explained(sentence: number): Promise<Explanation> {
  const before = (await received('showExplanation')).length;
  await send({ kind: 'explain', sentence });
  const { explanation } = await newest('showExplanation', before + 1);
  if (!explanation) throw new Error('no explanation');
  return explanation;
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
    const { sentence, offset } = await newest('followCursor', 1);
    expect([sentence, offset]).toEqual([1, 'The '.length]);
    await workbench.page.keyboard.press('ArrowUp');
    await expect.poll(async () => (await newest('followCursor', 2)).sentence).toBe(0);
    await workbench.screenshot('alignment-1-cursor');
  });

  test('is not followed where the view itself has put it, nor outside of the sentences', async () => {
    const before = (await received('followCursor')).length;
    await send({ kind: 'revealSpan', sentence: 0, start: 15, end: 20 });
    await workbench.page.locator('[id="status.editor.selection"]').filter({ hasText: '5 selected' }).waitFor();
    await workbench.goTo({ line: 11, column: 3 });
    await workbench.page.waitForTimeout(500);
    expect(await received('followCursor')).toHaveLength(before);
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
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.statusbar').filter({ hasText: 'Saved billing.alignment.json' }).waitFor();
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
    await expect.poll(() => workbench.page.locator('.quick-input-widget input').first().inputValue()).toMatch(/\/billing\.alignment\.png$/u);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.statusbar').filter({ hasText: 'Saved billing.alignment.png' }).waitFor();
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

  test('is explained, chosen, and the rest is translated anew', async () => {
    await showAlignment();
    const explanation = await explained(0);
    const [step] = explanation.steps;
    const other = step?.alternatives.find(({ id }) => id !== step.id);
    if (!other) throw new Error('nothing to choose');
    await send({ kind: 'chooseAlternative', sentence: 0, step: 0, id: other.id });
    const { sentence, content } = await newest('showSentence', 1);
    target = content.target;
    expect(sentence).toBe(0);
    expect(content.source).toBe(first);
    expect(target.startsWith(other.text.trim())).toBe(true);
    expect(content.targetTokens.map(({ start, end }) => target.slice(start, end))).toEqual(content.targetTokens.map(({ text }) => text));
  });

  test('is applied with the rest of its comment; one undo takes it back', async () => {
    const [rest] = translateLines([second]);
    await send({ kind: 'applyTranslation', sentence: 0 });
    await workbench.focusEditor();
    expect(await workbench.waitForText((text) => text !== original)).toBe(documentWith(target + (rest?.target ?? '')));
    await workbench.goTo({ line: 2, column: 1 });
    await workbench.screenshot('alignment-3-applied');
    await workbench.page.keyboard.press('Control+Z');
    expect(await workbench.waitForText((text) => text === original)).toBe(original);
  });

  test('afterwards the view says that the text changed', async () => {
    await send({ kind: 'revealSpan', sentence: 0, start: 0, end: 5 });
    await workbench.notification(/changed since it was read/u);
    await send({ kind: 'applyTranslation', sentence: 0 });
    await workbench.notification(/changed since it was read/u);
    expect(await workbench.documentText()).toBe(original);
  });

  test('a hypothesis of the beam becomes the translation', async () => {
    await showAlignment();
    const [, other] = (await explained(0)).hypotheses;
    if (!other) throw new Error('the beam found one hypothesis only');
    await send({ kind: 'chooseHypothesis', sentence: 0, hypothesis: 1 });
    await expect.poll(async () => (await received('showSentence')).at(-1)?.content.target, { timeout: 60_000 }).toBe(other.text);
  });
});

test('no page failed', () => {
  expect(workbench.pageErrors).toEqual([]);
});
