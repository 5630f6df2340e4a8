/** What somebody does in the editor, one thing at a time; each leaves the files as the walk knows them. */
import { expect } from 'vitest';
import type { RemoteHost } from '../inside/remoteHost';
import type { Workbench } from '../workbench';
import type { Files } from './files';
import type { Chance } from '../../fuzz/random';

export interface Walk {
  readonly host: RemoteHost;
  readonly workbench: Workbench;
  readonly files: Files;
  readonly random: Chance;
}

export interface Action {
  readonly name: string;
  /** How often it is done, in relation to the others. */
  readonly weight: number;
  readonly run: (walk: Walk) => Promise<void>;
}

/** More paragraphs than any cache has room for. */
const page = 'handbook.md';
const code = 'billing.ts';
const script = 'cache.py';

async function command({ host }: Pick<Walk, 'host'>, id: string, argument?: unknown): Promise<void> {
  await host.run(async ({ vscode }, [name, value]) => {
    await vscode.commands.executeCommand(name as string, ...(value === null ? [] : [value]));
  }, [id, argument ?? null]);
}

/** Opens a text of the page that may never have been looked at, or a comment that surely has; the cursor is in it, or it is selected. */
async function openText({ files, random }: Walk, select: boolean): Promise<string> {
  const name = random.next() < 0.7 ? page : code;
  const text = await files.text(name);
  const pattern = name === page ? /^\S.*$/gmu : /(?<=\/\/ ).*$/gmu;
  const { index, 0: found } = random.of([...text.matchAll(pattern)]);
  await files.open(name, { start: index, end: select ? index + found.length : index });
  return name;
}

/** A command that writes, and the undo that takes it back. */
function writing(id: string): Action['run'] {
  return async (walk) => {
    const name = await openText(walk, true);
    await command(walk, id);
    expect(await walk.files.shown(name)).not.toBe(await walk.files.text(name));
    await walk.files.undoOnce(name);
  };
}

/** A proposal for a whole file, which is discarded. */
function proposing(id: string, name: string): Action['run'] {
  return async (walk) => {
    await walk.files.open(name);
    await command(walk, id);
    await command(walk, 'alignlens.discardTranslation');
    await command(walk, 'notifications.clearAll');
    await walk.files.expectText(name);
  };
}

async function hover(walk: Walk): Promise<void> {
  await openText(walk, false);
  const { page: window } = walk.workbench;
  const shown = window.locator('.monaco-hover:not(.hidden)').filter({ hasText: 'Show alignment' }).first();
  // One that comes while its translation is under way says so, and is to be asked for again.
  await expect.poll(async () => {
    await command(walk, 'editor.action.showHover');
    return shown.waitFor({ timeout: 1000 }).then(() => true, () => window.keyboard.press('Escape'));
  }, { timeout: 60_000 }).toBe(true);
  await window.keyboard.press('Escape');
}

async function cancelled(walk: Walk): Promise<void> {
  const name = 'long.md';
  const text = await walk.files.text(name);
  // Somewhere else each time: what was translated before a cancellation is not done again.
  const start = walk.random.below(text.length / 2);
  await walk.files.open(name, { start, end: start + 8000 });
  await walk.host.run(async ({ vscode }, delay) => {
    const running = vscode.commands.executeCommand('alignlens.translateSelection');
    await new Promise((resolve) => setTimeout(resolve, delay));
    await vscode.commands.executeCommand('alignlens.cancel');
    await running;
  }, walk.random.below(600));
  // On a fast machine it may have been done before.
  if ((await walk.files.shown(name)) !== text) await walk.files.undoOnce(name);
  await walk.files.expectText(name);
}

async function alignment(walk: Walk): Promise<void> {
  await openText(walk, false);
  await command(walk, 'alignlens.showAlignment');
  await walk.workbench.page.locator('.tab').filter({ hasText: 'Alignment' }).first().waitFor();
  await switchViews(walk);
}

