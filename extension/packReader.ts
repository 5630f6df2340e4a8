import * as vscode from 'vscode';
import type { ReadFile } from '../engine/pack/loader';
import { AlignLensError } from '../engine/protocol/errors';
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
          ? `This installation of AlignLens lacks dist/${file}. Reinstall it.`
          : `There is no readable ${file} in the pack folder ${folder.toString(true)}. Correct alignlens.packFolders, or reinstall AlignLens if it names none.`,
        error instanceof Error ? error.message : String(error),
      );
    }
  };
}
