/** What ships in the VSIX: .vscodeignore decides, `@vscode/vsce` reads it. */
import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from './paths.mjs';

/** @returns {Promise<string[]>} the files of the VSIX, relative to the repository */
export async function vsixFiles() {
  const { listFiles, PackageManager } = await import('@vscode/vsce');
  // The extension bundles everything it needs: no package of node_modules ships.
  return listFiles({ cwd: root, packageManager: PackageManager.None });
}

/**
 * Copies exactly the files of the VSIX, so that tests run what users get.
 *
 * @param {string} folder emptied first
 */
export async function stageExtension(folder) {
  await rm(folder, { recursive: true, force: true });
  for (const file of await vsixFiles()) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(root, file), join(folder, file));
  }
}

/** @param {string} packagePath where the VSIX is written */
export async function packageExtension(packagePath) {
  const { createVSIX } = await import('@vscode/vsce');
  await createVSIX({ cwd: root, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
}
