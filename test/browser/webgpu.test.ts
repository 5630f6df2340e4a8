/**
 * The built engine in Chromium, decoding on WebGPU's software adapter: right answers, no speed. Needs a built dist/ and the
 * pack that ships.
 */
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import type { Outcome, Session } from './enginePage';

const softwareAdapter = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--enable-features=Vulkan'];
const wasm = 'ort-wasm-simd-threaded.wasm';
const webgpu = ['webgpu.js', 'ort-wasm-simd-threaded.jspi.wasm'];
const texts = ['Open the file.', 'Close `main` first.', 'The server does not answer.'];

let script: string;
let browser: Browser;
beforeAll(async () => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['test/browser/enginePage.ts'],
    bundle: true,
    write: false,
    target: 'es2022',
    format: 'iife',
    logLevel: 'error',
  });
  script = outputFiles[0]!.text;
});
afterEach(() => browser.close());

/** A page of a secure origin: elsewhere there is no WebGPU. */
async function openPage(flags: readonly string[]): Promise<Page> {
  browser = await chromium.launch({
    executablePath: await ensureChromium(),
    headless: true,
    args: ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND', ...flags],
  });
  const page = await browser.newPage();
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    else if (/^\/(?:dist|models\/packs)\//u.test(pathname)) await route.fulfill({ path: join(root, pathname) });
    else await route.abort();
  });
  await page.goto('http://localhost/');
  await page.addScriptTag({ content: script });
  return page;
}

function runSession(page: Page, session: Session): Promise<Outcome> {
  return page.evaluate((asked) => (globalThis as unknown as { runSession(asked: Session): Promise<Outcome> }).runSession(asked), session);
}

describe('with a software adapter', () => {
  test('WebGPU translates as WebAssembly does, and attends to the same words', async () => {
    const page = await openPage(softwareAdapter);
    const ours = await runSession(page, { wanted: { setting: 'wasm', measured: null }, texts });
    const other = await runSession(page, { wanted: { setting: 'webgpu', measured: null }, texts });
    expect(ours.runtimeFiles).toEqual([wasm]);
    expect(other.runtimeFiles).toEqual([wasm, ...webgpu]);
    expect(other.states).toHaveLength(1);
    expect(other.states[0]!.state).toMatch(/^WebGPU: .*adapter: .*swiftshader/u);
    expect(other.warnings).toEqual([]);
    expect(other.translations.map(({ target }) => target)).toEqual(ours.translations.map(({ target }) => target));
    expect(ours.translations[0]!.target).toContain('文件');
    const attention = ({ translations }: Outcome): number[] =>
      translations.flatMap(({ sentences }) => sentences.flatMap((sentence) => Object.values(sentence.attention)));
    const [a, b] = [attention(ours), attention(other)];
    expect(b).toHaveLength(a.length);
    // The one rounds activations to 8 bits, the other does not.
    expect(Math.max(...a.map((weight, i) => Math.abs(weight - b[i]!)))).toBeLessThan(0.01);
  });

  test('a translation goes on in WebAssembly when the adapter is lost', async () => {
    const page = await openPage(softwareAdapter);
    const started = page.waitForEvent('console', { predicate: (message) => message.text().startsWith('WebGPU:') });
    const running = runSession(page, { wanted: { setting: 'webgpu', measured: null }, texts });
    await started;
    await (await browser.newBrowserCDPSession()).send('Browser.crashGpuProcess').catch(() => undefined);
    const { translations, states, warnings } = await running;
    expect(translations[0]!.target).toContain('文件');
    expect(translations).toHaveLength(texts.length);
    expect(states.map(({ state }) => state)).toEqual([expect.stringMatching(/^WebGPU:/u), expect.stringMatching(/^WebAssembly: WebGPU failed: /u)]);
    expect(warnings).toHaveLength(1);
  });

  test('auto leaves it alone', async () => {
    const page = await openPage(softwareAdapter);
    const { states, runtimeFiles, warnings } = await runSession(page, { wanted: { setting: 'auto', measured: null }, texts: texts.slice(0, 1) });
    expect(states.map(({ state }) => state)).toEqual([expect.stringMatching(/^WebAssembly: the adapter .* is software$/u)]);
    expect(runtimeFiles).toEqual([wasm]);
    expect(warnings).toEqual([]);
  });

  test('auto times an adapter that calls itself a card, after the first translation, and stays with what is faster', async () => {
    const page = await openPage(softwareAdapter);
    const session = { texts: texts.slice(0, 1), pretendCard: true } as const;
    const first = await runSession(page, { ...session, until: 'WebAssembly: a decoder step', wanted: { setting: 'auto', measured: null } });
    expect(first.states.map(({ state }) => state)).toEqual([
      'WebAssembly: until WebGPU has been timed',
      expect.stringMatching(/^WebAssembly: a decoder step with WebGPU takes [\d.]+ instead of [\d.]+ ms \(sentences: 1\); adapter: test card/u),
    ]);
    expect(first.states.map(({ translated }) => translated)).toEqual([0, 1]);
    expect(first.measured!.adapter).toContain('test card');
    expect(first.measured!.webgpuFrom).toBeNull();
    const again = await runSession(page, { ...session, wanted: { setting: 'auto', measured: first.measured! } });
    expect(again.runtimeFiles).toEqual([wasm]);
    expect(again.states.map(({ state }) => state)).toEqual([expect.stringMatching(/^WebAssembly: WebGPU was timed to be not faster here/u)]);
    const faster = await runSession(page, { ...session, texts: texts.slice(0, 2), until: 'WebGPU', wanted: { setting: 'auto', measured: { ...first.measured!, webgpuFrom: 1 } } });
    expect(faster.states.map(({ state }) => state)).toEqual(['WebAssembly: until WebGPU is loaded', expect.stringMatching(/^WebGPU: WebGPU was timed to be faster here/u)]);
    expect(faster.states[1]!.translated).toBe(1);
    expect(faster.translations.map(({ target }) => target)).toEqual([expect.stringContaining('文件'), expect.stringContaining('`main`')]);
  });
});

test('without an adapter, WebAssembly translates, and the log says why, once', async () => {
  const page = await openPage([]);
  const { translations, states, runtimeFiles, warnings } = await runSession(page, { wanted: { setting: 'webgpu', measured: null }, texts });
  expect(translations.map(({ target }) => target).every((target) => target !== '')).toBe(true);
  expect(states).toEqual([{ state: 'WebAssembly: the browser offers no graphics adapter', translated: 0 }]);
  expect(warnings).toEqual([expect.stringContaining('the browser offers no graphics adapter')]);
  expect(runtimeFiles).toEqual([wasm]);
});
