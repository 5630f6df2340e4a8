/** The view's page in Chromium without an editor around it: the real script, sheet and content policy, messages from the test. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { panelMessage, viewMessage, type PanelMessage, type ViewMessage } from '../../engine/protocol/panelProtocol';
import { panelHtml } from '../../extension/panelHtml';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { root } from '../../scripts/lib/paths.mjs';

const origin = 'https://view.example';

/** Colours of VS Code's own themes, as far as pictures of the view need them. */
const themes = {
  dark: { 'editor-background': '#1f1f1f', foreground: '#cccccc', descriptionForeground: '#9d9d9d', 'charts-blue': '#59a4f9', 'menu-background': '#1f1f1f', 'menu-foreground': '#cccccc', 'menu-selectionBackground': '#0078d4', 'menu-selectionForeground': '#ffffff', 'menu-border': '#454545' },
  light: { 'editor-background': '#ffffff', foreground: '#3b3b3b', descriptionForeground: '#3b3b3bcc', 'charts-blue': '#0063d3', 'menu-background': '#ffffff', 'menu-foreground': '#3b3b3b', 'menu-selectionBackground': '#005fb8', 'menu-selectionForeground': '#ffffff', 'menu-border': '#cecece' },
} as const;

export type Theme = keyof typeof themes;

/** In the page, a message is kept as a test can read it: bytes as numbers. */
declare global {
  interface Window {
    keepMessage(message: unknown): Promise<void>;
  }
}

export class ViewPage {
  /** What the view sent, checked as the extension checks it. */
  readonly sent: ViewMessage[] = [];
  /** Uncaught errors, and what the content policy refused. */
  readonly failures: string[] = [];

  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  static async open(theme: Theme = 'dark'): Promise<ViewPage> {
    const browser = await chromium.launch({ executablePath: await ensureChromium(), headless: true, args: ['--no-sandbox'] });
    const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
    const view = new ViewPage(browser, page);
    page.on('pageerror', (error) => view.failures.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') view.failures.push(message.text());
    });
    await page.exposeFunction('keepMessage', (message: unknown) => view.keep(message));
    await page.addInitScript(standIn, themes[theme]);
    await serve(page);
    await page.goto(`${origin}/`);
    return view;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  /** Posts to the view as the panel does: typed arrays arrive as such. */
  async show(message: PanelMessage): Promise<void> {
    panelMessage(message, 'message');
    const text = JSON.stringify(message, (_, value: unknown) => (value instanceof Float32Array ? { float32: [...value] } : value));
    await this.page.evaluate((json) => {
      const revive = (_: string, value: unknown): unknown =>
        typeof value === 'object' && value !== null && 'float32' in value ? new Float32Array(value.float32 as number[]) : value;
      window.postMessage(JSON.parse(json, revive));
    }, text);
  }

  private keep(message: unknown): void {
    const revived = Object.entries(message as Record<string, unknown>).map(([key, value]) => [key, Array.isArray(value) ? Uint8Array.from(value as number[]) : value]);
    this.sent.push(viewMessage(Object.fromEntries(revived), 'message from the view'));
  }
}

/** Runs in the page before its script: the part of VS Code that a webview sees. */
function standIn(colours: Readonly<Record<string, string>>): void {
  const plain = (value: unknown): unknown => (value instanceof Uint8Array ? [...value] : value);
  const api = {
    postMessage: (message: Record<string, unknown>) => window.keepMessage(Object.fromEntries(Object.entries(message).map(([key, value]) => [key, plain(value)]))),
    getState: () => undefined,
    setState: () => undefined,
  };
  Object.assign(window, { acquireVsCodeApi: () => api });
  document.addEventListener('DOMContentLoaded', () => {
    const { style } = document.documentElement;
    for (const [name, value] of Object.entries(colours)) style.setProperty(`--vscode-${name}`, value);
    style.setProperty('--vscode-font-family', 'system-ui, sans-serif');
    style.setProperty('--vscode-font-size', '13px');
    style.background = colours['editor-background'] ?? '';
  });
}

async function serve(page: Page): Promise<void> {
  const { outputFiles } = await build({ entryPoints: [join(root, 'webview/main.ts')], bundle: true, write: false, format: 'iife', target: 'es2022' });
  const files: Readonly<Record<string, { contentType: string; body: string }>> = {
    '/': { contentType: 'text/html', body: panelHtml({ scriptUri: `${origin}/webview.js`, styleUri: `${origin}/webview.css`, cspSource: origin, nonce: 'test' }) },
    '/webview.js': { contentType: 'text/javascript', body: outputFiles[0]?.text ?? '' },
    '/webview.css': { contentType: 'text/css', body: await readFile(join(root, 'webview/style.css'), 'utf8') },
    '/favicon.ico': { contentType: 'image/x-icon', body: '' },
  };
  await page.route('**/*', async (route) => {
    const file = files[new URL(route.request().url()).pathname];
    await (file ? route.fulfill(file) : route.abort());
  });
}
