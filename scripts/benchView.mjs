/**
 * `npm run bench:view [-- --words N] [--scale N] [--seconds N]`: frame times of the matrix of a sentence with N words on
 * both sides while it scrolls and the pointer sweeps over it, in Chromium; needs a built dist/.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { chromium } from 'playwright-core';
import { build } from './build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { root } from './lib/paths.mjs';

const { values } = parseArgs({
  options: { words: { type: 'string', default: '300' }, scale: { type: 'string', default: '1' }, seconds: { type: 'string', default: '3' } },
});

const colours = {
  'editor-background': '#1f1f1f', foreground: '#cccccc', descriptionForeground: '#9d9d9d', 'charts-blue': '#3794ff',
  'charts-orange': '#d18616', focusBorder: '#0078d4', 'font-family': 'sans-serif', 'font-size': '13px',
};

/** In place of the editor: its API, and a theme's variables. */
const editor = `
  globalThis.acquireVsCodeApi = () => ({ postMessage() {}, getState: () => ({ drawing: 'matrix' }), setState() {} });
  addEventListener('DOMContentLoaded', () => {
    for (const [name, value] of Object.entries(${JSON.stringify(colours)})) document.documentElement.style.setProperty('--vscode-' + name, value);
  });
`;

const page = '<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="webview.css"><body><script src="webview.js"></script>';

if (!existsSync(join(root, 'dist/webview.js'))) await build({ minify: true });
const { outputFiles } = await bundle({
  absWorkingDir: root,
  entryPoints: ['test/view/benchPage.ts'],
  bundle: true,
  write: false,
  target: 'es2022',
  format: 'iife',
  logLevel: 'warning',
});

const browser = await chromium.launch({ executablePath: await ensureChromium(), headless: true, args: ['--no-sandbox'] });
try {
  const view = await browser.newPage({ viewport: { width: 1000, height: 900 }, deviceScaleFactor: Number(values.scale) });
  await view.addInitScript(editor);
  await view.route('**/*', async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') await route.fulfill({ contentType: 'text/html', body: page });
    else if (path.startsWith('/webview.')) {
      const contentType = path.endsWith('.css') ? 'text/css' : 'text/javascript';
      await route.fulfill({ contentType, body: await readFile(join(root, 'dist', path)) });
    } else await route.fulfill({ status: 204 });
  });
  await view.goto('http://view.test/');
  await view.evaluate(outputFiles[0]?.text ?? '');
  await view.evaluate(`bench.show(${Number(values.words)})`);
  await view.locator('.matrix-canvas').waitFor();
  // The table behind the matrix is filled while nothing else happens.
  await view.waitForTimeout(1000);
  console.log(`Matrix of ${values.words} × ${values.words} words, ${values.scale} device pixels per pixel, ${values.seconds} s each:`);
  for (const movement of ['idle', 'scroll', 'sweep', 'both']) {
    /** @type {{ frames: number[], longTasks: number[] }} milliseconds */
    const { frames, longTasks } = await view.evaluate(`bench.measure(${JSON.stringify(movement)}, ${Number(values.seconds)})`);
    const sorted = [...frames].sort((a, b) => a - b);
    /** @param {number} share */
    const quantile = (share) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(1);
    console.log(
      `${movement.padEnd(6)} median ${quantile(0.5)} ms, p95 ${quantile(0.95)} ms, worst ${quantile(1)} ms; ` +
        `${frames.length} frames, ${longTasks.length} long tasks`,
    );
  }
} finally {
  await browser.close();
}