async function copy(walk: Walk): Promise<void> {
  await openText(walk, true);
  await command(walk, 'alignlens.copyTranslation');
}

async function check(walk: Walk): Promise<void> {
  await walk.files.open('zh.po');
  await command(walk, 'alignlens.checkTranslation');
}

/** Where the alignment is shown. */
async function switchViews({ host, workbench, random }: Walk): Promise<void> {
  if ((await workbench.page.locator('iframe.webview.ready').count()) === 0) return;
  const view = await workbench.webview();
  for (const choices of [['matrix', 'ribbons'], ['attention', 'alignment']]) {
    const button = view.locator(`[data-value="${random.of(choices)}"]`).first();
    if (!(await button.isVisible())) continue;
    // Longer than anybody would wait: what lies over it is told.
    await button.click({ timeout: 10_000 });
    // The focus follows the click: on its way, it would take the keys from the editor that is opened next.
    await expect.poll(() => host.run(({ vscode }) => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview), { timeout: 20_000 }).toBe(true);
  }
}

async function configure(walk: Walk): Promise<void> {
  const [name, values] = walk.random.of<[string, readonly unknown[]]>([
    ['beamSize', [null, 1, 3]],
    ['hover.strings', [true, false]],
    ['summary.lines', [1, 2, 3]],
    ['codeLens.enabled', [true, false]],
    ['salience.enabled', [true, false]],
    ['lint.enabled', ['onSave', 'onType']],
  ]);
  await walk.host.run(async ({ vscode }, [key, value]) => {
    await vscode.workspace.getConfiguration('alignlens').update(key as string, value === null ? undefined : value, vscode.ConfigurationTarget.Workspace);
  }, [name, walk.random.of(values)]);
}

async function rename(walk: Walk): Promise<void> {
  const paths = { from: walk.files.pathOf('notes.txt'), to: walk.files.pathOf('renamed.txt') };
  await walk.files.open('notes.txt');
  for (const [from, to] of [[paths.from, paths.to], [paths.to, paths.from]]) {
    const renamed = await walk.host.run(({ vscode }, [before, after]) => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(vscode.Uri.file(before!), vscode.Uri.file(after!));
      return vscode.workspace.applyEdit(edit);
    }, [from!, to!]);
    expect(renamed).toBe(true);
  }
  await walk.files.expectText('notes.txt');
}

async function correct(walk: Walk): Promise<void> {
  await openText(walk, false);
  const { page: window } = walk.workbench;
  const input = window.locator('.quick-input-widget:not([style*="display: none"]) input').first();
  // A correction, and the machine's own translation again.
  for (const corrected of ['这是更正后的译文。', '']) {
    await walk.host.run(({ vscode }) => void vscode.commands.executeCommand('alignlens.editTranslation'));
    await input.waitFor();
    await input.fill(corrected);
    await window.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
    await walk.workbench.waitUntilIdle();
  }
}

async function keepWord(walk: Walk): Promise<void> {
  await openText(walk, false);
  await command(walk, 'alignlens.keepWord');
  await walk.host.run(async ({ vscode }) => {
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, '.alignlens/glossary.tsv'));
  });
}

async function edit({ files, random }: Walk): Promise<void> {
  const name = random.of([page, code, script]);
  const lines = (await files.text(name)).split('\n');
  const offset = lines.slice(0, random.below(lines.length)).join('\n').length;
  await files.insert(name, offset, `\n${{ [page]: '', [code]: '// ', [script]: '# ' }[name]}The cache holds entry ${random.below(1000)}.\n`);
}

async function summary(walk: Walk, id: string, name: string): Promise<void> {
  await walk.files.open(name, { start: (await walk.files.text(name)).indexOf(name === script ? 'removed = 0' : 'net =') });
  await command(walk, id);
}

async function preview(walk: Walk): Promise<void> {
  await walk.files.open('guide.md');
  await command(walk, 'markdown.showPreviewToSide');
  await command(walk, 'alignlens.toggleTranslatedPreview');
  await command(walk, 'alignlens.toggleTranslatedPreview');
  await walk.files.open('guide.md');
  await command(walk, 'workbench.action.closeEditorsInOtherGroups');
}

