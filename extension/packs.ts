import * as vscode from 'vscode';
import type { EngineClient } from '../engine/client';
import { AlignLensError } from '../engine/protocol/errors';
import { phrase } from '../engine/protocol/phrase';
import type { PackInfo } from '../engine/protocol/result';
import { array, integer, object, string } from '../engine/protocol/validate';
import * as config from './config';
import { baseFolder, resolveLocation } from './location';
import type { SummaryKind } from './summarySubjects';

/** Where a pack is, before anything of it is read. */
export interface PackPlace {
  readonly location: string;
  /** As `alignlens.packFolders` names it; undefined for packs that ship. */
  readonly folder: string | undefined;
  /** Of its files, where the build knows it. */
  readonly bytes: number | undefined;
}

const packList = array(object({ id: string, bytes: integer(0) }));

/** The packs at hand: those of the user's folders, then those that ship. */
export class Packs {
  /** By location; a pack that could not be described is forgotten, so that the next call tries again. */
  private readonly described = new Map<string, Promise<PackInfo>>();
  private shipped: Promise<ReturnType<typeof packList>> | undefined;

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
    return all.map((pack) => withAligner(pack, all));
  }

  /** The first pack from one language to another; undefined when there is none. Throws what is wrong with a pack of the user's own. */
  async between(source: string, target: string, scope: config.Scope): Promise<PackInfo | undefined> {
    const fits = between(source, target);
    const found = await this.find(scope, fits);
    if (!found?.translatesOnly) return found;
    const aligner = await this.aligning(source, target, scope);
    return withAligner(found, aligner ? [aligner] : []);
  }

  /** As `between`, but one that aligns existing translations: models that only translate are passed over. */
  async aligning(source: string, target: string, scope: config.Scope): Promise<PackInfo | undefined> {
    const fits = between(source, target);
    return this.find(scope, (pack) => fits(pack) && !pack.translatesOnly);
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
      kind === 'code'
        ? phrase('No pack summarizes code. Reinstall AlignLens, or name a pack of your own in alignlens.packFolders.')
        : phrase('No pack summarizes English prose. Reinstall AlignLens, or name a pack of your own in alignlens.packFolders.'),
    );
  }

  /** All that there are, the user's own first. */
  async places(scope: config.Scope): Promise<PackPlace[]> {
    const base = baseFolder(scope);
    const own = config.packFolders(scope).map((folder) => ({ location: resolveFolder(folder, base).toString(), folder, bytes: undefined }));
    return [...own, ...(await this.shippedPlaces())];
  }

  /** Reads every pack anew from now on. */
  forget(): void {
    this.described.clear();
  }

  private async find(scope: config.Scope, fits: (pack: PackInfo) => boolean): Promise<PackInfo | undefined> {
    // One after another: a damaged pack of the user's own must be reported, not passed over for one that ships.
    for (const { location } of await this.places(scope)) {
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

  private async shippedPlaces(): Promise<PackPlace[]> {
    // An extension in the browser cannot list its own folders: the build wrote the list.
    this.shipped ??= readPackList(vscode.Uri.joinPath(this.extensionUri, 'dist/packs.json')).catch((error: unknown) => {
      this.shipped = undefined;
      throw error;
    });
    const packs = await this.shipped;
    return packs.map(({ id, bytes }) => ({
      location: vscode.Uri.joinPath(this.extensionUri, 'models/packs', id).toString(),
      folder: undefined,
      bytes,
    }));
  }
}

function between(source: string, target: string): (pack: PackInfo) => boolean {
  return ({ task, sourceLanguage, targetLanguage }) => task === 'translate' && sourceLanguage === source && targetLanguage === target;
}

/** A model that only translates, with the first pack that does the rest for its languages. */
function withAligner(pack: PackInfo, packs: readonly PackInfo[]): PackInfo {
  if (!pack.translatesOnly) return pack;
  const fits = between(pack.sourceLanguage, pack.targetLanguage);
  const aligner = packs.find((other) => fits(other) && !other.translatesOnly);
  return aligner ? { ...pack, aligner: aligner.location } : pack;
}

async function readPackList(list: vscode.Uri): Promise<ReturnType<typeof packList>> {
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(list));
  try {
    return packList(JSON.parse(content), 'packs');
  } catch (error) {
    throw new AlignLensError('pack-missing', 'The list of packs of this installation is damaged. Reinstall AlignLens.', String(error));
  }
}

/** Throws `pack-missing` for a relative path where no folder is open. */
function resolveFolder(folder: string, base: vscode.Uri | undefined): vscode.Uri {
  const uri = resolveLocation(folder, base);
  if (uri) return uri;
  throw new AlignLensError(
    'pack-missing',
    phrase('alignlens.packFolders names "{0}", which is relative, but no folder is open. Open a folder or give an absolute path.', folder),
  );
}
