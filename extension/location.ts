import * as vscode from 'vscode';

/** A URI, an absolute path, or a path relative to the workspace folder; undefined when it is relative to none. */
export function resolveLocation(location: string, base: vscode.Uri | undefined): vscode.Uri | undefined {
  if (/^[a-z][a-z0-9+.-]+:\/\//iu.test(location)) return vscode.Uri.parse(location, true);
  if (/^(?:[/\\]|[a-z]:[/\\])/iu.test(location)) return vscode.Uri.file(location);
  return base && vscode.Uri.joinPath(base, location);
}

/** The workspace folder of a document, or the first one. */
export function baseFolder(document: vscode.TextDocument | undefined): vscode.Uri | undefined {
  const own = document && vscode.workspace.getWorkspaceFolder(document.uri);
  return (own ?? vscode.workspace.workspaceFolders?.[0])?.uri;
}
