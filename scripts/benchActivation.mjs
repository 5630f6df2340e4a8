/**
 * `npm run bench:activation [-- --starts N]`: how long the extension takes to start, as the editor itself measures it
 * (Developer: Startup Performance), in the web and the Node extension host. Builds a minified dist/. Ten seconds a start.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build } from './build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureCodeServer, serveCodeServer } from './lib/codeServer.mjs';
import { bundleSuite } from './lib/hostSuite.mjs';
import { root } from './lib/paths.mjs';
import { markdownTable, median } from './lib/statistics.mjs';
import { ensureVSCodeWeb, serveVSCodeWeb } from './lib/vscodeWeb.mjs';
import { stageExtension } from './lib/vsix.mjs';

const { values } = parseArgs({ options: { starts: { type: 'string', default: '5' } } });

/** @typedef {{ load: number, activate: number }} Start milliseconds: code loaded; activate() until its result is there */

const hosts = /** @type {const} */ ([
  { host: 'web', platform: 'browser', serve: serveVSCodeWeb },
  { host: 'Node', platform: 'node', serve: serveCodeServer },
]);

await build({ minify: true });
await Promise.all([ensureVSCodeWeb(), ensureCodeServer()]);
const executablePath = await ensureChromium();
const rows = [];
for (const { host, platform, serve } of hosts) {
  const extensionDir = join(root, 'test-results/bench-activation', platform);
  await stageExtension(extensionDir);
  const suite = join(extensionDir, 'suite.js');
  await bundleSuite(suite, platform, 'activationSuite');
  const server = await serve({ extensionDir, folder: join(root, 'docs/sample'), suite });
  try {
    /** @type {Start[]} */
    const starts = [];
    for (let start = 0; start < Number(values.starts); start++) starts.push(await measure(server.url));
    for (const part of /** @type {const} */ (['load', 'activate'])) {
      const times = starts.map((times) => times[part]);
      rows.push([`${host}, ${part}`, String(median(times)), String(Math.min(...times)), String(Math.max(...times))]);
    }
  } finally {
    server.close();
  }
}
console.log(markdownTable(['extension host', 'p50, ms', 'least', 'most'], rows));

/** @param {string} url @returns {Promise<Start>} of a fresh browser, and with it a fresh extension host */
async function measure(url) {
  const profile = await mkdtemp(join(tmpdir(), 'alignlens-bench-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath, headless: true, args: ['--no-sandbox'] });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    /** @type {string[]} */
    const lines = [];
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ texts) => lines.push(texts.join(' ')));
    /** @type {Promise<number>} */
    const exit = new Promise((resolve) => void page.exposeFunction('codeAutomationExit', resolve));
    await page.goto(url);
    if ((await exit) !== 0) throw new Error(lines.join('\n'));
    return JSON.parse(lines.findLast((line) => line.startsWith('{"load"')) ?? '');
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
