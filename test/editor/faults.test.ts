/** What goes wrong around the extension, in the real editor: its process and its disk are within reach in the Node host only. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import type { AlignLensApi } from '../../extension/api';
import { RemoteHost, type Inside } from './inside/remoteHost';
import { spelled } from '../spelled';
import { createSampleFolder } from './sampleFolder';
import { Files, switchOffAutoSave } from './soak/files';
import { Workbench } from './workbench';

const staged = join(root, 'test-results/staged-faults');
const folder = join(root, 'test-results/sample-folder-faults');

let host: RemoteHost;
let workbench: Workbench;
let files: Files;

beforeAll(async () => {
  host = await RemoteHost.stage(staged);
  await createSampleFolder(folder);
  await switchOffAutoSave(folder);
  workbench = await Workbench.open(staged, folder, { host: 'node' });
  files = new Files(host, folder);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await workbench.screenshot(`failed: faults ${task.name}`.replace(/\W+/gu, '-'));
});

afterAll(async () => {
  await workbench.close();
});

async function command(id: string): Promise<void> {
  await host.run(({ vscode }, name) => vscode.commands.executeCommand(name), id);
}

const notified = (message: RegExp): Promise<void> => workbench.notification(message);

async function translatesAgain(): Promise<void> {
  await workbench.waitUntilIdle();
  const text = await files.text('cache.md');
  await files.open('cache.md', { end: text.length });
  await command('alignlens.translateSelection');
  expect(await files.shown('cache.md')).toMatch(/\p{Script=Han}/u);
  await files.undoOnce('cache.md');
}

describe('while a translation runs', () => {
  /** Selects a long text and begins to translate it. */
  async function begin(): Promise<string> {
    const text = await files.text('long.md');
    await files.open('long.md', { end: text.length });
    await host.run(({ vscode }) => void vscode.commands.executeCommand('alignlens.translateSelection'));
    await workbench.status().filter({ hasText: 'Translating' }).waitFor();
    return text;
  }

  test('the engine’s thread is killed: that is said, nothing changes, and the next run works', async () => {
    await begin();
    await expect.poll(() => host.run(({ workerCount }) => workerCount())).toBeGreaterThan(0);
    await host.run(({ killWorkers }) => killWorkers());
    await notified(/stopped unexpectedly; nothing was changed\. Try again/u);
    await files.expectText('long.md');
    await translatesAgain();
  });

  test('the extension host is started anew: the old process ends, files are whole, and the next run works', async () => {
    const text = await begin();
    const before = await host.processId();
    await host.forget();
    await workbench.reload();
    expect(await host.processId()).not.toBe(before);
    await expect.poll(() => isRunning(before), { timeout: 60_000 }).toBe(false);
    expect(await readFile(files.pathOf('long.md'), 'utf8')).toBe(text);
    await translatesAgain();
  });
});

function isRunning(processId: number): boolean {
  return existsSync(`/proc/${processId}`);
}

let others = 0;

/** Some seconds' work, which nothing has done before. */
function otherText(): string {
  const first = 180 * others++;
  return Array.from({ length: 180 }, (_, index) => `The server returns error ${spelled(first + index)} when the file cannot be opened.`).join(' ');
}

type Fault = 'edit' | 'close' | 'rename' | 'delete' | 'make read-only';

/** Runs a command, does something to its document before the engine gets to it, and waits for the command's end. */
async function during({ vscode }: Inside, { path, id, fault, other }: { path: string; id: string; fault: Fault; other: string }): Promise<string> {
  const uri = vscode.Uri.file(path);
  const api = vscode.extensions.getExtension<AlignLensApi>('alignlens.alignlens')!.exports;
  // Whatever comes later waits for this one.
  const busy = new AbortController();
  const long = api.translate(other, { signal: busy.signal }).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 300));
  let isOver = false;
  const running = vscode.commands.executeCommand(id).then(() => (isOver = true));
  await new Promise((resolve) => setTimeout(resolve, 300));
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- the command sets it
  if (isOver) throw new Error(`${id} was done before anything could happen`);
  const edit = new vscode.WorkspaceEdit();
  switch (fault) {
    case 'edit':
      edit.insert(uri, new vscode.Position(0, 0), '\n');
      await vscode.workspace.applyEdit(edit);
      break;
    case 'close':
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      break;
    case 'rename':
      edit.renameFile(uri, vscode.Uri.file(`${path}.moved`));
      await vscode.workspace.applyEdit(edit);
      break;
    case 'delete':
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(uri);
      break;
    case 'make read-only':
      await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
  }
  busy.abort();
  await Promise.all([long, running]);
  return vscode.workspace.textDocuments.find((document) => document.uri.path === path)?.getText() ?? '';
}

