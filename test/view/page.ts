/**
 * The built view in Chromium without the editor around it: the page that the extension makes, with its content policy,
 * a theme's variables and a stub of the editor's API. Needs a built dist/.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import type { PanelMessage, ViewMessage } from '../../engine/protocol/panelProtocol';
import { panelHtml } from '../../extension/panelHtml';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { themes, type ThemeName } from './themes';

const origin = 'http://view.test';
const screenshots = join(root, 'test-results/screenshots');

/** What the editor adds to every webview's page, as far as it shows. */
const editorSheet = `
  html { scrollbar-color: var(--vscode-scrollbarSlider-background) var(--vscode-editor-background); }
  body { margin: 0; background-color: var(--vscode-editor-background); color: var(--vscode-editor-foreground);
    font-family: var(--vscode-font-family); font-weight: var(--vscode-font-weight); font-size: var(--vscode-font-size); }
  a, button, input, [tabindex] { outline-color: var(--vscode-focusBorder); }
`;

export interface ViewOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** What an earlier view had stored. */
  readonly stored?: unknown;
  /** Device pixels per CSS pixel. */
  readonly scale?: number;
  readonly forcedColors?: boolean;
  readonly reducedMotion?: boolean;
  /** Translations of the view's words, by their English. */
  readonly messages?: Readonly<Record<string, string>>;
}

/** One browser for a test file; each view is a page of its own. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    headless: true,
    args: ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
}

export class ViewPage {
  /** Uncaught errors, messages on the console's error channel (refusals of the content policy too), strange requests. */
  readonly problems: string[] = [];

  private constructor(readonly page: Page) {}

  static async open(browser: Browser, options: ViewOptions = {}): Promise<ViewPage> {
    const { theme = 'dark', width = 900, height = 760, stored, scale = 1, forcedColors = false, reducedMotion = false } = options;
    const page = await browser.newPage({
      viewport: { width, height },
      deviceScaleFactor: scale,
      forcedColors: forcedColors ? 'active' : 'none',
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    });
    page.setDefaultTimeout(30_000);
    const view = new ViewPage(page);
    page.on('pageerror', (error) => view.problems.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') view.problems.push(message.text());
    });
    await view.serve(options.messages);
    await page.addInitScript(stubEditor, stored);
    await page.addInitScript(reportRefusals);
    await page.goto(`${origin}/`);
    await view.setTheme(theme);
    return view;
  }

  /** As when the reader chooses another theme. */
  async setTheme(name: ThemeName): Promise<void> {
    await this.page.evaluate(applyTheme, { ...themes[name], sheet: editorSheet });
  }

  /** A message from the extension; resolves once the view has taken it. */
  async post(message: PanelMessage): Promise<void> {
    await this.page.evaluate(postPacked, JSON.stringify(message, packed));
  }

  /** Everything that the view sent to the extension so far. */
  async sent(): Promise<ViewMessage[]> {
    return this.page.evaluate(() => (globalThis as unknown as StubbedWindow).sent);
  }

  /** What axe-core finds wrong with the page: a line for each element of each broken rule, but for those of rules to leave out. */
  async accessibilityProblems(leftOut: readonly string[] = []): Promise<string[]> {
    if (!(await this.page.evaluate(() => 'axe' in globalThis))) {
      await this.page.evaluate(await readFile(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
    }
    const rules = Object.fromEntries(leftOut.map((rule) => [rule, { enabled: false }]));
    const { violations } = await this.page.evaluate(
      (options) => (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
      { rules },
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  }

  /** Saves the page, or a part of it, as test-results/screenshots/view-NAME.png. */
  async screenshot(name: string, part?: Locator): Promise<void> {
    await mkdir(screenshots, { recursive: true });
    await (part ?? this.page).screenshot({ path: join(screenshots, `view-${name}.png`) });
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  private async serve(messages: ViewOptions['messages'] = {}): Promise<void> {
    const html = panelHtml({
      scriptUri: `${origin}/webview.js`,
      styleUri: `${origin}/webview.css`,
      nonce: 'test',
      language: 'en',
      title: 'Alignment',
      messages,
    });
    await this.page.route('**/*', async (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === '/') await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
      else if (path === '/webview.js' || path === '/webview.css') await route.fulfill({ path: join(root, 'dist', path) });
      else if (path === '/favicon.ico') await route.fulfill({ status: 204 });
      else {
        this.problems.push(`the page asked for ${route.request().url()}`);
        await route.abort();
      }
    });
  }
}

/** Matrices as text: as arrays of numbers, a long sentence's would take ten seconds. */
function packed(_key: string, value: unknown): unknown {
  return value instanceof Float32Array ? { float32: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') } : value;
}

/** Runs in the page. */
function postPacked(message: string): Promise<void> {
  const unpacked = (_key: string, value: unknown): unknown => {
    const text = typeof value === 'object' && value !== null && 'float32' in value ? value.float32 : undefined;
    return typeof text === 'string' ? new Float32Array(Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)).buffer) : value;
  };
  return new Promise<void>((resolve) => {
    window.addEventListener('message', () => requestAnimationFrame(() => resolve()), { once: true });
    window.postMessage(JSON.parse(message, unpacked), '*');
  });
}

interface StubbedWindow {
  sent: ViewMessage[];
  acquireVsCodeApi: () => { postMessage(message: ViewMessage): void; getState(): unknown; setState(state: unknown): void };
}

/** Runs in the page before its script. */
function stubEditor(stored: unknown): void {
  const stubbed = globalThis as unknown as StubbedWindow;
  let state = stored;
  stubbed.sent = [];
  stubbed.acquireVsCodeApi = () => ({
    postMessage: (message) => {
      stubbed.sent.push(message);
    },
    getState: () => state,
    setState: (next) => {
      state = next;
    },
  });
}

/** Runs in the page before its script: what the content policy refuses is a problem, as whoever asked for it wanted something else. */
function reportRefusals(): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(`refused: ${effectiveDirective} ${blockedURI}`);
  });
}

/** Runs in the page. Set through the object model, as the editor does: the content policy allows that. */
function applyTheme({ bodyClass, variables, sheet }: { bodyClass: string; variables: Readonly<Record<string, string>>; sheet: string }): void {
  const { style } = document.documentElement;
  for (const name of [...style].filter((property) => property.startsWith('--vscode-'))) style.removeProperty(name);
  for (const [name, value] of Object.entries(variables)) style.setProperty(`--vscode-${name}`, value);
  document.body.className = bodyClass;
  const constructed = new CSSStyleSheet();
  constructed.replaceSync(sheet);
  document.adoptedStyleSheets = [constructed];
}
