/** The files of the walk: what is in them now, and what undo has to bring back. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { RemoteHost } from '../inside/remoteHost';

export class Files {
  /** By name: the text as it was on disk, and after each edit that no undo has taken back. */
  private readonly versions = new Map<string, string[]>();

  constructor(
    private readonly host: RemoteHost,
    private readonly folder: string,
  ) {}

  /** Opens a file in an editor that has the focus, and selects the characters from `start` to `end`. */
  async open(name: string, { start = 0, end = start, beside = false }: { start?: number; end?: number; beside?: boolean } = {}): Promise<void> {
    const place = { path: this.pathOf(name), start, end, beside };
    await this.host.run(async ({ vscode }, { path, start: from, end: to, beside: second }) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
      const selection = new vscode.Range(document.positionAt(from), document.positionAt(to));
      const viewColumn = second ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
      const editor = await vscode.window.showTextDocument(document, { viewColumn, selection, preview: false });
      // The extension host hears of both a little later; an editor stays the active one while a view beside it has the focus.
      const end = performance.now() + 20_000;
      const inFront = (): boolean => {
        const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
        return input instanceof vscode.TabInputText && input.uri.fsPath === path && vscode.window.activeTextEditor === editor;
      };
      while (!inFront() || !editor.selection.isEqual(selection)) {
        if (performance.now() > end) throw new Error(`${path} was not shown as asked for`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }, place);
  }

  async text(name: string): Promise<string> {
    const text = (await this.history(name)).at(-1);
    if (text === undefined) throw new Error(`${name} is not known`);
    return text;
  }

  /** Waits until the editor has what the walk says that it has. */
  async expectText(name: string): Promise<void> {
    await expect.poll(() => this.shown(name), { timeout: 20_000 }).toBe(await this.text(name));
  }

  shown(name: string): Promise<string> {
    return this.host.run(async ({ vscode }, path) => (await vscode.workspace.openTextDocument(vscode.Uri.file(path))).getText(), this.pathOf(name));
  }

  /** Writes a line at an offset, as an edit that one undo takes back. */
  async insert(name: string, offset: number, line: string): Promise<void> {
    const before = await this.text(name);
    await this.open(name, { start: offset });
    const place = await this.host.run(async ({ vscode }, text) => {
      const editor = vscode.window.activeTextEditor!;
      const { document, selection } = editor;
      const at = document.offsetAt(selection.active);
      return (await editor.edit((builder) => builder.insert(selection.active, text))) && at;
    }, line);
    expect(place).toBe(offset);
    (await this.history(name)).push(before.slice(0, offset) + line + before.slice(offset));
    await this.expectText(name);
  }

  /** Takes back the last edit, if there is one. */
  async undo(name: string): Promise<void> {
    const history = await this.history(name);
    if (history.length < 2) return;
    history.pop();
    await this.undoOnce(name);
  }

  /** One undo, after which the file is to be what the walk says that it is. */
  async undoOnce(name: string): Promise<void> {
    await this.open(name);
    await this.host.run(({ vscode }) => vscode.commands.executeCommand('undo'));
    await this.expectText(name);
  }

  /** Takes back everything, everywhere, and saves: editors can be closed without a question then. */
  async rewind(): Promise<void> {
    for (const [name, history] of this.versions) {
      while (history.length > 1) await this.undo(name);
    }
    await this.host.run(({ vscode }) => vscode.workspace.saveAll(false));
  }

  /** Every file that the walk has used, in its editor and on disk, is what it was before. Call after `rewind`. */
  async expectOriginals(): Promise<void> {
    for (const [name, [original]] of this.versions) {
      expect(await this.shown(name), name).toBe(original);
      expect(await readFile(this.pathOf(name), 'utf8'), name).toBe(original);
    }
  }

  pathOf(name: string): string {
    return join(this.folder, name);
  }

  private async history(name: string): Promise<string[]> {
    const known = this.versions.get(name);
    if (known) return known;
    const history = [await readFile(this.pathOf(name), 'utf8')];
    this.versions.set(name, history);
    return history;
  }
}

/** An undo while the editor saves by itself leaves it and the disk with different texts; that is not ours to find. */
export async function switchOffAutoSave(folder: string): Promise<void> {
  const file = join(folder, '.vscode/settings.json');
  const settings = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...settings, 'files.autoSave': 'off' }));
}
