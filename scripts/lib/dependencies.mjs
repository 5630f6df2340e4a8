import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { runOrThrow } from './run.mjs';

/** Installs the packages of package-lock.json unless they are there already. */
export async function ensureDependencies() {
  if (await isInstalled()) return;
  console.log('Installing the npm packages of package-lock.json …');
  await runOrThrow('npm', ['ci', '--no-audit', '--no-fund']);
}

/** npm writes the installed tree to node_modules/.package-lock.json: as long as it is newer, nothing is missing. */
async function isInstalled() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(await readFile(installed, 'utf8')).packages;
  const missing = Object.entries(wanted).filter(
    ([path, { version, optional }]) => path !== '' && !optional && present[path]?.version !== version,
  );
  return missing.length === 0 && (await stat(join(root, 'node_modules'))).isDirectory();
}
