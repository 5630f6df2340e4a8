/**
 * VS Code with a Node extension host on this machine: the workbench in a browser, extensions in a process of Node, as
 * on a remote machine. The server is the one inside the npm package `code-server`, started without code-server's own
 * front. Its native modules stay unbuilt: logs, file watching and terminals do without them, or are not needed here.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from './freePort.mjs';
import { cacheDir, root } from './paths.mjs';
import { runOrThrow } from './run.mjs';

/** The last version whose VS Code runs on Node.js 20. */
const version = '4.100.3';
const installDir = join(cacheDir, `code-server-${version}`);
const code = join(installDir, 'node_modules/code-server/lib/vscode');
const startDeadline = 60_000;

/**
 * @typedef {object} EditorServer
 * @property {string} url where the workbench is, with the folder open and the extension loaded
 * @property {() => void} close
 * @property {() => Promise<string[]>} outsideRequests what processes of the server itself asked of other machines
 */

/** Settings of the user: nothing that asks other machines, or that a fresh user of the desktop does not see. */
const userSettings = {
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  // The sample folder lies inside this repository.
  'git.openRepositoryInParentFolders': 'never',
};

/** Without the question that comes first, a folder is in Restricted Mode. */
const restrictedSettings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.untrustedFiles': 'open',
};

/** Installs the server if it is missing: 20 seconds, 300 MB, nothing is compiled. */
export async function ensureCodeServer() {
  const marker = join(installDir, 'installed');
  if (existsSync(marker)) return;
  console.log(`Installing code-server ${version} (300 MB, once) …`);
  await mkdir(installDir, { recursive: true });
  await writeFile(join(installDir, 'package.json'), '{ "private": true }\n');
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund'];
  await runOrThrow('npm', [...install, '--no-package-lock', `code-server@${version}`], { cwd: installDir });
  await runOrThrow('npm', [...install, '--omit=dev'], { cwd: code });
  // The workbench asks for the modules of its archive under this name.
  await link(join(code, 'node_modules'), join(code, 'node_modules.asar'));
  // The extension for TypeScript asks for the compiler here.
  await mkdir(join(code, 'extensions/node_modules'), { recursive: true });
  await link(join(root, 'node_modules/typescript'), join(code, 'extensions/node_modules/typescript'));
  await writeFile(marker, '');
}

/** @param {string} target @param {string} path */
async function link(target, path) {
  await rm(path, { recursive: true, force: true });
  await symlink(target, path, 'junction');
}

/**
 * What an editor is opened with.
 *
 * @typedef {object} Opened
 * @property {string} [extensionDir] the folder that holds the package.json of an extension in development
 * @property {string} [extensionsDir] the folder of installed extensions
 * @property {string} folder the folder to open
 * @property {string} [suite] a bundled test suite, inside extensionDir, to run in the extension host
 */

/**
 * Installs a VSIX as users do without a gallery.
 *
 * @param {string} vsix
 * @param {string} extensionsDir
 * @throws with what the server said
 */
export async function installInCodeServer(vsix, extensionsDir) {
  await ensureCodeServer();
  const dataDir = await mkdtemp(join(tmpdir(), 'alignlens-install-'));
  const server = spawnServer(dataDir, ['--extensions-dir', extensionsDir, '--install-extension', vsix]);
  let output = '';
  const read = (/** @type {Buffer} */ chunk) => void (output += chunk.toString());
  server.stdout.on('data', read);
  server.stderr.on('data', read);
  const exitCode = await new Promise((resolve) => server.on('close', resolve));
  await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  if (exitCode !== 0 || !output.includes('was successfully installed')) throw new Error(`The VSIX was not installed.\n${output}`);
}

/**
 * Serves VS Code on the loopback interface, with settings and state of its own that go when it is closed.
 *
 * @param {Opened & { restricted?: boolean }} options edits of the folder reach the disk; whether it is not trusted until
 *   the user says so
 * @returns {Promise<EditorServer>}
 */
export async function serveCodeServer({ extensionDir, extensionsDir, folder, suite, restricted = false }) {
  const port = await freePort();
  const dataDir = await mkdtemp(join(tmpdir(), 'alignlens-code-server-'));
  const record = recordIn(dataDir);
  await mkdir(join(dataDir, 'data/User'), { recursive: true });
  await writeFile(join(dataDir, 'data/User/settings.json'), JSON.stringify({ ...userSettings, ...(restricted ? restrictedSettings : {}) }));
  await writeFile(record, '');
  const more = [
    ...(restricted ? [] : ['--disable-workspace-trust']),
    ...(extensionsDir === undefined ? [] : ['--extensions-dir', extensionsDir]),
  ];
  const server = await startServer(port, dataDir, more);
  // The workbench names the server by the address that it was loaded from.
  const remote = (/** @type {string} */ path) => `vscode-remote://localhost:${port}${path}`;
  const payload = [
    ...(extensionDir === undefined ? [] : [['extensionDevelopmentPath', remote(extensionDir)]]),
    ...(suite === undefined ? [] : [['extensionTestsPath', remote(suite)]]),
  ];
  const query = `folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
  return {
    url: `http://localhost:${port}/?${query}`,
    close: () => {
      server.on('exit', () => void rm(dataDir, { recursive: true, force: true, maxRetries: 3 }));
      server.kill();
    },
    outsideRequests: async () => (await readFile(record, 'utf8')).split('\n').filter((line) => line !== ''),
  };
}

/** Where a server writes what its processes asked of other machines. @param {string} dataDir */
function recordIn(dataDir) {
  return join(dataDir, 'outside-requests.txt');
}

/** @param {string} dataDir @param {readonly string[]} options */
function spawnServer(dataDir, options) {
  // Variables of a VS Code that this runs inside would be taken for the server's own.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:VSCODE|CODE_SERVER|NODE_OPTIONS)/u.test(name)));
  return spawn(
    process.execPath,
    [
      '--import', pathToFileURL(join(root, 'scripts/lib/loopbackOnly.mjs')).href,
      join(code, 'out/server-main.js'), '--accept-server-license-terms', '--telemetry-level', 'off', '--server-data-dir', dataDir, ...options,
    ],
    { env: { ...env, ALIGNLENS_OUTSIDE_REQUESTS: recordIn(dataDir), EXTENSIONS_GALLERY: '{}' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
}

/** @param {number} port @param {string} dataDir @param {readonly string[]} more options */
async function startServer(port, dataDir, more) {
  const server = spawnServer(dataDir, ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', ...more]);
  let output = '';
  await /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      const failed = () => reject(new Error(`The server of VS Code did not start.\n${output}`));
      const timer = setTimeout(() => server.kill(), startDeadline);
      const read = (/** @type {Buffer} */ chunk) => {
        // Only its start is of interest; the pipe is read on, or the server would stop at a full one.
        if (output.length < 20_000) output += chunk.toString();
        if (!output.includes('Extension host agent listening')) return;
        clearTimeout(timer);
        resolve();
      };
      server.stdout.on('data', read);
      server.stderr.on('data', read);
      server.on('error', failed);
      server.on('exit', failed);
    })
  );
  return server;
}
