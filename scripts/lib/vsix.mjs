/** What ships in the VSIX: .vscodeignore decides, `@vscode/vsce` reads it. */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from '../build.mjs';
import { root } from './paths.mjs';

/** @returns {Promise<string[]>} the files of the VSIX, relative to the repository */
export async function vsixFiles() {
  const { listFiles, PackageManager } = await import('@vscode/vsce');
  // The extension bundles everything it needs: no package of node_modules ships.
  return listFiles({ cwd: root, packageManager: PackageManager.None });
}

/**
 * Copies exactly the files of the VSIX, of the build that is there, for tests that change a file of them.
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

/**
 * Builds what ships, minified, and leaves dist/ as it is.
 *
 * @param {string} folder emptied first; what `packFolder` takes
 */
export async function stageMinified(folder) {
  await stageExtension(folder);
  await build({ minify: true, folder: join(folder, 'dist') });
  await cp(join(root, '.vscodeignore'), join(folder, '.vscodeignore'));
}

/** @param {string} folder as `stageMinified` writes it @param {string} packagePath where the VSIX is written */
export async function packFolder(folder, packagePath) {
  const { createVSIX } = await import('@vscode/vsce');
  await createVSIX({ cwd: folder, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
}

/** @param {string} packagePath where the VSIX of the minified build is written */
export async function packageExtension(packagePath) {
  const folder = await mkdtemp(join(tmpdir(), 'alignlens-package-'));
  try {
    await stageMinified(folder);
    await packFolder(folder, packagePath);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
