/** Existing translations in the real editor: Align with…, the way back to the files, and the hover. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PanelContent } from '../../engine/protocol/panelProtocol';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { alignPairs } from './cli';
import { expectAligned, tapView, ViewTap } from './viewTap';
import { Workbench } from './workbench';

const staged = join(root, 'test-results/staged-extension-align');
const folder = join(root, 'test-results/sample-folder-align');
const command = 'AlignLens: Align with…';

const settings = ['Open the settings and select a language.', '打开设置并选择一种语言。'] as const;
const save = ['Save the file before you close the editor.', '在关闭编辑器之前保存文件。'] as const;
const started = ['Getting started', '入门'] as const;
const escaped = ['Click "Save" to store the file in the folder.\n', '单击"保存"将文件\t存储在文件夹中。\n'] as const;

const catalogue = `msgid ""
msgstr ""
"Language: zh_CN\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Click \\"Save\\" to store the file in the folder.\\n"
msgstr "单击\\"保存\\"将文件\\t存储在文件夹中。\\n"

msgid ""
"Open the settings "
"and select a language."
msgstr ""
"打开设置"
"并选择一种语言。"
`;

const files: Readonly<Record<string, string>> = {
  'pair.txt': `${settings.join('\n\n')}\n`,
  'english.txt': `${settings[0]}\n\n${save[0]}\n`,
  'chinese.txt': `${settings[1]}\n\n${save[1]}\n`,
  'zh.po': catalogue,
  'README.md': `# ${started[0]}\n\n${settings[0]}\n\n${save[0]}\n`,
  'README.zh.md': `# ${started[1]}\n\n${settings[1]}\n\n${save[1]}\n`,
  '.vscode/settings.json': JSON.stringify({
    'editor.minimap.enabled': false,
    'workbench.startupEditor': 'none',
    'files.autoSave': 'off',
    'alignlens.lint.enabled': 'off',
  }),
};

let workbench: Workbench;
let tap: ViewTap;

beforeAll(async () => {
  await stageExtension(staged);
  await tapView(staged);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, '.vscode'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  workbench = await Workbench.open(staged, folder);
  tap = new ViewTap(workbench);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await workbench.screenshot(`failed: ${task.name}`.replace(/\W+/gu, '-'));
});

afterAll(async () => {
  await workbench.close();
});

/** Runs the command, takes an entry of the list where there is one, and waits for what the view then shows. */
async function align(choice?: string): Promise<PanelContent> {
  const run = (): Promise<void> => (choice === undefined ? workbench.runCommand(command) : workbench.runCommandAndChoose(command, choice));
  return (await tap.after('showTranslation', run)).content;
}

async function click(selector: string): Promise<void> {
  await (await workbench.webview()).locator(selector).first().click();
}

async function closeAll(): Promise<void> {
  await workbench.runCommand('View: Close All Editors');
  await workbench.page.locator('iframe.webview').waitFor({ state: 'detached' });
}

/** Clicks every word of the source and checks that just that is selected in the file, which writes it as `written`. */
async function checkWords(content: PanelContent, file: string, from: number, written = (text: string): string => text): Promise<void> {
  await click('[data-value="reading"]');
  let searched = from;
  for (const [sentence, { sourceTokens }] of content.sentences.entries()) {
    if (content.sentences.length > 1) await click(`.sentence[data-sentence="${sentence}"]`);
    for (const [index, { text }] of sourceTokens.entries()) {
      const offset = file.indexOf(written(text), searched);
      await selects(() => click(`.word.source[data-index="${index}"]`), file, offset, written(text).length);
      searched = offset + written(text).length;
    }
  }
}

/** A click that meets the editor in the middle of a change of focus is made again, as its user would. */
async function selects(action: () => Promise<void>, file: string, offset: number, length: number): Promise<void> {
  await action();
  try {
    await workbench.waitForSelection(file, offset, length, 10_000);
  } catch {
    await action();
    await workbench.waitForSelection(file, offset, length);
  }
}

