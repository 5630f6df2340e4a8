import * as vscode from 'vscode';
import type { EngineClient } from '../engine/client';
import { AlignLensError } from '../engine/protocol/errors';
import type { PackInfo } from '../engine/protocol/result';
import * as config from './config';
import { baseFolder, resolveLocation } from './location';
import type { SummaryKind } from './summarySubjects';

/** The packs at hand: those of the user's folders, then those that ship. */
export class Packs {
  /** By location; a pack that could not be described is forgotten, so that the next call tries again. */
  private readonly described = new Map<string, Promise<PackInfo>>();
  private shipped: Promise<readonly string[]> | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly engine: EngineClient,
  ) {}

  /** All that translate, the user's own first. Throws what is wrong with a pack of the user's own. */
  async translators(scope: config.Scope): Promise<PackInfo[]> {
    const all: PackInfo[] = [];
    await this.find(scope, (pack) => {
      if (pack.task === 'translate') all.push(pack);
      return false;
    });
    return all;
  }

  /** The first pack from one language to another; undefined when there is none. Throws what is wrong with a pack of the user's own. */
  async between(source: string, target: string, scope: config.Scope): Promise<PackInfo | undefined> {
    return this.find(
      scope,
      ({ task, sourceLanguage, targetLanguage }) => task === 'translate' && sourceLanguage === source && targetLanguage === target,
    );
  }

  /**
   * The first pack that summarizes English prose, or functions.
   *
   * @throws AlignLensError `pack-missing` when there is none, or what is wrong with a pack of the user's own
   */
  async summarizer(kind: SummaryKind, scope: config.Scope): Promise<PackInfo> {
    const source = kind === 'code' ? 'code' : 'en';
    const pack = await this.find(scope, ({ task, sourceLanguage }) => task === 'summarize' && sourceLanguage === source);
    if (pack) return pack;
    throw new AlignLensError(
      'pack-missing',
      `No pack summarizes ${kind === 'code' ? 'code' : 'English prose'}. Reinstall AlignLens, or name a pack of your own in alignlens.packFolders.`,
    );
  }

  /** Reads every pack anew from now on. */
  forget(): void {
    this.described.clear();
  }

  private async find(scope: config.Scope, fits: (pack: PackInfo) => boolean): Promise<PackInfo | undefined> {
    // One after another: a damaged pack of the user's own must be reported, not passed over for one that ships.
    for (const location of [...this.ownLocations(scope), ...(await this.shippedLocations())]) {
      const pack = await this.describe(location);
      if (fits(pack)) return pack;
    }
    return undefined;
  }

  private describe(location: string): Promise<PackInfo> {
    const known = this.described.get(location);
    if (known) return known;
    const description = this.engine.describePack(location).catch((error: unknown) => {
      this.described.delete(location);
      throw error;
    });
    this.described.set(location, description);
    return description;
  }

  private ownLocations(scope: config.Scope): string[] {
    const base = baseFolder(scope);
    return config.packFolders(scope).map((folder) => resolveFolder(folder, base).toString());
  }

  private async shippedLocations(): Promise<string[]> {
    // An extension in the browser cannot list its own folders: the build wrote the list.
    this.shipped ??= readPackIds(vscode.Uri.joinPath(this.extensionUri, 'dist/packs.json')).catch((error: unknown) => {
      this.shipped = undefined;
      throw error;
    });
    const ids = await this.shipped;
    return ids.map((id) => vscode.Uri.joinPath(this.extensionUri, 'models/packs', id).toString());
  }
}

async function readPackIds(list: vscode.Uri): Promise<readonly string[]> {
  const ids: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(list)));
  if (Array.isArray(ids) && ids.every((id) => typeof id === 'string')) return ids;
  throw new AlignLensError('pack-missing', 'The list of packs of this installation is damaged. Reinstall AlignLens.', list.toString());
}

/** Throws `pack-missing` for a relative path where no folder is open. */
function resolveFolder(folder: string, base: vscode.Uri | undefined): vscode.Uri {
  const uri = resolveLocation(folder, base);
  if (uri) return uri;
  throw new AlignLensError(
    'pack-missing',
    `alignlens.packFolders names "${folder}", which is relative, but no folder is open. Open a folder or give an absolute path.`,
  );
}
