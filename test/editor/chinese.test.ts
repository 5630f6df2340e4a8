/** The interface in Chinese, in the real editor: what people see of the extension where the display language is Chinese. */
import { readFileSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { Workbench } from './workbench';

const staged = join(root, 'test-results/staged-extension-chinese');
const folder = join(root, 'test-results/sample-folder-chinese');
/** No setting of a language: the editor's own decides. */
const settings = { 'editor.minimap.enabled': false, 'workbench.startupEditor': 'none' };

const english = Object.keys(JSON.parse(readFileSync(join(root, 'extension/l10n/bundle.l10n.json'), 'utf8')) as Record<string, string>);

let workbench: Workbench;

beforeAll(async () => {
  await stageExtension(staged);
  // Of an extension under development, this host reads the English titles only; an installed one gets those of its language.
  await cp(join(staged, 'package.nls.zh-cn.json'), join(staged, 'package.nls.json'));
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, '.vscode'), { recursive: true });
  await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  await writeFile(join(folder, 'billing.ts'), '// Skip the items that are no longer available.\nexport const items = [];\n');
  await writeFile(join(folder, 'broken.json'), '{ "title": \n');
  workbench = await Workbench.open(staged, folder, { language: 'zh-cn' });
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await workbench.screenshot(`failed: ${task.name}`.replace(/[^\w]+/gu, '-'));
});

afterAll(async () => {
  await workbench.close();
});

test('English is translated into the language of the editor, and hover and status bar speak it', async () => {
  await workbench.openFile('billing.ts');
  expect(await workbench.status().textContent()).toContain('→ zh');
  expect(await workbench.status().getAttribute('aria-label')).toContain('悬停翻译已开启');
  await workbench.goTo({ line: 1, column: 8 });
  // The first hover of a session comes before the model is there.
  await workbench.hover(/正在翻译|显示对齐/u);
  await workbench.waitUntilIdle();
  await workbench.page.keyboard.press('Escape');
  const hover = await workbench.hover('显示对齐');
  expect(await hover.textContent()).toMatch(/替换.*在下方插入.*复制/su);
  expect(await hover.textContent()).not.toMatch(/Replace|Insert|Copy|alignment/u);
  await workbench.screenshot('chinese-hover');
  await workbench.page.keyboard.press('Escape');
});

test('commands have Chinese titles, and the view they open is Chinese', async () => {
  await workbench.runCommand('AlignLens: 显示对齐');
  const view = await workbench.webview();
  await view.getByRole('tab', { name: '色带' }).waitFor();
  expect(await view.locator('html').getAttribute('lang')).toBe('zh-cn');
  await view.getByRole('button', { name: '解释' }).click();
  await view.getByText('束的候选译文').waitFor();
  // With the names for those who hear the page; single words may be of the text that is shown.
  const markup = await view.locator('body').innerHTML();
  expect(english.filter((message) => message.includes(' ') && markup.includes(message))).toEqual([]);
  await workbench.screenshot('chinese-view');
});

test('errors, also those that come from the engine, are Chinese', async () => {
  await workbench.focusEditor();
  await workbench.openFile('broken.json');
  await workbench.runCommand('AlignLens: 翻译文件');
  await workbench.notification(/未作翻译，因为 broken\.json 的第 \d+ 行有错误：不是有效的 JSON/u);
});
