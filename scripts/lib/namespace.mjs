/** Network namespaces: a process in one of its own has no way out of this machine, whatever it tries. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { installSystemPackages } from './systemPackages.mjs';

/** As root, or else as the root of a user namespace. */
const ways = [['--net'], ['--map-root-user', '--net']];

/**
 * @param {readonly string[]} command
 * @returns {Promise<[string, ...string[]]>} the command that runs it without network, and proves it
 * @throws with what is missing, where this system has or allows no network namespaces
 */
export async function withoutNetwork(command) {
  const hasPrograms = () => ['unshare', 'ip'].every((program) => spawnSync(program, ['-V']).status === 0);
  if (!hasPrograms()) await installSystemPackages('the proof without network', ['util-linux', 'iproute2']);
  /** @type {string[]} */
  const refusals = [];
  for (const way of ways) {
    const { status, stderr, error } = spawnSync('unshare', [...way, 'ip', 'link', 'set', 'lo', 'up'], { encoding: 'utf8' });
    if (status === 0) return ['unshare', ...way, process.execPath, join(root, 'scripts/lib/noNetwork.mjs'), ...command];
    refusals.push(`unshare ${way.join(' ')}: ${error?.message ?? stderr.trim()}`);
  }
  throw new Error(
    'The proof that AlignLens works without network needs a network namespace: Linux with "unshare" and "ip" (packages ' +
      `util-linux and iproute2), as root or where users may make namespaces.\n${refusals.join('\n')}`,
  );
}
