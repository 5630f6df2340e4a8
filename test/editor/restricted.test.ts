/** A folder that the user does not trust, in the real editor: nothing is read that it names. And no folder at all. */
import { readFileSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { translateLines } from './cli';
import { Workbench } from './workbench';

const { version } = JSON.parse(readFileSync(join(root, 'models/packs/en-zh/manifest.json'), 'utf8')) as { version: string };
const staged = join(root, 'test-results/staged-restricted');
const folder = join(root, 'test-results/sample-folder-restricted');
const text = 'The cache stores the results of earlier builds.';
const glossary = 'cache\t暂存区\trequired\n';

const files: Readonly<Record<string, string>> = {
  'notes.md': `${text}\n`,
  'other.txt': `${text}\n`,
  '.alignlens/glossary.tsv': glossary,
  '.vscode/settings.json': JSON.stringify({
    'alignlens.targetLanguage': 'zh',
    // For one language only, so that the other shows the glossary once the folder is trusted.
    '[plaintext]': { 'alignlens.packFolders': ['own-pack'] },
    'editor.minimap.enabled': false,
    'workbench.startupEditor': 'none',
  }),
};

let workbench: Workbench;
let unaided: string;

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  // It comes before the one that ships, and knows a handful of words.
  const pack = join(folder, 'own-pack');
  await cp(join(root, 'test/fixtures/tiny-pack'), pack, { recursive: true });
  const manifest = JSON.parse(await readFile(join(pack, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  await writeFile(join(pack, 'manifest.json'), JSON.stringify({ ...manifest, sourceLanguage: 'en', targetLanguage: 'zh' }));
  unaided = translateLines([text])[0]!.target;
  await stageExtension(staged);
  workbench = await Workbench.openRestricted(staged, folder);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await workbench.screenshot(`failed: ${task.name}`.replace(/\W+/gu, '-'));
});

afterAll(async () => {
  await workbench.close();
});

/** What the document in front becomes when its first line is translated; it is put back. */
async function translated(name: string): Promise<string> {
  await workbench.openFile(name);
  await workbench.goTo({ line: 1, column: 3 });
  await workbench.runCommand('AlignLens: Translate Selection');
  const target = await workbench.waitForText((now) => now !== files[name]);
  await workbench.page.keyboard.press('Control+Z');
  await workbench.waitForText((now) => now === files[name]);
  return target.trim();
}

describe('in Restricted Mode', () => {
  test('the packs that ship translate; glossary and packs of the folder are not read', async () => {
    expect(unaided).not.toContain('暂存区');
    expect(await translated('notes.md')).toBe(unaided);
    expect(await translated('other.txt')).toBe(unaided);
    await workbench.screenshot('restricted-1-translated');
  });

  test('no pack can be added, no term written', async () => {
    await workbench.runCommand('AlignLens: Add Pack Folder…');
    await workbench.notification(/Restricted Mode: pack folders that it names are not read, and none can be added/u);
    await workbench.openFile('notes.md');
    await workbench.goTo({ line: 1, column: 6 });
    await workbench.runCommand('AlignLens: Do Not Translate This Word');
    await workbench.notification(/used once you trust the folder/u);
    expect(await readFile(join(folder, '.alignlens/glossary.tsv'), 'utf8')).toBe(glossary);
    await workbench.runCommand('AlignLens: Manage Packs');
    await workbench.page.locator('.pane-body').getByText('This workspace is in Restricted Mode').first().waitFor();
    await workbench.page.locator('.pane-body .monaco-list-row').filter({ hasText: `en-zh ${version}` }).waitFor();
    await workbench.screenshot('restricted-2-packs');
    await workbench.runCommand('AlignLens: Hide Packs');
  });
});

test('once it is trusted, all of that counts', async () => {
  await workbench.runCommand('Workspaces: Manage Workspace Trust');
  await workbench.page.locator('.workspace-trust-editor .monaco-button').filter({ hasText: /^Trust$/u }).first().click();
  await workbench.page.locator('.workspace-trust-editor').getByText('You trust this folder').first().waitFor();
  await workbench.runCommand('View: Show Explorer');
  const byGlossary = await translated('notes.md');
  expect(byGlossary).toContain('暂存区');
  const byOwnPack = await translated('other.txt');
  expect([unaided, byGlossary]).not.toContain(byOwnPack);
});

test('without a folder, a glossary command says what is missing', async () => {
  await workbench.leaveFolder();
  await workbench.page.keyboard.press('Control+Alt+N');
  await workbench.page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
  await workbench.page.keyboard.type(text);
  await workbench.goTo({ line: 1, column: 6 });
  for (const title of ['Do Not Translate This Word', 'Add Glossary Term', 'Open Glossary']) {
    await workbench.runCommand(`AlignLens: ${title}`);
    await workbench.notification(/A glossary belongs to a folder\. Open a folder and try again\./u);
  }
  await workbench.screenshot('restricted-3-no-folder');
  expect(workbench.pageErrors).toEqual([]);
  expect(await workbench.outsideRequests()).toEqual([]);
});
