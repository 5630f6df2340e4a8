/** What ships in the VSIX: .vscodeignore decides, `@vscode/vsce` reads it. The same commit always gives the same bytes. */
import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from '../build.mjs';
import { root } from './paths.mjs';
import { runOrThrow } from './run.mjs';

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
    const copy = join(folder, file);
    await mkdir(dirname(copy), { recursive: true });
    await cp(join(root, file), copy);
    await setMode(folder, file);
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
  for (const file of await vsixFiles()) await setMode(folder, file);
}

/** @param {string} folder as `stageMinified` writes it @param {string} packagePath where the VSIX is written */
export async function packFolder(folder, packagePath) {
  const { version, repository } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  // The editor's page of an extension shows pictures of https: addresses only, neither files of the extension nor data: addresses.
  const tag = `v${version}`;
  const links = repository === undefined ? { allowMissingRepository: true, rewriteRelativeLinks: false } : { githubBranch: tag, gitlabBranch: tag };
  const options = { cwd: folder, ignoreFile: join(root, '.vscodeignore'), packagePath, dependencies: false, ...links };
  // A process of its own: times in the zip are local ones, and the order of its files is that of the language.
  const env = { ...process.env, SOURCE_DATE_EPOCH: await sourceDate(), TZ: 'UTC', LC_ALL: 'C' };
  await runOrThrow(process.execPath, ['-e', `require('@vscode/vsce').createVSIX(${JSON.stringify(options)})`], { env });
}

/** @param {string} packagePath where the VSIX of the minified build is written */
export async function packageExtension(packagePath) {
  const folder = await mkdtemp(join(tmpdir(), 'alignlens-vsix-'));
  try {
    await stageMinified(folder);
    await packFolder(folder, packagePath);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The VSIX records modes, and those of a checkout depend on who made it. @param {string} folder @param {string} file */
async function setMode(folder, file) {
  await chmod(join(folder, file), file === 'dist/cli.js' ? 0o755 : 0o644);
}

/** @returns {Promise<string>} seconds since 1970: of SOURCE_DATE_EPOCH, or of the commit that is checked out */
async function sourceDate() {
  const { SOURCE_DATE_EPOCH } = process.env;
  if (SOURCE_DATE_EPOCH !== undefined) return SOURCE_DATE_EPOCH;
  try {
    return (await promisify(execFile)('git', ['log', '-1', '--format=%ct'], { cwd: root })).stdout.trim();
  } catch (cause) {
    throw new Error('The VSIX takes its times from the commit, but this is no Git repository; set SOURCE_DATE_EPOCH.', { cause });
  }
}
