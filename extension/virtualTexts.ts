import * as vscode from 'vscode';

/** Texts that stand in no file, as documents that nobody is asked to save. They are forgotten as they are closed. */
export class VirtualTexts implements vscode.TextDocumentContentProvider {
  static readonly scheme = 'alignlens-text';
  private readonly texts = new Map<string, string>();
  private readonly subscriptions = [
    vscode.workspace.registerTextDocumentContentProvider(VirtualTexts.scheme, this),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())),
  ];
  private count = 0;

  /** @param name how the editor calls it */
  async open(name: string, text: string): Promise<vscode.TextDocument> {
    // Two texts of one name are two documents; the number is not shown.
    const uri = vscode.Uri.from({ scheme: VirtualTexts.scheme, path: `/${name.replaceAll('/', '∕')}`, query: String(this.count++) });
    this.texts.set(uri.toString(), text);
    return vscode.workspace.openTextDocument(uri);
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.texts.get(uri.toString());
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
