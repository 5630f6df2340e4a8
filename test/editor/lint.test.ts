/** The translation check in the real editor: diagnostics, quick fixes and commands, with the pack that ships. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { Workbench } from './workbench';

const staged = join(root, 'test-results/staged-extension-lint');
const folder = join(root, 'test-results/sample-folder-lint');

const catalogue = `msgid ""
msgstr ""
"Language: zh_CN\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#, c-format
msgid "The file \\"%s\\" could not be opened.\\n"
msgstr "无法打开文件。\\n"

#, c-format
msgid "At most %d files can be opened."
msgstr "最多可以打开 %d 个文件。"

msgid "The limit is 500 files."
msgstr "限制为 600 个文件。"

msgid "Close the window"
msgstr ""
`;

const files: Readonly<Record<string, string>> = {
  'zh.po': catalogue,
  'README.md': `# Getting started

Open the settings and select a language. The application has to be restarted before the new language is used.

Save the file before you close the editor.
`,
  'README.zh.md': `# 入门

打开设置并选择一种语言。

在关闭编辑器之前保存文件。
`,
  'menu.json': '{\n  "open": "Open {name}",\n  "limit": "At most 500 files",\n  "quit": "Leave the program"\n}\n',
  'menu-chinese.json': '{\n  "open": "\\u6253\\u5f00 {nam\\u0065s}",\n  "limit": "最多 600 个文件"\n}\n',
  'terms.tsv': '# term\ttranslation\nsettings\t首选项\n',
  'notes.md': 'Open the file.\n',
  'broken.po': 'msgid "Open"\n\nmsgstr Open\n',
  '.vscode/settings.json': JSON.stringify({
    'editor.minimap.enabled': false,
    'workbench.startupEditor': 'none',
    'files.autoSave': 'off',
    'alignlens.lint.pairs': ['{name}.json ↔ {name}-chinese.json'],
    'alignlens.lint.glossary': 'terms.tsv',
    '[markdown]': { 'alignlens.lint.enabled': 'onType' },
    '[json]': { 'alignlens.lint.enabled': 'off' },
  }),
};

let workbench: Workbench;

beforeAll(async () => {
  await stageExtension(staged);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, '.vscode'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  workbench = await Workbench.open(staged, folder);
  await workbench.runCommand('Problems: Focus on Problems View');
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await workbench.screenshot(`failed: ${task.name}`.replace(/\W+/gu, '-'));
});

afterAll(async () => {
  await workbench.close();
});

/** A line of the Problems panel. */
function problem(text: string | RegExp): Locator {
  return workbench.page.locator('.markers-panel .monaco-list-row').filter({ hasText: text }).first();
}

/** Takes a quick fix at the cursor by the keyboard: the menu's backdrop would catch clicks. */
async function quickFix(title: string): Promise<void> {
  const action = workbench.page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title }).first();
  // A check that is under way may have the finding a moment later.
  const offered = async (): Promise<boolean> => {
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+.');
    return action.waitFor({ timeout: 2000 }).then(() => true, () => false);
  };
  await expect.poll(offered, { timeout: 60_000 }).toBe(true);
  const chosen = workbench.page.locator('.action-widget .monaco-list-row.focused').filter({ hasText: title });
  for (let presses = 0; presses < 10 && (await chosen.count()) === 0; presses++) await workbench.page.keyboard.press('ArrowDown');
  await workbench.page.keyboard.press('Enter');
  await chosen.waitFor({ state: 'detached' });
}

describe('a gettext catalogue', () => {
  test('shows what is wrong as soon as it is opened', async () => {
    await workbench.openFile('zh.po');
    await problem('The placeholder %s is missing').waitFor();
    await problem('600').waitFor();
    await problem('“Close the window” has no translation').waitFor();
    expect(await workbench.page.locator('.editor-instance .squiggly-warning').count()).toBeGreaterThan(0);
    expect(await problem('The placeholder %s is missing').innerText()).toMatch(/AlignLens\s*placeholders/u);
    await workbench.screenshot('lint-1-catalogue');
  });

  test('a quick fix inserts the placeholder with one undo step, and the finding goes and comes with it', async () => {
    await workbench.goTo({ line: 8, column: 12 });
    await quickFix('Insert %s');
    await problem('The placeholder %s is missing').waitFor({ state: 'detached' });
    await workbench.screenshot('lint-2-fixed');
    const fixed = await workbench.documentText();
    expect(fixed).toBe(catalogue.replace('无法打开文件', '无法打开文件%s'));
    await workbench.page.keyboard.press('Control+Z');
    expect(await workbench.waitForText((text) => text === catalogue)).toBe(catalogue);
    await problem('The placeholder %s is missing').waitFor();
  });

  test('an edit of the text takes its finding away until the file is saved', async () => {
    await workbench.goTo({ line: 15, column: 9 });
    await workbench.page.keyboard.type('总');
    await problem('600').waitFor({ state: 'detached' });
    // Another finding is where it was.
    await problem('The placeholder %s is missing').waitFor();
    await workbench.page.keyboard.press('Control+S');
    await problem('600').waitFor();
    await workbench.page.keyboard.press('Control+Z');
    await workbench.page.keyboard.press('Control+S');
  });

  test('the fix of a number writes the number', async () => {
    await workbench.goTo({ line: 15, column: 15 });
    await quickFix('Replace 600 with 500');
    expect(await workbench.waitForText((text) => !text.includes('600'))).toContain('限制为 500 个文件');
    await workbench.page.keyboard.press('Control+Z');
    expect(await workbench.waitForText((text) => text === catalogue)).toBe(catalogue);
  });

  test('Check Translation tells how many findings there are', async () => {
    await workbench.runCommand('AlignLens: Check Translation');
    const told = workbench.page.locator('.notification-list-item-message').filter({ hasText: /findings in zh\.po\. Texts checked: 4\./u });
    await told.waitFor();
    const count = /(\d+) findings/u.exec(await told.innerText())?.[1];
    // The panel draws its badge a little after the message.
    await expect.poll(() => problem('zh.po').locator('.monaco-count-badge').innerText()).toBe(count);
    await workbench.notification(/findings in zh\.po/u);
  });

  test('Show alignment opens the view', async () => {
    await workbench.goTo({ line: 8, column: 12 });
    await quickFix('Show alignment');
    const view = await workbench.webview();
    await expect.poll(() => view.locator('body').innerText(), { timeout: 60_000 }).toContain('could not be opened');
    await workbench.runCommand('View: Close All Editors');
  });
});

