import * as vscode from 'vscode';
import type { Context } from '../context';
import { modelCardUri } from '../packsView/modelCards';

/** Shows a pack's README.md: what it was trained on, how good it is, what it gets wrong. */
export function openModelCard({ modelCards, packTree }: Context): (entry?: unknown) => Promise<void> {
  return async (entry) => {
    if (!packTree.isEntry(entry)) return;
    // The preview would show its own error in place of ours.
    await modelCards.read(entry.place.location);
    await vscode.commands.executeCommand('markdown.showPreview', modelCardUri(entry.place.location));
  };
}
