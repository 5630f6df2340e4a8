import * as vscode from 'vscode';
import { writeTarget, type Target } from './writeTarget';

/** What is to be written once the user has seen it. */
export interface Proposal extends Target {
  readonly after: string;
  /** What was translated: a new file is compared with it. */
  readonly source: vscode.Uri;
  /** Heads the comparison. */
  readonly title: string;
}

/** The scheme of texts that are only proposed; package.json names it too. */
const scheme = 'alignlens-preview';
/** Proposals that nobody took or discarded are forgotten, the oldest first. */
const most = 20;

/** Shows what a translation would change, and writes it when the user accepts. */
export class TranslationPreviews implements vscode.TextDocumentContentProvider, vscode.Disposable {
  /** By the address of the proposed text. */
  private readonly proposals = new Map<string, Proposal>();
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  private count = 0;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.proposals.get(uri.toString())?.after ?? '';
  }

  dispose(): void {
    this.registration.dispose();
    this.proposals.clear();
  }

  /** Opens the comparison; the address names it for `accept` and `discard`. */
  async show(proposal: Proposal): Promise<vscode.Uri> {
    const { source, target, before, title } = proposal;
    this.count += 1;
    const right = vscode.Uri.from({ scheme, path: target.path, query: `proposed-${this.count}` });
    this.proposals.set(right.toString(), proposal);
    const [oldest] = this.proposals.keys();
    if (this.proposals.size > most && oldest !== undefined) this.proposals.delete(oldest);
    await vscode.commands.executeCommand('vscode.diff', before === undefined ? source : target, right, title);
    return right;
  }

  /** The comparison in front, if it is one of ours. */
  current(): vscode.Uri | undefined {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputTextDiff && this.proposals.has(input.modified.toString()) ? input.modified : undefined;
  }

  /**
   * Writes the proposal in one step that one undo takes back, and shows the file. Does nothing for one that is settled.
   *
   * @throws AlignLensError `text-changed` when the file is no longer what the proposal was made from, or `read-only`
   */
  async accept(uri: vscode.Uri): Promise<void> {
    const proposal = this.proposals.get(uri.toString());
    if (!proposal) return;
    await writeTarget(proposal, proposal.after);
    await this.settle(uri);
    await vscode.window.showTextDocument(proposal.target, { preview: false });
  }

  async discard(uri: vscode.Uri): Promise<void> {
    await this.settle(uri);
  }

  private async settle(uri: vscode.Uri): Promise<void> {
    this.proposals.delete(uri.toString());
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const shown = tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString());
    if (shown.length > 0) await vscode.window.tabGroups.close(shown);
  }
}