describe.each([
  { id: 'alignlens.translateSelection', name: 'selection' },
  { id: 'alignlens.insertTranslationBelow', name: 'below' },
  { id: 'alignlens.insertDocComment', name: 'doc' },
] as const)('a document that $id is at work on', ({ id, name }) => {
  test.each([
    { fault: 'edit', message: /changed (?:while|since)[^.]*so nothing was (?:written|inserted)\. Run /u },
    // The document is shown again, with the change.
    { fault: 'close', message: undefined },
    { fault: 'rename', message: /changed (?:while|since)[^.]*so nothing was (?:written|inserted)\. Run / },
    { fault: 'delete', message: /changed (?:while|since)[^.]*so nothing was (?:written|inserted)\. Run / },
    { fault: 'make read-only', message: /is read-only, so nothing was changed\. Make it writable/u },
  ] as const)('and that somebody does $fault', async ({ fault, message }) => {
    const file = `${name}-${fault.replace(' ', '-')}.py`;
    const text = `# Open the ${name} for ${fault} now.\ndef remove_${name}(folder):\n    folder.${fault.replaceAll(/\W/gu, '_')}()\n    return folder\n`;
    await host.run(async ({ vscode }, [path, content]) => vscode.workspace.fs.writeFile(vscode.Uri.file(path!), new TextEncoder().encode(content)), [files.pathOf(file), text]);
    const offset = id === 'alignlens.insertDocComment' ? text.indexOf('return') : 4;
    await files.open(file, { start: offset });
    const shown = await host.run(during, { path: files.pathOf(file), id, fault, other: otherText() });
    if (message) await notified(message);
    if (message) expect(['', text, `\n${text}`]).toContain(shown);
    else expect(shown.length).toBeGreaterThan(text.length / 2);
    if (fault === 'rename') expect(await readFile(files.pathOf(`${file}.moved`), 'utf8')).toBe(text);
    else if (fault !== 'delete') expect(await readFile(files.pathOf(file), 'utf8')).toBe(text);
    await workbench.waitUntilIdle();
    await host.run(async ({ vscode }) => {
      await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });
  });
});

describe('a disk without room', () => {
  /** Processes of the editor that write files: the extension host and the server that it belongs to. */
  async function limitFiles(size: '1' | 'unlimited'): Promise<void> {
    const extensionHost = await host.processId();
    const server = await host.run(() => process.ppid);
    for (const id of [extensionHost, server]) await promisify(execFile)('prlimit', ['--pid', String(id), `--fsize=${size}:unlimited`]);
  }

  async function onFullDisk(work: () => Promise<void>): Promise<void> {
    await limitFiles('1');
    try {
      await work();
    } finally {
      await limitFiles('unlimited');
    }
  }

  async function correct(corrected: string): Promise<void> {
    await files.open('cache.md', { start: (await files.text('cache.md')).indexOf('cache') });
    await host.run(({ vscode }) => void vscode.commands.executeCommand('alignlens.editTranslation'));
    const input = workbench.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(corrected);
    await workbench.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
    await workbench.waitUntilIdle();
  }

  const memory = async (): Promise<string> => join(await host.run(({ storage }) => storage()), 'translation-memory.jsonl');

  test('keeps the corrections that are there; the next one is remembered, by a clock that was set back, too', async () => {
    await correct('这是第一次更正。');
    const path = await memory();
    await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('第一次');
    const before = await readFile(path, 'utf8');
    await onFullDisk(async () => {
      await correct('这是第二次更正。');
      await notified(/could not be remembered: .* stays as it was\. Make room on the disk/u);
    });
    expect(await readFile(path, 'utf8')).toBe(before);
    await host.run(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() - 3_600_000;
    });
    await correct('这是第三次更正。');
    await expect.poll(() => readFile(path, 'utf8')).toContain('第三次');
    expect(await readFile(path, 'utf8')).not.toContain('第一次');
    expect((await readdir(join(path, '..'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('keeps the glossary', async () => {
    const path = files.pathOf('.alignlens/glossary.tsv');
    await files.open('cache.md', { start: (await files.text('cache.md')).indexOf('cache') });
    await command('alignlens.keepWord');
    const before = await readFile(path, 'utf8');
    expect(before).toContain('cache');
    await files.open('guide.md', { start: (await files.text('guide.md')).lastIndexOf('file') });
    await onFullDisk(async () => {
      await command('alignlens.keepWord');
      await notified(/could not be written, and stays as it was\. Make the folder writable, or room on the disk/u);
    });
    expect(await readFile(path, 'utf8')).toBe(before);
    expect(await readdir(join(path, '..'))).toEqual(['glossary.tsv']);
    await command('alignlens.keepWord');
    const after = await readFile(path, 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.length).toBeGreaterThan(before.length);
  });

  test('leaves no part of a translated file', async () => {
    const path = files.pathOf('guide.zh.md');
    await files.open('guide.md');
    await command('alignlens.translateFile');
    await onFullDisk(async () => {
      await command('alignlens.acceptTranslation');
      await notified(/guide\.zh\.md could not be written, so there is no such file/u);
    });
    expect(existsSync(path)).toBe(false);
    await command('alignlens.acceptTranslation');
    await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toMatch(/\p{Script=Han}/u);
  });
});

test('no page failed', () => {
  expect(workbench.pageErrors).toEqual([]);
});
