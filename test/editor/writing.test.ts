/** The commands that write translations, in the real editor with the pack that ships. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { spelled } from '../spelled';
import { translateLines } from './cli';
import { Workbench } from './workbench';

const staged = join(root, 'test-results/staged-extension-writing');
const folder = join(root, 'test-results/sample-folder-writing');

const catalogue = `msgid ""
msgstr ""
"Language: zh_CN\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

#, c-format
msgid "Open the file %s"
msgstr ""

msgid "Close the window"
msgstr "关闭窗口"

#, c-format
msgid "%d file was found"
msgid_plural "%d files were found"
msgstr[0] ""
`;

const files: Readonly<Record<string, string>> = {
  'code.py': '# Close the file.\nuser_name = 1\nuser_id = 2\nlast_login = 3\n\n# Open the window.\n用户登录次数 = 0\n',
  'guide.md': '---\ntitle: Guide\n---\n\n# Open the file\n\nSave the file before you close the [editor](https://example.org).\n\n```sh\nnpm install\n```\n',
  'zh.po': catalogue,
  'broken.json': '{\n  "open": "Open the file",\n  "close" "Close the file"\n}\n',
  'i18n/en.json': '{\n  "open": "Open the file",\n  "count": "{count} files were found"\n}\n',
  'i18n/app.properties': 'title=Open the window\n',
  // Long enough that there is time to cancel.
  'long.md': Array.from({ length: 240 }, (_, index) => `The server returns error ${spelled(index + 1)} when the file cannot be opened.\n`).join('\n'),
  '.vscode/settings.json': JSON.stringify({
    'editor.minimap.enabled': false,
    'workbench.startupEditor': 'none',
    'files.autoSave': 'off',
    'alignlens.targetLanguage': 'zh',
    'alignlens.lint.enabled': 'off',
    'alignlens.hover.enabled': false,
  }),
};

let workbench: Workbench;

beforeAll(async () => {
  await stageExtension(staged);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, '.vscode'), { recursive: true });
  await mkdir(join(folder, 'i18n'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  workbench = await Workbench.open(staged, folder);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await workbench.screenshot(`failed: ${task.name}`.replace(/\W+/gu, '-'));
});

afterAll(async () => {
  await workbench.close();
});

function notificationButton(label: string) {
  return workbench.page.locator('.notifications-toasts .monaco-button').filter({ hasText: label }).first();
}

describe('comments', () => {
  test('translations go below at every cursor; one undo takes them back', async () => {
    const original = files['code.py']!;
    const [close, open] = translateLines(['Close the file.', 'Open the window.']);
    await workbench.openFile('code.py');
    await workbench.goTo({ line: 1, column: 3 });
    // The second place of the word, in the other comment, becomes a second selection.
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('Shift+ArrowLeft');
    await workbench.page.keyboard.press('Control+Shift+L');
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('Alt+I');
    const below = original
      .replace('# Close the file.\n', `# Close the file.\n# ${close!.target}\n`)
      .replace('# Open the window.\n', `# Open the window.\n# ${open!.target}\n`);
    expect(await workbench.waitForText((text) => text !== original)).toBe(below);
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('Control+Z');
    expect(await workbench.waitForText((text) => text === original)).toBe(original);
    await workbench.goTo({ line: 6, column: 5 });
    await workbench.runCommand('AlignLens: Translate Selection');
    expect(await workbench.waitForText((text) => text !== original)).toBe(original.replace('Open the window.', open!.target));
    await workbench.page.keyboard.press('Control+Z');
    expect(await workbench.waitForText((text) => text === original)).toBe(original);
  });

  test('the menu of refactorings translates the comment at the cursor; its translation is copied', async () => {
    const original = files['code.py']!;
    const [close] = translateLines(['Close the file.']);
    await workbench.goTo({ line: 1, column: 5 });
    await workbench.page.keyboard.press('Control+Shift+R');
    const action = workbench.page.locator('.action-widget .monaco-list-row').filter({ hasText: 'Translate “Close the file.”' });
    await action.waitFor();
    await workbench.page.locator('.action-widget .monaco-list-row').filter({ hasText: 'Insert translation below “Close the file.”' }).waitFor();
    await workbench.screenshot('writing-8-actions');
    await workbench.page.keyboard.press('Enter');
    expect(await workbench.waitForText((text) => text !== original)).toBe(original.replace('Close the file.', close!.target));
    await workbench.page.keyboard.press('Control+Z');
    expect(await workbench.waitForText((text) => text === original)).toBe(original);
    await workbench.goTo({ line: 1, column: 5 });
    await workbench.runCommand('AlignLens: Copy Translation');
    const copied = (): Promise<string> => workbench.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied, { timeout: 60_000 }).toBe(close!.target);
    expect(await workbench.documentText()).toBe(original);
  });

  test('all of a file are shown as a comparison, and discarded without a trace', async () => {
    await workbench.goTo({ line: 1, column: 1 });
    await workbench.runCommand('AlignLens: Translate All Comments');
    await notificationButton('Discard').waitFor();
    await workbench.page.locator('.monaco-diff-editor .modified').getByText('关闭').first().waitFor();
    await workbench.screenshot('writing-1-comments');
    await notificationButton('Discard').click();
    await workbench.page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
    expect(await workbench.documentText()).toBe(files['code.py']);
  });

  test('words become an English name in the style of the file', async () => {
    await workbench.goTo({ line: 7, column: 3 });
    await workbench.page.keyboard.press('F1');
    const input = workbench.page.locator('.quick-input-widget input').first();
    await input.fill('>AlignLens: Translate and Name');
    await workbench.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: 'Translate and Name' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    const first = workbench.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: 'snake_case' });
    await first.waitFor();
    await workbench.screenshot('writing-2-names');
    await workbench.page.keyboard.press('Enter');
    const text = await workbench.waitForText((now) => now !== files['code.py']);
    expect(text).toMatch(/\n[a-z]+(?:_[a-z]+)* = 0\n$/u);
    await workbench.page.keyboard.press('Control+Z');
  });

  test('a translation opens beside, with the code as it is', async () => {
    await workbench.openFile('code.py');
    await workbench.goTo({ line: 1, column: 1 });
    await workbench.runCommand('AlignLens: Open Translation Beside');
    const beside = workbench.page.locator('.editor-instance').nth(1);
    await beside.getByText('用户登录次数').first().waitFor();
    await workbench.screenshot('writing-7-beside');
    expect(await beside.locator('.view-lines').innerText()).not.toContain('Close');
    await workbench.runCommand('View: Close All Editors in Group');
  });
});

describe('files', () => {
  test('a Markdown page becomes a page beside it, once the comparison was accepted', async () => {
    await workbench.openFile('guide.md');
    await workbench.runCommand('AlignLens: Translate File');
    await workbench.page.locator('.monaco-diff-editor .modified').getByText('title: Guide').first().waitFor();
    await workbench.screenshot('writing-3-page');
    await workbench.page.locator('.editor-actions a[aria-label*="Accept Translation"]').first().click();
    await workbench.page.locator('.tab.active[data-resource-name="guide.zh.md"]').waitFor();
    const text = await workbench.waitForText((now) => now.includes('npm install'));
    expect(text).toMatch(/^---\ntitle: Guide\n---\n\n# \p{Script=Han}[^\n]*\n\n[^\n]*\]\(https:\/\/example\.org\)[^\n]*\n\n```sh\nnpm install\n```\n$/u);
    // The question stands there though the comparison's button has answered it.
    await notificationButton('Discard').click();
    await workbench.notification(/was accepted already and is written/u);
    expect(await workbench.documentText()).toBe(text);
  });

  test('a catalogue is filled in one step; what changed meanwhile is not overwritten', async () => {
    await workbench.openFile('zh.po');
    await workbench.runCommand('AlignLens: Translate File');
    await notificationButton('Accept').waitFor();
    await workbench.screenshot('writing-4-catalogue');
    await notificationButton('Accept').click();
    await workbench.page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
    const filled = await workbench.waitForText((now) => now !== catalogue);
    expect(filled).toMatch(/#, fuzzy, c-format\nmsgid "Open the file %s"\nmsgstr "[^"]*%s[^"]*"\n/u);
    expect(filled).toContain('msgstr "关闭窗口"');
    expect(filled).toMatch(/msgstr\[0\] "[^"]*%d[^"]*\p{Script=Han}[^"]*"\n$/u);
    await workbench.page.keyboard.press('Control+Z');
    expect(await workbench.waitForText((now) => now === catalogue)).toBe(catalogue);
    await workbench.runCommand('AlignLens: Translate File');
    await notificationButton('Accept').waitFor();
    await workbench.openFile('zh.po');
    await workbench.goTo({ line: 1, column: 1 });
    await workbench.page.keyboard.type('# mine\n');
    await notificationButton('Accept').click();
    await workbench.notification(/zh\.po changed since the translation was made/u);
    expect(await workbench.documentText()).toBe(`# mine\n${catalogue}`);
  });

  test('a mistake is said with its line', async () => {
    await workbench.openFile('broken.json');
    await workbench.runCommand('AlignLens: Translate File');
    await workbench.notification(/mistake in line 3 of broken\.json/u);
  });
});

test('a folder is translated once, with a report', async () => {
  await workbench.runCommandAndChoose('AlignLens: Translate Folder', 'zh');
  const list = workbench.page.locator('.quick-input-list');
  await list.getByText('i18n/en.json').first().waitFor();
  // Neither the translation of guide.md nor a JSON file that names no language.
  expect(await list.locator('.monaco-list-row').count()).toBe(4);
  await list.locator('.monaco-list-row').filter({ hasText: 'long.md' }).locator('.monaco-checkbox, input[type=checkbox]').first().click();
  await workbench.page.locator('.quick-input-widget').getByText('3 Selected').waitFor();
  await workbench.screenshot('writing-5-folder');
  // The checkbox that was clicked has the focus, and would take the key for Enter.
  await workbench.page.locator('.quick-input-widget .monaco-button').filter({ hasText: 'OK' }).first().click();
  await workbench.page.locator('.editor-instance').getByText('Translation report').first().waitFor();
  await workbench.screenshot('writing-6-report');
  await workbench.page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: 'i18n' }).first().click();
  await workbench.openFile('zh.json');
  const json = await workbench.documentText();
  expect(Object.keys(JSON.parse(json) as object)).toEqual(['open', 'count']);
  expect(json).toMatch(/"open": "\p{Script=Han}+",\n {2}"count": "[^"]*\{count\}[^"]*\p{Script=Han}/u);
  await workbench.openFile('app_zh.properties');
  expect(await workbench.documentText()).toMatch(/^title=(?:\\u[0-9a-f]{4})+\n$/u);
});

test('a folder that is cancelled is reported as not done, and goes on where it ended', async () => {
  const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
  await workbench.runCommandAndChoose('AlignLens: Translate Folder', 'zh');
  await rows.filter({ hasText: 'long.md' }).waitFor();
  // All others were done.
  expect(await rows.count()).toBe(1);
  await workbench.page.keyboard.press('Enter');
  await workbench.page.locator('.notifications-toasts').getByText(/of 240 texts/u).first().waitFor();
  await workbench.status().click(); // Sooner than the palette: the rest of the file takes a few seconds.
  await workbench.page.locator('.editor-instance').getByText('Not done, as you cancelled').first().waitFor();
  await workbench.screenshot('writing-9-cancelled');
  expect(await workbench.page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: 'long.zh.md' }).count()).toBe(0);
  await workbench.runCommandAndChoose('AlignLens: Translate Folder', 'zh');
  await rows.filter({ hasText: 'long.md' }).waitFor();
  await workbench.page.keyboard.press('Enter');
  await workbench.page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: 'long.zh.md' }).waitFor();
  await workbench.waitUntilIdle();
  await workbench.runCommandAndChoose('AlignLens: Translate Folder', 'zh');
  await workbench.notification(/No file of .* waits for a translation/u);
});
