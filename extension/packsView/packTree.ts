import * as vscode from 'vscode';
import type { ReadFile } from '../../engine/pack/loader';
import { AlignLensError } from '../../engine/protocol/errors';
import { phrase } from '../../engine/protocol/phrase';
import { toAlignLensError } from '../../engine/protocol/rpc';
import { verifyPackOrModel } from '../../engine/transformers/modelFolder';
import * as config from '../config';
import type { Packs } from '../packs';
import { say } from '../say';
import { readPackEntry, type PackEntry } from './packEntry';
import { packRows, packSummary, packTitle, type Row } from './packText';

const viewId = 'alignlens.packs';
/** While it is set, the view has a place in the activity bar. */
const wantedKey = 'alignlens.packsWanted';

/** The packs view: a line for each pack, and below it what is known of the pack. */
export class PackTree implements vscode.TreeDataProvider<PackEntry | Row> {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  /** What came out when packs were verified, by location: nothing wrong, or what. */
  private readonly verified = new Map<string, AlignLensError | undefined>();
  /** What the view has listed. */
  private readonly listed = new WeakSet<object>();
  private readonly view = vscode.window.createTreeView(viewId, { treeDataProvider: this });
  private readonly subscriptions = [
    this.view,
    this.changed,
    config.onDidChange(() => this.refresh()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => this.refresh()),
  ];

  constructor(
    private readonly packs: Packs,
    private readonly readFile: ReadFile,
  ) {
    this.showTrust();
  }

  async show(): Promise<void> {
    await vscode.commands.executeCommand('setContext', wantedKey, true);
    this.refresh();
    await vscode.commands.executeCommand(`${viewId}.focus`);
  }

  async hide(): Promise<void> {
    await vscode.commands.executeCommand('setContext', wantedKey, false);
  }

  /** Reads every pack anew. */
  refresh(): void {
    this.verified.clear();
    this.packs.forget();
    this.showTrust();
    this.changed.fire(undefined);
  }

  /** All packs, damaged ones too. */
  async entries(): Promise<PackEntry[]> {
    const places = await this.packs.places(undefined);
    const entries = await Promise.all(places.map((place) => readPackEntry(place, this.readFile)));
    return entries.map((entry) => {
      const error = this.verified.get(entry.place.location);
      const shown = error ? { place: entry.place, state: { error } } : entry;
      this.listed.add(shown);
      return shown;
    });
  }

  /** Whether this is what a menu of the view hands to its command: an entry of the view's own, which nobody else can make. */
  isEntry(value: unknown): value is PackEntry {
    return typeof value === 'object' && value !== null && this.listed.has(value);
  }

  /** Checks every hash of the pack, with progress in the view's heading. Throws what is wrong with it. */
  async verify(location: string): Promise<void> {
    try {
      await this.check(location);
      this.verified.set(location, undefined);
    } catch (error) {
      this.verified.set(location, toAlignLensError(error));
      throw error;
    } finally {
      this.changed.fire(undefined);
    }
  }

  /** Checks every hash of a pack, listed or not, with progress in the view. Throws what is wrong with it. */
  check(location: string): Thenable<void> {
    return vscode.window.withProgress({ location: { viewId } }, async (progress) => {
      await verifyPackOrModel(location, this.readFile, {
        onProgress: (_done, total) => progress.report({ increment: 100 / total }),
      });
    });
  }

  getTreeItem(element: PackEntry | Row): vscode.TreeItem {
    return 'place' in element ? this.packItem(element) : rowItem(element);
  }

  async getChildren(element?: PackEntry | Row): Promise<(PackEntry | Row)[]> {
    if (element === undefined) return this.entries();
    return 'place' in element ? packRows(element) : [];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private packItem(entry: PackEntry): vscode.TreeItem {
    const { place, state } = entry;
    const damaged = 'error' in state;
    const title = damaged ? (place.folder ?? place.location.slice(place.location.lastIndexOf('/') + 1)) : packTitle(state.info);
    const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = place.location;
    item.description = damaged ? say(state.error.phrase) : this.summary(entry);
    item.tooltip = [title, damaged ? say(state.error.phrase) : this.summary(entry), ...(place.folder === undefined ? [] : [place.folder])].join('\n');
    item.iconPath = new vscode.ThemeIcon(damaged ? 'error' : this.verified.has(place.location) ? 'verified' : 'package');
    item.contextValue = `${place.folder === undefined ? 'shipped' : 'own'}${damaged ? 'Damaged' : ''}Pack`;
    return item;
  }

  private summary(entry: PackEntry): string {
    const summary = packSummary(entry);
    return this.verified.has(entry.place.location) ? `${summary} · ${vscode.l10n.t('verified')}` : summary;
  }

  private showTrust(): void {
    this.view.message = vscode.workspace.isTrusted ? '' : say(untrustedReason);
  }
}

const untrustedReason = phrase(
  'This workspace is in Restricted Mode: pack folders that it names are not read, and none can be added. Trust the workspace to change that.',
);

/** Throws `untrusted` where the workspace is. */
export function requireTrust(): void {
  if (!vscode.workspace.isTrusted) throw new AlignLensError('untrusted', untrustedReason);
}

function rowItem({ label, value, tooltip }: Row): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.description = value;
  item.tooltip = `${label}: ${value}${tooltip === undefined ? '' : `\n${tooltip}`}`;
  return item;
}
