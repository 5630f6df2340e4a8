/** The main job in the real editor, with the files of the VSIX and the pack that ships. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findSegments } from '../../engine/text';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { visibleWeight } from '../../webview/evidence';
import { translateLines } from './cli';
import { createSampleFolder } from './sampleFolder';
import { Workbench } from './workbench';

const staged = join(root, 'test-results/staged-extension');
const folder = join(root, 'test-results/sample-folder');
const comment = 'Skip the items that are no longer available.';

let workbench: Workbench;

beforeAll(async () => {
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

/** The document after each segment of the whole text was replaced by the command line's translation. */
function translated(text: string, start: number, end: number, languageId: string): string {
  const segments = findSegments(text, languageId, { start, end });
  const translations = translateLines(segments.map((segment) => segment.text));
  const parts: string[] = [];
  let from = 0;
  segments.forEach((segment, index) => {
    parts.push(text.slice(from, segment.range.start), segment.write(translations[index]?.target ?? ''));
    from = segment.range.end;
  });
  return parts.join('') + text.slice(from);
}

describe('translating a selection', () => {
  test('replaces a wrapped comment by what the command line prints; one undo brings it back', async () => {
    const original = await readFile(join(folder, 'billing.ts'), 'utf8');
    const lines = original.split('\n');
    const start = lines.slice(0, 1).join('\n').length + 1;
    const end = lines.slice(0, 3).join('\n').length;
    await workbench.openFile('billing.ts');
    await workbench.goTo({ line: 2, column: 1 });
    await workbench.page.keyboard.press('Shift+ArrowDown');
    await workbench.page.keyboard.press('Shift+End');
    await workbench.screenshot('1-selected');
    await workbench.runCommand('AlignLens: Translate Selection');
    expect(await workbench.waitForText((text) => text !== original)).toBe(translated(original, start, end, 'typescript'));
    await workbench.screenshot('2-translated');
    await workbench.page.keyboard.press('Control+Z');
    expect(await workbench.waitForText((text) => text === original)).toBe(original);
  });

  test('translates a whole Markdown page and keeps its markup', async () => {
    const original = await readFile(join(folder, 'guide.md'), 'utf8');
    await workbench.openFile('guide.md');
    await workbench.selectAll();
    await workbench.runCommand('AlignLens: Translate Selection');
    const expected = translated(original, 0, original.length, 'markdown');
    expect(await workbench.waitForText((text) => text !== original)).toBe(expected);
    await workbench.screenshot('3-markdown');
    await workbench.page.keyboard.press('Control+Z');
    expect(await workbench.waitForText((text) => text === original)).toBe(original);
  });

  test('translates several selections in one undo step', async () => {
    const original = await readFile(join(folder, 'code.ts'), 'utf8');
    const [expected] = translateLines(['Close the file.']);
    await workbench.openFile('code.ts');
    await workbench.goTo({ line: 3, column: 4 });
    await workbench.page.keyboard.press('Shift+End');
    await workbench.page.keyboard.press('Control+Shift+L');
    await workbench.runCommand('AlignLens: Translate Selection');
    const replaced = original.replaceAll('Close the file.', expected?.target ?? '');
    expect(await workbench.waitForText((text) => text !== original)).toBe(replaced);
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+Z');
    expect(await workbench.waitForText((text) => text === original)).toBe(original);
  });
});

describe('the hover', () => {
  test('shows translation, alignment and a link to the view', async () => {
    const [expected] = translateLines([comment]);
    await workbench.openFile('billing.ts');
    await workbench.goTo({ line: 9, column: 10 });
    await workbench.runCommand('Show or Focus Hover');
    const hover = workbench.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: 'Show alignment' });
    await hover.first().waitFor();
    expect(await hover.first().innerText()).toContain(expected?.target);
    const picture = hover.locator('img[alt="Alignment"]').first();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(50);
    await workbench.screenshot('4-hover');
    await workbench.screenshot('hover', hover.first());
    await hover.getByText('Show alignment').first().click();
    await (await workbench.webview()).locator('.drawing').waitFor();
    await workbench.screenshot('5-alignment-from-hover');
  });
});

describe('the alignment view', () => {
  test('draws the matrix of the engine', async () => {
    const [expected] = translateLines([comment]);
    const view = await workbench.webview();
    for (const evidence of ['attention', 'alignment'] as const) {
      await view.locator('[data-value="matrix"]').click();
      await view.locator(`[data-value="${evidence}"]`).click();
      // The table behind the canvas: what is drawn of each row, strongest first.
      const drawn = await view.locator('.matrix .words tbody tr').evaluateAll((rows) =>
        rows.map((row) =>
          [...row.querySelectorAll('[data-source]')].map((cell) => [Number(cell.getAttribute('data-source')), cell.getAttribute('data-weight')]),
        ),
      );
      const rows = expected?.[evidence].map((row) =>
        row.flatMap((weight, source) => (weight < visibleWeight ? [] : [{ source, weight }])).sort((a, b) => b.weight - a.weight),
      );
      expect(drawn).toEqual(rows?.map((row) => row.map(({ source, weight }) => [source, weight.toFixed(4)])));
    }
    await workbench.screenshot('6-matrix');
  });

  test('highlights the partners of a word under the pointer and of a focused word', async () => {
    const view = await workbench.webview();
    await view.locator('[data-value="ribbons"]').click();
    await view.locator('.word.target').first().hover();
    await view.locator('.word.source.partner').first().waitFor();
    expect(await view.locator('#readout').textContent()).toMatch(/%/u);
    await workbench.screenshot('7-partners');
    // The keyboard belongs to the frame that was clicked last.
    await view.locator('.origin').click();
    await view.locator('.word.source').first().focus();
    // Beside the editor the words stand in columns.
    await view.locator('.drawing.columns').waitFor();
    await workbench.page.keyboard.press('ArrowDown');
    expect(await view.locator('.word.source.active').getAttribute('data-index')).toBe('1');
    await workbench.page.keyboard.press('ArrowUp');
    await workbench.page.keyboard.press('ArrowRight');
    expect(await view.locator('.word.target.active').getAttribute('data-index')).toBe('0');
  });

  test('follows the theme', async () => {
    const view = await workbench.webview();
    const colour = (): Promise<string> => view.locator('.word .label').first().evaluate((label) => getComputedStyle(label).fill);
    const before = await colour();
    await workbench.runCommand('Preferences: Toggle between Light/Dark Themes');
    await expect.poll(colour, { timeout: 20_000 }).not.toBe(before);
    await workbench.screenshot('8-other-theme');
  });

  test('shows a clicked source word in the editor', async () => {
    const view = await workbench.webview();
    await view.locator('.word.source[data-index="2"]').click();
    await workbench.page.locator('.selected-text').first().waitFor();
    await workbench.focusEditor();
    await workbench.page.locator('[id="status.editor.selection"]').filter({ hasText: '5 selected' }).waitFor();
  });
});