/** How a catalogue writes it. */
function inQuotes(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

describe('two selections in one editor', () => {
  /** Selects the line that begins with a text, with the mouse. */
  async function drag(beginning: string): Promise<void> {
    const box = await workbench.page.locator('.view-line > span').filter({ hasText: beginning }).boundingBox();
    if (!box) throw new Error(`no line begins with ${beginning}`);
    const { mouse } = workbench.page;
    const y = box.y + box.height / 2;
    await mouse.move(box.x + 1, y);
    await mouse.down();
    await mouse.move(box.x + box.width / 2, y, { steps: 3 });
    await mouse.move(box.x + box.width + 20, y, { steps: 3 });
    await mouse.up();
  }

  test.each([
    ['the source first', 'Open', '打开'],
    ['the translation first', '打开', 'Open'],
  ])('%s', async (_, first, second) => {
    await closeAll();
    await workbench.openFile('pair.txt');
    await drag(first);
    await workbench.page.keyboard.down('Alt');
    await drag(second);
    await workbench.page.keyboard.up('Alt');
    const content = await align();
    expectAligned(content, alignPairs([settings]));
    expect(content.appliesTo).toBe('target');
    await checkWords(content, files['pair.txt'] ?? '', 0);
    await workbench.screenshot('align-1-selections');
  });
});

describe('the editor beside', () => {
  test('the whole texts, paragraph by paragraph', async () => {
    await closeAll();
    await workbench.openFile('english.txt');
    await workbench.openFile('chinese.txt');
    await workbench.runCommand('View: Move Editor into Right Group');
    const content = await align('english.txt');
    expectAligned(content, alignPairs([settings, save]));
    expect(content.title).toBe('english.txt ↔ chinese.txt');
    await checkWords(content, files['english.txt'] ?? '', 0);
    await workbench.screenshot('align-2-beside');
  });
});

describe('a pair of Markdown files', () => {
  test('the paragraph at the cursor of the translation', async () => {
    await closeAll();
    await workbench.openFile('README.zh.md');
    await workbench.goTo({ line: 5, column: 3 });
    const content = await align('README.md');
    expectAligned(content, alignPairs([save]));
    // The source comes to the front by itself.
    const file = files['README.md'] ?? '';
    await checkWords(content, file, file.indexOf(save[0]));
  });

  test('all that is selected of the source', async () => {
    await closeAll();
    await workbench.openFile('README.md');
    await workbench.selectAll();
    const content = await align('README.zh.md');
    expectAligned(content, alignPairs([started, settings, save]));
    await checkWords(content, files['README.md'] ?? '', 0);
    await workbench.screenshot('align-3-readme');
  });
});

describe('a gettext catalogue', () => {
  test('the entry at the cursor, whose words are selected as the file writes them', async () => {
    await closeAll();
    await workbench.openFile('zh.po');
    await workbench.goTo({ line: 7, column: 14 });
    const content = await align('The translation in this file');
    expectAligned(content, alignPairs([[escaped[0].trim(), escaped[1].trim()]]));
    expect(content.sentences.map(({ source, target }) => [source.trim(), target.trim()])).toEqual([escaped.map((text) => text.trim())]);
    await checkWords(content, catalogue, catalogue.indexOf('Click'), inQuotes);
    await workbench.screenshot('align-4-catalogue');
  });

  test('another hypothesis replaces the old translation, with escapes; one undo brings it back', async () => {
    const { explanation } = await tap.after('showExplanation', () => click('[data-explain="toggle"]'));
    const other = explanation?.hypotheses.findIndex(({ text }) => text.trim() !== escaped[1].trim()) ?? -1;
    const { content } = await tap.after('showSentence', () => click(`[data-hypothesis="${other}"]`));
    expect(content.target).toBe(explanation?.hypotheses[other]?.text);
    const apply = (await workbench.webview()).locator('[data-explain="apply"]');
    expect(await apply.innerText()).toBe('Replace the old translation');
    await apply.click();
    await workbench.focusEditor();
    const expected = catalogue.replace(inQuotes(escaped[1]), () => inQuotes(`${content.target}\n`));
    expect(await workbench.waitForText((text) => text !== catalogue)).toBe(expected);
    await workbench.goTo({ line: 7, column: 10 });
    await workbench.screenshot('align-5-replaced');
    await workbench.page.keyboard.press('Control+Z');
    expect(await workbench.waitForText((text) => text === catalogue)).toBe(catalogue);
  });

  test('strings over several lines', async () => {
    await closeAll();
    await workbench.openFile('zh.po');
    await workbench.goTo({ line: 13, column: 4 });
    const content = await align('The translation in this file');
    expectAligned(content, alignPairs([settings]));
    await checkWords(content, catalogue, catalogue.indexOf('Open'), inQuotes);
  });

  test('hovering a translation shows its source, and the way to the view', async () => {
    await closeAll();
    await workbench.openFile('zh.po');
    await workbench.goTo({ line: 14, column: 4 });
    const hover = await workbench.hover('Show alignment');
    expect(await hover.innerText()).toContain(settings[0]);
    await workbench.screenshot('align-6-hover');
    const { content } = await tap.after('showTranslation', () => hover.getByText('Show alignment').first().click());
    expectAligned(content, alignPairs([settings]));
  });
});

// The last one: the document with the clipboard's text would ask to be saved before it is closed.
describe('the clipboard', () => {
  test('holds the translation of what is selected', async () => {
    await closeAll();
    await workbench.openFile('english.txt');
    await workbench.goTo({ line: 3, column: 1 });
    await workbench.page.keyboard.press('Shift+End');
    await workbench.page.evaluate((text) => navigator.clipboard.writeText(text), save[1]);
    const content = await align('Clipboard');
    expectAligned(content, alignPairs([save]));
    await checkWords(content, files['english.txt'] ?? '', settings[0].length);
  });
});

test('no page failed', () => {
  expect(workbench.pageErrors).toEqual([]);
});
