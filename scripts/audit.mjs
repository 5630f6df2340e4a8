/** `npm run audit`: known weaknesses of the packages that are installed. Fails for those that are high or critical. */
import { spawnSync } from 'node:child_process';
import { root } from './lib/paths.mjs';

const { stdout, error } = spawnSync('npm', ['audit', '--json', '--audit=true', '--audit-level=high'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
  shell: process.platform === 'win32',
});
if (error) throw error;
const { metadata, error: refused, message } = parsed(stdout);
if (metadata?.vulnerabilities === undefined) {
  console.error(`Nothing is known: the registry in use does not answer audits (${refused?.summary || message || 'it gives no reason'}). Run this where it does.`);
  process.exitCode = 2;
} else {
  const { high, critical, moderate, low } = metadata.vulnerabilities;
  console.log(`Packages looked at: ${metadata.dependencies?.total ?? '?'}. Known weaknesses: ${critical} critical, ${high} high, ${moderate} moderate, ${low} low.`);
  if (high + critical > 0) {
    console.error('"npm audit" says which, and what to do.');
    process.exitCode = 1;
  }
}

/** @param {string} text @returns {any} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
