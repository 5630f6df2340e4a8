/** What ships in the VSIX: .vscodeignore decides. The same commit always gives the same bytes. */
import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from '../build.mjs';
import { root } from './paths.mjs';
import { runOrThrow } from './run.mjs';

/**
 * The listing of `@vscode/vsce` is the same, but walks all that is not shipped, too: ten seconds, for each test that stages.
 *
 * @returns {Promise<string[]>} the files of the VSIX, relative to the repository
 * @throws when .vscodeignore has a line that is neither the first, which ignores everything, nor one that takes files back
 */
export async function vsixFiles() {
  const lines = (await readFile(join(root, '.vscodeignore'), 'utf8')).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const [everything, ...shipped] = lines;
  const unknown = [...(everything === '**' ? [] : [everything]), ...shipped.filter((line) => !line.startsWith('!'))];
  if (unknown.length > 0) throw new Error(`.vscodeignore: "${unknown[0]}" is not understood; begin with "**" and name what ships, each line as "!PATH".`);
  return (await Promise.all(shipped.map((line) => filesLike('', line.slice(1).split('/'))))).flat();
}

/** @param {string} folder @param {readonly string[]} parts of a path, where * stands for any characters @returns {Promise<string[]>} */
async function filesLike(folder, [part = '', ...following]) {
  const name = new RegExp(`^${part.replaceAll(/[^\w*-]/gu, String.raw`\$&`).replaceAll('*', '.*')}$`);
  const entries = (await readdir(join(root, folder), { withFileTypes: true })).filter((entry) => name.test(entry.name));
  const found = entries.map(async (entry) => {
    const path = `${folder}${entry.name}`;
    if (following.length === 0) return entry.isFile() ? [path] : [];
    return entry.isDirectory() ? filesLike(`${path}/`, following) : [];
  });
  return (await Promise.all(found)).flat();
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
