import * as vscode from 'vscode';

const scheme = 'alignlens-correction';

interface Draft {
  content: Uint8Array;
  changed: number;
  readonly accept: (text: string) => Promise<void>;
}

/** Translations too long for an input box, as documents: saving one accepts it. They last as long as the window. */
export class CorrectionDocuments implements vscode.FileSystemProvider {
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  private readonly drafts = new Map<string, Draft>();
  private readonly subscriptions: readonly { dispose(): unknown }[];
  private count = 0;

  constructor() {
    this.subscriptions = [
      this.changes,
      vscode.workspace.registerFileSystemProvider(scheme, this, { isCaseSensitive: true }),
    ];
  }

  /** Opens a text beside the editor; `accept` gets it each time that it is saved, and refuses it by throwing. */
  async edit(name: string, text: string, accept: Draft['accept']): Promise<void> {
    const path = `/${++this.count}/${name}`;
    this.drafts.set(path, { content: new TextEncoder().encode(text), changed: Date.now(), accept });
    await vscode.window.showTextDocument(vscode.Uri.from({ scheme, path }), { viewColumn: vscode.ViewColumn.Beside, preview: false });
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { content, changed } = this.draft(uri);
    return { type: vscode.FileType.File, ctime: changed, mtime: changed, size: content.length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.draft(uri).content;
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const draft = this.draft(uri);
    await draft.accept(new TextDecoder().decode(content));
    draft.content = content;
    // The editor takes a file that is no younger for one that has not changed.
    draft.changed = Math.max(Date.now(), draft.changed + 1);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private draft(uri: vscode.Uri): Draft {
    const draft = this.drafts.get(uri.path);
    if (!draft) throw vscode.FileSystemError.FileNotFound(uri);
    return draft;
  }
}
