/** Managing packs and the report, in the real editor. */
import { readFileSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { stageExtension } from '../../scripts/lib/vsix.mjs';
import { createSampleFolder } from './sampleFolder';
import { Workbench } from './workbench';

const { version } = JSON.parse(readFileSync(join(root, 'models/packs/en-zh/manifest.json'), 'utf8')) as { version: string };
const staged = join(root, 'test-results/staged-extension-packs');
const folder = join(root, 'test-results/sample-folder-packs');
const settingsFile = join(folder, '.vscode/settings.json');

let workbench: Workbench;

beforeAll(async () => {
  await stageExtension(staged);
  await createSampleFolder(folder);
  await cp(join(root, 'test/fixtures/tiny-pack'), join(folder, 'tiny-pack'), { recursive: true });
  await cp(join(root, 'test/fixtures/tiny-pack'), join(folder, 'another-pack'), { recursive: true });
  await cp(join(root, 'test/fixtures/tiny-pack/LICENSE'), join(folder, 'broken-pack/manifest.json'));
  const settings = JSON.parse(await readFile(settingsFile, 'utf8')) as Record<string, unknown>;
  await writeFile(settingsFile, JSON.stringify({ ...settings, 'alignlens.packFolders': ['tiny-pack', 'damaged-pack', 'broken-pack'] }));
  workbench = await Workbench.open(staged, folder);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await workbench.screenshot(`failed: ${task.name}`.replace(/\W+/gu, '-'));
});

afterAll(async () => {
  await workbench.close();
});

/** A row of the view; the labels of packs' details are rows too. */
function row(text: string | RegExp): Locator {
  return workbench.page.locator('.pane-body .monaco-list-row').filter({ hasText: text });
}

async function clickAction(of: Locator, title: string): Promise<void> {
  await of.hover();
  await of.getByRole('button', { name: title }).click();
}

/** In the dialog that asks for a folder, which starts in that of the workspace. */
async function chooseFolder(name: string): Promise<void> {
  await workbench.startCommand('AlignLens: Add Pack Folder…');
  const input = workbench.page.locator('.quick-input-widget input').first();
  await vi.waitUntil(async () => (await input.inputValue()).endsWith('/'), { timeout: 60_000, interval: 100 });
  await input.fill(`${await input.inputValue()}${name}`);
  await workbench.acceptFileDialog();
}

describe('the packs view', () => {
  test('has no place in the window until it is wanted, then lists all packs', async () => {
    const icon = workbench.page.locator('.activitybar a[aria-label="AlignLens"]');
    expect(await icon.count()).toBe(0);
    await workbench.runCommand('AlignLens: Manage Packs');
    await row(`en-zh ${version} ·`).waitFor();
    expect(await icon.count()).toBeGreaterThan(0);
    expect(await row(/ships with AlignLens/u).count()).toBe(4);
    await row(/broken-pack.*not valid JSON/u).waitFor();
    expect(await row(`en-zh ${version} ·`).innerText()).toMatch(/English → Chinese.*\d\.\d MB/su);
  });

  test('shows what the manifest says of a pack', async () => {
    await row(`en-zh ${version} ·`).click();
    await row(/Quality \(docs\).*BLEU \d+/su).waitFor();
    await row(/Licence.*MIT licence/su).waitFor();
    await workbench.screenshot('packs-view');
    await workbench.screenshot('packs', workbench.page.locator('.part.sidebar'));
  });

  test('verifies every file: a sound pack, and one with a changed byte', async () => {
    await clickAction(row(`en-zh ${version} ·`), 'Verify Pack');
    await row(new RegExp(`en-zh ${version}.*verified`, 'su')).waitFor();
    await clickAction(row('tiny 0.0.1 ·').nth(1), 'Verify Pack');
    await workbench.notification(/lexicon\.bin.*damaged/u);
    await row(/damaged-pack.*lexicon\.bin/su).waitFor();
    expect(await row(/tiny 0\.0\.1.*verified/su).count()).toBe(0);
  });

  test('opens the model card of a pack that ships', async () => {
    await clickAction(row(`en-zh ${version} ·`), 'Open Model Card');
    const card = await workbench.webview();
    await card.getByText('Training data').first().waitFor();
    await workbench.screenshot('packs-model-card');
  });

  test('takes a pack of the user out of the settings', async () => {
    await clickAction(row(/broken-pack/u), 'Remove Pack');
    await row(/broken-pack/u).waitFor({ state: 'detached' });
  });

  test('adds a folder when all of the pack in it is as its manifest says, and no other', async () => {
    await chooseFolder('another-pack');
    await vi.waitUntil(async () => (await row('tiny 0.0.1 ·').count()) === 3, { timeout: 60_000, interval: 200 });
    await chooseFolder('.vscode');
    await workbench.notification(/no readable manifest\.json/u);
    expect(await row(/your own/u).count()).toBe(3);
    await workbench.runCommand('AlignLens: Hide Packs');
    await workbench.page.locator('.activitybar a[aria-label="AlignLens"]').waitFor({ state: 'detached' });
  });
});

test('the report says what runs, how fast and what is set, and nothing of what the user wrote', async () => {
  await workbench.openFile('guide.md');
  await workbench.runCommand('AlignLens: Report');
  await workbench.page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
  const text = await workbench.documentText();
  await workbench.screenshot('packs-report');
  expect(text).toMatch(/\| AlignLens \| \d+\.\d+\.\d+ \|/u);
  expect(/\| en-zh (\S+) \| ships with AlignLens \| [0-9a-f]{64} \| Web(?:Assembly|GPU)[^|]*: [^|]+ \| \d+ ms \| \d+ ms \|/u.exec(text)?.[1]).toBe(version);
  expect(text).toMatch(/\| `alignlens\.targetLanguage` \| workspace \| zh \|/u);
  expect(text).toMatch(/\| `alignlens\.packFolders` \| workspace \| 3 entries \|/u);
  expect(text).not.toMatch(/tiny-pack|another-pack|damaged-pack|sample-folder|test-results/u);
  const written = (await readFile(join(folder, 'guide.md'), 'utf8')).split('\n').filter((line) => line.trim().length > 12);
  expect(written.filter((line) => text.includes(line.trim()))).toEqual([]);
});

test('the walkthrough has its five steps, and a button opens the setting', async () => {
  await workbench.runCommandAndChoose('Welcome: Open Walkthrough', 'Get Started with AlignLens');
  const steps = workbench.page.locator('.gettingStartedContainer .getting-started-step');
  await steps.nth(4).waitFor();
  expect(await steps.count()).toBe(5);
  await workbench.screenshot('walkthrough');
  await steps.filter({ hasText: 'Choose your language' }).click();
  await workbench.page.getByRole('button', { name: 'Open the Setting' }).click();
  const setting = workbench.page.locator('.settings-editor .setting-item').filter({ hasText: 'Target Language' });
  await setting.first().waitFor();
  await workbench.screenshot('walkthrough-setting');
  await workbench.screenshot('languages', setting.first());
});

test('nothing asked for an address outside this machine, and no page failed', async () => {
  expect(await workbench.outsideRequests()).toEqual([]);
  expect(workbench.pageErrors).toEqual([]);
});