async function closeAll(walk: Walk): Promise<void> {
  await walk.files.rewind();
  await command(walk, 'workbench.action.closeAllEditors');
}

/** A new document beside, which goes again. */
async function beside(walk: Walk): Promise<void> {
  const name = await openText(walk, true);
  await command(walk, 'alignlens.openTranslationBeside');
  await walk.host.run(async ({ vscode }) => {
    // The extension host hears of the focus later than the window: what is closed is named.
    const made = vscode.window.visibleTextEditors.find(({ document }) => document.isUntitled);
    if (!made) throw new Error('there is no translation beside');
    await vscode.window.showTextDocument(made.document, made.viewColumn);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
  await walk.files.expectText(name);
}

async function twoGroups(walk: Walk): Promise<void> {
  await walk.files.open(page, { start: walk.random.below(5000) });
  await walk.files.open(code, { beside: true });
  await walk.files.open(page, { start: walk.random.below(5000) });
  await command(walk, 'workbench.action.closeEditorsInOtherGroups');
}

async function packsView(walk: Walk): Promise<void> {
  await command(walk, 'alignlens.managePacks');
  await command(walk, 'alignlens.hidePacks');
  await command(walk, 'workbench.view.explorer');
}

async function scroll(walk: Walk): Promise<void> {
  await walk.files.open(page, { start: walk.random.below((await walk.files.text(page)).length) });
  await command(walk, 'editorScroll', { to: walk.random.of(['up', 'down']), by: 'page' });
}

export const actions: readonly Action[] = [
  { name: 'hover', weight: 12, run: hover },
  { name: 'translate selection, undo', weight: 8, run: writing('alignlens.translateSelection') },
  { name: 'insert below, undo', weight: 4, run: writing('alignlens.insertTranslationBelow') },
  { name: 'copy translation', weight: 3, run: copy },
  { name: 'translation beside', weight: 2, run: beside },
  { name: 'translate file, discard', weight: 2, run: proposing('alignlens.translateFile', 'guide.md') },
  { name: 'translate comments, discard', weight: 2, run: proposing('alignlens.translateComments', code) },
  { name: 'cancel in mid-run', weight: 4, run: cancelled },
  { name: 'show alignment', weight: 5, run: alignment },
  { name: 'switch views', weight: 5, run: switchViews },
  { name: 'summarize function', weight: 3, run: (walk) => summary(walk, 'alignlens.summarizeFunction', script) },
  { name: 'summarize file', weight: 1, run: (walk) => summary(walk, 'alignlens.summarizeFile', script) },
  { name: 'clear highlights', weight: 1, run: (walk) => command(walk, 'alignlens.clearSalience') },
  { name: 'translations below', weight: 3, run: (walk) => command(walk, 'alignlens.showTranslationsBelow') },
  { name: 'only translations', weight: 3, run: (walk) => command(walk, 'alignlens.showOnlyTranslations') },
  { name: 'scroll', weight: 6, run: scroll },
  { name: 'edit', weight: 8, run: edit },
  { name: 'undo', weight: 6, run: ({ files, random }) => files.undo(random.of([page, code, script])) },
  { name: 'save all', weight: 2, run: (walk) => command(walk, 'workbench.action.files.saveAll') },
  { name: 'close all', weight: 1, run: closeAll },
  { name: 'rename and back', weight: 2, run: rename },
  { name: 'two groups', weight: 2, run: twoGroups },
  { name: 'check translation', weight: 2, run: check },
  { name: 'packs view', weight: 1, run: packsView },
  { name: 'translated preview', weight: 1, run: preview },
  { name: 'edit translation', weight: 2, run: correct },
  { name: 'keep word', weight: 1, run: keepWord },
  { name: 'settings', weight: 3, run: configure },
];
