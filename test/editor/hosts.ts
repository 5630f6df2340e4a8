/** The server and the browser that a workbench needs, for either kind of extension host. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { ensureCodeServer, serveCodeServer, type EditorServer } from '../../scripts/lib/codeServer.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { ensureVSCodeWeb, serveVSCodeWeb } from '../../scripts/lib/vscodeWeb.mjs';

/** Where extensions run: in a worker of the browser (VS Code for the Web), or in a process of Node as on a remote machine. */
export type Host = 'web' | 'node';

export const viewport = { width: 1360, height: 860 };

const results = join(root, 'test-results');

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
export async function startServer(
  host: Host,
  options: { extensionDir: string; folder: string; suite?: string; restricted?: boolean },
): Promise<EditorServer> {
  if (host === 'node') {
    await ensureCodeServer();
    return serveCodeServer(options);
  }
  await ensureVSCodeWeb();
  return serveVSCodeWeb(options);
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
