import * as vscode from 'vscode';
import type { ReadFile } from '../../engine/pack/loader';

const scheme = 'alignlens-model-card';

/**
 * The README.md of packs as documents of the editor. Packs that ship lie, in a browser, where only the extension can read
 * them; so the Markdown preview gets them from here.
 */
export class ModelCards implements vscode.TextDocumentContentProvider {
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  constructor(private readonly readFile: ReadFile) {}

  /** Throws `pack-missing` when the pack has none. */
  async read(location: string): Promise<string> {
    return new TextDecoder().decode(await this.readFile(location, 'README.md'));
  }

  provideTextDocumentContent({ query }: vscode.Uri): Promise<string> {
    return this.read(query);
  }

  dispose(): void {
    this.registration.dispose();
  }
}

/** The document's name is that of the pack's folder. */
export function modelCardUri(location: string): vscode.Uri {
  const name = location.slice(location.lastIndexOf('/') + 1);
  return vscode.Uri.from({ scheme, path: `/${name}.md`, query: location });
}
