/**
 * The VSIX, installed, in every kind of extension host that there is without a desktop: its main job through the editor's
 * interface, inside the host, and as a person does it. `npm run test:desktop` runs the first on the desktop.
 */
import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { installedExtensions } from '../../scripts/lib/installedVsix.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { translateLines } from './cli';
import { createSampleFolder } from './sampleFolder';
import { runSuite } from './suiteRun';
import { Workbench } from './workbench';

/** A model of Hugging Face's format in the folder, which the settings name for files of one kind. */
async function addOwnModel(folder: string): Promise<void> {
  await cp(join(root, 'test/engine/transformers/tiny-marian'), join(folder, 'own-model'), { recursive: true });
  await writeFile(join(folder, 'own.mk'), '# Open the file.\n');
  const settingsFile = join(folder, '.vscode/settings.json');
  const settings = JSON.parse(await readFile(settingsFile, 'utf8')) as Record<string, unknown>;
  await writeFile(settingsFile, JSON.stringify({ ...settings, '[makefile]': { 'alignlens.packFolders': ['own-model'] } }));
}

const comment = 'Skip the items that are no longer available.';
const folder = join(root, 'test-results/sample-folder-host');
let extensionsDir: string;
let workbench: Workbench | undefined;

beforeAll(async () => {
  extensionsDir = await installedExtensions();
});

describe.each([
  { host: 'web', sharedMemory: false },
  { host: 'isolated web', sharedMemory: true },
  { host: 'node', sharedMemory: true },
] as const)('in the $host extension host', ({ host, sharedMemory }) => {
  test('the interface of the editor does the main job', async () => {
    await createSampleFolder(folder);
    const [installed] = (await readdir(extensionsDir)).filter((name) => name.startsWith('alignlens.alignlens-'));
    const place = `${host === 'node' ? extensionsDir : '/static/extensions/0'}/${installed}`;
    const { exitCode, lines, outsideRequests } = await runSuite(host, { extensionsDir, folder, expected: { installed: place, sharedMemory } });
    expect(exitCode, lines.join('\n')).toBe(0);
    expect(lines).toContain(`in ${host === 'node' ? 'node' : 'web'}`);
    expect(lines).toContain('13 passed, 0 failed');
    expect(outsideRequests).toEqual([]);
  });
});

// What a person does in the web without isolation is the subject of the other files.
describe.each(['isolated web', 'node'] as const)('a person in the %s extension host', (host) => {
  beforeAll(async () => {
    await createSampleFolder(folder);
    await addOwnModel(folder);
    workbench = await Workbench.openInstalled(extensionsDir, folder, host);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench?.screenshot(`failed: ${host} ${task.name}`.replace(/\W+/gu, '-'));
  });

  afterAll(async () => {
    await workbench?.close();
  });

  test('a translation replaces the selection, one undo brings it back, and a hover leads to the view', async () => {
    const original = await readFile(join(folder, 'billing.ts'), 'utf8');
    const [expected] = translateLines([comment]);
    await workbench!.openFile('billing.ts');
    await workbench!.goTo({ line: 9, column: original.split('\n')[8]!.indexOf(comment) + 1 });
    await workbench!.page.keyboard.press('Shift+End');
    await workbench!.runCommand('AlignLens: Translate Selection');
    await workbench!.page.locator('.view-lines').filter({ hasText: expected?.target ?? '' }).waitFor();
    const replaced = original.replace(comment, expected?.target ?? '');
    expect(await workbench!.waitForText((text) => text === replaced)).toBe(replaced);
    await workbench!.page.keyboard.press('Control+Z');
    expect(await workbench!.waitForText((text) => text === original)).toBe(original);
    await workbench!.goTo({ line: 9, column: 10 });
    const hover = await workbench!.hover('Show alignment');
    expect(await hover.innerText()).toContain(expected?.target);
    await hover.getByText('Show alignment').first().click();
    await (await workbench!.webview()).locator('.drawing').waitFor();
    await workbench!.screenshot(`host-${host.replace(' ', '-')}`);
    expect(await workbench!.outsideRequests()).toEqual([]);
  });

  test('a model of the user is used where the settings name its folder', async () => {
    await workbench!.openFile('own.mk');
    await workbench!.goTo({ line: 1, column: 3 });
    await workbench!.page.keyboard.press('Shift+End');
    await workbench!.runCommand('AlignLens: Translate Selection');
    // Word by word, as that model does and no other.
    const translated = '# 打开这个文件。\n';
    expect(await workbench!.waitForText((text) => text === translated)).toBe(translated);
    expect(await workbench!.outsideRequests()).toEqual([]);
  });
});
