/** The server and the browser that a workbench needs, for either kind of extension host. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { ensureCodeServer, serveCodeServer, type EditorServer, type Opened } from '../../scripts/lib/codeServer.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { ensureVSCodeWeb, serveVSCodeWeb } from '../../scripts/lib/vscodeWeb.mjs';

/**
 * Where extensions run: in a worker of the browser (VS Code for the Web), the same in a page that is isolated from other
 * origins and so has shared memory, or in a process of Node as on a remote machine.
 */
export type Host = 'web' | 'isolated web' | 'node';

export const viewport = { width: 1360, height: 860 };

const results = join(root, 'test-results');
const screenshots = join(results, 'screenshots');

/** The names under which a view finds its files never reach a name server: the view's service worker answers for them. */
const localHost = /^(?:127\.0\.0\.1|(?:[\w-]+\.)?localhost|[\w+-]+\.vscode-resource\.vscode-cdn\.net)$/u;

const browserFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Whatever tries to leave this machine fails, and shows in `requests`.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
];

/** Any file of tests can be run in the other host: `ALIGNLENS_HOST=node`. */
export function defaultHost(): Host {
  return process.env['ALIGNLENS_HOST'] === 'node' ? 'node' : 'web';
}

/** @param options a folder that is restricted needs the Node host: the web one trusts every folder that it is given */
export async function startServer(host: Host, options: Opened & { readonly restricted?: boolean }): Promise<EditorServer> {
  if (host === 'node') {
    await ensureCodeServer();
    return serveCodeServer(options);
  }
  await ensureVSCodeWeb();
  return serveVSCodeWeb({ ...options, isolated: host === 'isolated web' });
}

export async function startBrowser(): Promise<BrowserContext> {
  return chromium.launchPersistentContext(await createProfile(), {
    executablePath: await ensureChromium(),
    headless: true,
    args: browserFlags,
    viewport,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
}

/** Webviews need a service worker, which this browser refuses in frames unless third-party cookies are allowed. */
async function createProfile(): Promise<string> {
  await mkdir(results, { recursive: true });
  const profile = await mkdtemp(join(results, 'browser-profile-'));
  await mkdir(join(profile, 'Default'));
  const preferences = { profile: { block_third_party_cookies: false, cookie_controls_mode: 0 } };
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  return profile;
}

/** As the loader of a localized build does it; that of this build would set it to nothing. */
export async function displayIn(context: BrowserContext, language: string): Promise<void> {
  await context.addInitScript((tag) => {
    Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => tag, set: () => undefined });
  }, language);
}

/** Whether a request of a page, frame or worker goes to another machine. */
export function leavesMachine(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return !['blob:', 'data:'].includes(protocol) && !localHost.test(hostname);
}

/** Saves the window, or a part of it, under test-results/. */
export async function saveScreenshot(part: Page | Locator, name: string): Promise<void> {
  await mkdir(screenshots, { recursive: true });
  await part.screenshot({ path: join(screenshots, `${name}.png`) });
}
