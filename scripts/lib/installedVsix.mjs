/** The VSIX for tests: packed as `npm run package` packs it, and installed by an editor's own installer. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installInCodeServer } from './codeServer.mjs';
import { root } from './paths.mjs';
import { packFolder, stageMinified } from './vsix.mjs';

const results = join(root, 'test-results/vsix');

/** @returns {Promise<string>} the path of the VSIX; as long as nothing of its contents changes, of the same one */
export async function testedVsix() {
  const contents = join(results, 'contents');
  await stageMinified(contents);
  const folder = join(results, await digest(contents));
  const vsix = join(folder, 'alignlens.vsix');
  const packed = join(folder, 'packed');
  if (existsSync(packed)) return vsix;
  await mkdir(folder, { recursive: true });
  await packFolder(contents, vsix);
  await writeFile(packed, '');
  return vsix;
}

/**
 * Installs it once, with the Node host's server. VS Code for the Web installs from galleries only; it serves this folder.
 *
 * @returns {Promise<string>} the folder of installed extensions, which holds this one only
 */
export async function installedExtensions() {
  const vsix = await testedVsix();
  const extensionsDir = join(vsix, '../extensions');
  const installed = join(vsix, '../installed');
  if (existsSync(installed)) return extensionsDir;
  await rm(extensionsDir, { recursive: true, force: true });
  await installInCodeServer(vsix, extensionsDir);
  await writeFile(installed, '');
  return extensionsDir;
}

/** @param {string} folder @returns {Promise<string>} of the names and contents of all files */
async function digest(folder) {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name)).sort();
  for (const file of files) {
    const content = await readFile(file);
    hash.update(`${file.slice(folder.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}
