import * as vscode from 'vscode';
import { fileFormatOf } from '../../engine/files';

/** More files than this are no folder to translate in one go. */
const mostFiles = 1000;

/** Files of a folder that can be translated, in order of their paths; folders of dependencies and hidden ones are left out. */
export async function folderFiles(folder: vscode.Uri, signal: AbortSignal | undefined): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const pending = [folder];
  for (let next = pending.shift(); next && found.length < mostFiles; next = pending.shift()) {
    signal?.throwIfAborted();
    const entries = await vscode.workspace.fs.readDirectory(next);
    for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      const uri = vscode.Uri.joinPath(next, name);
      // A link may lead anywhere, back here too.
      if (type === vscode.FileType.Directory && name !== 'node_modules' && !name.startsWith('.')) pending.push(uri);
      else if (type === vscode.FileType.File && fileFormatOf(name)) found.push(uri);
    }
  }
  return found.slice(0, mostFiles);
}
