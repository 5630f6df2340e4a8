import * as vscode from 'vscode';
import type { ReadFile } from '../../engine/pack/loader';
import { AlignLensError } from '../../engine/protocol/errors';
import type { Packs } from '../packs';

const scheme = 'alignlens-model-card';

/**
 * The README.md of packs as documents of the editor. Packs that ship lie, in a browser, where only the extension can read
 * them; so the Markdown preview gets them from here.
 */
export class ModelCards implements vscode.TextDocumentContentProvider {
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  constructor(
    private readonly packs: Pick<Packs, 'places'>,
    private readonly readFile: ReadFile,
  ) {}

  /** Throws `pack-missing` when the pack has none, or there is no such pack: an address can be made up, a pack cannot. */
  async read(location: string): Promise<string> {
    const places = await this.packs.places(undefined);
    if (!places.some((place) => place.location === location)) {
      throw new AlignLensError('pack-missing', 'This is the model card of no pack at hand. Open it from the packs view.');
    }
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
