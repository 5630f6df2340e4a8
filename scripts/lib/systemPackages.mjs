import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/**
 * Installs programs of the system that tests need, where that is possible without a question: as root on Debian or Ubuntu, so in
 * a fresh container.
 *
 * @param {string} purpose what needs them, for the line that says so
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} whether they are there now
 */
export async function installSystemPackages(purpose, packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing ${packages.join(', ')} for ${purpose} …`);
  await run('apt-get', ['update', '--quiet']);
  return (await run('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', ...packages])) === 0;
}