describe('bad input gets one clear message and changes nothing', () => {
  async function translateAll(file: string, message: RegExp): Promise<void> {
    const original = await readFile(join(folder, file), 'utf8');
    await workbench.openFile(file);
    await workbench.selectAll();
    await workbench.runCommand('AlignLens: Translate Selection');
    await workbench.notification(message);
    await workbench.openFile(file);
    expect(await workbench.documentText()).toBe(original);
  }

  test('nothing selected, and no comment at the cursor', async () => {
    await workbench.openFile('code.ts');
    await workbench.goTo({ line: 1, column: 1 });
    await workbench.runCommand('AlignLens: Translate Selection');
    await workbench.notification(/no comment or paragraph at the cursor/u);
  });

  test('selection over the limit', () => translateAll('text.limit', /limit is 10/u));
  test('read-only document', () => translateAll('readonly.md', /read-only/u));
  test('unknown language pair', () => translateAll('text.french', /en → fr.*Available: en → zh/u));
  test('damaged pack', () => translateAll('text.damaged', /lexicon\.bin/u));
  test('missing pack', () => translateAll('text.missing', /no-such-pack/u));

  test('cancelling', async () => {
    const original = await readFile(join(folder, 'long.md'), 'utf8');
    await workbench.openFile('long.md');
    await workbench.selectAll();
    await workbench.runCommand('AlignLens: Translate Selection');
    await workbench.status().filter({ hasText: 'Translating' }).waitFor();
    await workbench.page.locator('.notification-list-item').filter({ hasText: 'translating the selection' }).waitFor();
    await workbench.screenshot('9-progress');
    await workbench.status().click();
    await workbench.page.locator('.statusbar').filter({ hasText: 'cancelled' }).waitFor();
    await workbench.waitUntilIdle();
    await workbench.openFile('long.md');
    expect(await workbench.documentText()).toBe(original);
  });

  test('text changed while it is translated', async () => {
    const original = await readFile(join(folder, 'long.md'), 'utf8');
    await workbench.openFile('long.md');
    await workbench.selectAll();
    await workbench.runCommand('AlignLens: Translate Selection');
    await workbench.status().filter({ hasText: 'Translating' }).waitFor();
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('!');
    await workbench.notification(/long\.md changed while/u);
    await workbench.openFile('long.md');
    expect(await workbench.documentText()).toBe(`${original}!`);
  });
});

describe('a crash of the engine', () => {
  const throwOnTranslate = `({ method }) => { if (method === 'translate') throw new Error('provoked crash'); }`;
  /** One is used in the browser, the other in Node. */
  const crashes = {
    'worker.browser.js': `self.addEventListener('message', ({ data }) => (${throwOnTranslate})(data));`,
    'worker.node.js': `require('node:worker_threads').parentPort.on('message', ${throwOnTranslate});`,
  };

  test('is reported, changes nothing, and the next run starts anew', async () => {
    const original = await readFile(join(folder, 'code.ts'), 'utf8');
    for (const [name, crash] of Object.entries(crashes)) {
      const healthy = await readFile(join(root, 'dist', name), 'utf8');
      await writeFile(join(staged, 'dist', name), `${crash}\n${healthy}`);
    }
    try {
      await workbench.reload();
      await workbench.openFile('code.ts');
      await workbench.selectAll();
      await workbench.runCommand('AlignLens: Translate Selection');
      await workbench.notification(/stopped unexpectedly/u);
    } finally {
      for (const name of Object.keys(crashes)) await cp(join(root, 'dist', name), join(staged, 'dist', name));
    }
    await workbench.openFile('code.ts');
    expect(await workbench.documentText()).toBe(original);
    await workbench.runCommand('AlignLens: Translate Selection');
    const expected = translated(original, 0, original.length, 'typescript');
    expect(await workbench.waitForText((text) => text !== original)).toBe(expected);
  });
});

describe('offline', () => {
  test('nothing asked for an address outside this machine', async () => {
    expect(workbench.requests.length).toBeGreaterThan(50);
    expect(await workbench.outsideRequests()).toEqual([]);
  });

  test('no page failed', () => {
    expect(workbench.pageErrors).toEqual([]);
  });
});
