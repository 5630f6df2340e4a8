/** Finds the Chromium that the editor tests drive, and installs it where it is missing. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { installSystemPackages } from './systemPackages.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * @returns {Promise<string>} the browser's path; `ALIGNLENS_CHROMIUM` overrides the search
 * @throws with what to install when there is none and none can be installed
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  if (!(await installSystemPackages('the editor tests', ['chromium', 'fonts-noto-cjk']))) {
    await run(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']);
  }
  const installed = await findChromium();
  if (installed) return installed;
  throw new Error(
    'The editor tests need Chromium. Install it (Debian or Ubuntu: "sudo apt-get install chromium"; elsewhere: ' +
      '"npx playwright-core install chromium"), or set ALIGNLENS_CHROMIUM to the path of a Chromium or Chrome.',
  );
}

/** @returns {Promise<string | undefined>} */
async function findChromium() {
  const given = process.env['ALIGNLENS_CHROMIUM'];
  if (given) return given;
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
  if (onPath) return onPath;
  const { chromium } = await import('playwright-core');
  const own = chromium.executablePath();
  return own && existsSync(own) ? own : undefined;
}
