import * as vscode from 'vscode';
import type { ReadFile } from '../engine/pack/loader';
import { AlignLensError } from '../engine/protocol/errors';
import { phrase } from '../engine/protocol/phrase';
import { runtimeLocation } from '../engine/protocol/workerProtocol';

/** Reads packs through the editor's file systems, so that they may lie on a remote or virtual one. */
export function packReader(extensionUri: vscode.Uri): ReadFile {
  return async (location, file) => {
    const folder = location === runtimeLocation ? vscode.Uri.joinPath(extensionUri, 'dist') : vscode.Uri.parse(location, true);
    try {
      return await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file));
    } catch (error) {
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
