import * as vscode from 'vscode';
import { checkFile, isRefusal, type FileFacts } from '../engine/pack/folderFile';
import type { ReadFile } from '../engine/pack/loader';
import { AlignLensError } from '../engine/protocol/errors';
import { phrase } from '../engine/protocol/phrase';
import { runtimeLocation } from '../engine/protocol/workerProtocol';

/**
 * Reads packs through the editor's file systems, so that they may lie on a remote or virtual one. Throws `pack-missing`, and
 * `pack-damaged` for what is no plain file of a folder of the user's.
 */
export function packReader(extensionUri: vscode.Uri): ReadFile {
  return async (location, file) => {
    const folder = location === runtimeLocation ? vscode.Uri.joinPath(extensionUri, 'dist') : vscode.Uri.parse(location, true);
    // What ships has no links, and a browser does not tell.
    const isOwn = location !== runtimeLocation && !location.startsWith(`${extensionUri.toString()}/`);
    try {
      if (isOwn) await checkFile(folder.toString(true), file, (path) => factsOf(vscode.Uri.joinPath(folder, path)));
      return await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file));
    } catch (error) {
      if (isRefusal(error)) throw error;
      throw new AlignLensError(
        'pack-missing',
        location === runtimeLocation
          ? phrase('This installation of AlignLens lacks dist/{0}. Reinstall it.', file)
          : phrase(
              'There is no readable {0} in the pack folder {1}. Correct alignlens.packFolders, or reinstall AlignLens if it names none.',
              file,
              folder.toString(true),
            ),
        error instanceof Error ? error.message : String(error),
      );
    }
  };
}

async function factsOf(uri: vscode.Uri): Promise<FileFacts> {
  const { type, size } = await vscode.workspace.fs.stat(uri);
  const { File, Directory, SymbolicLink } = vscode.FileType;
  const kind = (type & SymbolicLink) !== 0 ? 'link' : type === File ? 'file' : type === Directory ? 'folder' : 'other';
  return { kind, bytes: size };
}