describe('a pair of Markdown files', () => {
  test('an omitted sentence is information, at the translation, with the way to the source', async () => {
    await workbench.openFile('README.zh.md');
    const found = problem('seems to have no counterpart in the translation');
    await found.waitFor();
    expect(await found.locator('.codicon-info').count()).toBe(1);
    await workbench.goTo({ line: 3, column: 4 });
    await workbench.screenshot('lint-3-omission');
    await expect.poll(() => workbench.page.locator('.editor-instance .squiggly-info').count()).toBeGreaterThan(0);
    // The source's words are the line below, and lead to them.
    await problem(/Source: “.*restarted/u).dblclick();
    await workbench.page.locator('.tab.active[data-resource-name="README.md"]').waitFor();
  });

  test('terms are those of the glossary, and checks follow the typing where the settings say so', async () => {
    await workbench.openFile('README.zh.md');
    const term = problem('The glossary has “首选项” for “settings”');
    await term.waitFor();
    await workbench.goTo({ line: 3, column: 1 });
    await workbench.page.keyboard.type('在首选项中');
    await term.waitFor({ state: 'detached' });
    await workbench.page.keyboard.type('的 3 ');
    await problem('The number 3 is not in the source').waitFor();
    await workbench.runCommand('File: Revert File');
  });

  test('the other file is named when there is none', async () => {
    await workbench.openFile('notes.md');
    await workbench.runCommand('AlignLens: Check Translation');
    await workbench.notification(/notes\.md has no counterpart \(looked for: notes\.zh\.md, notes_zh\.md, notes-zh\.md\)/u);
  });

  test('a file that does not follow its format', async () => {
    await workbench.openFile('broken.po');
    await workbench.runCommand('AlignLens: Check Translation');
    await workbench.notification(/broken\.po cannot be checked: line 3/u);
  });
});

describe('a pair of JSON files that the settings name', () => {
  const translation = files['menu-chinese.json'] ?? '';

  test('is checked when asked only, where the settings say so', async () => {
    await workbench.openFile('menu-chinese.json');
    await workbench.page.waitForTimeout(1000);
    expect(await problem('menu-chinese.json').count()).toBe(0);
    await workbench.runCommand('AlignLens: Check Translation');
    await workbench.notification(/findings in menu-chinese\.json\. Texts checked: 3\./u);
    await problem('The translation has {names} where the source has {name}').waitFor();
    await problem('“Leave the program” has no translation').waitFor();
  });

  test('a fix replaces what is written with escapes', async () => {
    await workbench.goTo({ line: 2, column: 27 });
    await quickFix('Replace {names} with {name}');
    const fixed = translation.replace('{nam\\u0065s}', '{name}');
    expect(await workbench.waitForText((text) => text === fixed)).toBe(fixed);
    await problem('{names}').waitFor({ state: 'detached' });
    await workbench.screenshot('lint-5-json');
    await workbench.page.keyboard.press('Control+Z');
    expect(await workbench.waitForText((text) => text === translation)).toBe(translation);
  });
});

describe('settings and clearing', () => {
  test('a rule is ignored from the quick fixes', async () => {
    await workbench.openFile('zh.po');
    await problem('600').waitFor();
    await workbench.goTo({ line: 15, column: 15 });
    await quickFix('Ignore the rule “numbers”');
    await problem('600').waitFor({ state: 'detached' });
    await problem('The placeholder %s is missing').waitFor();
    await workbench.screenshot('lint-4-ignored');
  });

  test('Clear Translation Findings empties the panel', async () => {
    await workbench.runCommand('AlignLens: Clear Translation Findings');
    await problem('AlignLens').waitFor({ state: 'detached' });
  });
});

test('no page failed', () => {
  expect(workbench.pageErrors).toEqual([]);
});
