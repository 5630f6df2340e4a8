/**
 * `npm run test:desktop`: the VSIX, installed with the editor's own command line, and the suite of the extension host in
 * desktop VS Code. VSCODE_EXECUTABLE names an installed one; otherwise the oldest supported and the stable version are
 * downloaded, which needs a network. On Linux it needs a display (`xvfb-run -a npm run test:desktop` makes one).
 */
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { bundleHostSuite } from './lib/hostSuite.mjs';
import { testedVsix } from './lib/installedVsix.mjs';
import { root } from './lib/paths.mjs';
import { runOrThrow } from './lib/run.mjs';

await ensureDependencies();
const { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } = await import('@vscode/test-electron');
const results = join(root, 'test-results/desktop');

/** @returns {Promise<string[]>} paths of the editors to test in; none, where it has said why */
async function editors() {
  const installed = process.env['VSCODE_EXECUTABLE'];
  if (installed) return [installed];
  try {
    return [await downloadAndUnzipVSCode('1.95.0'), await downloadAndUnzipVSCode('stable')];
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    console.error(`NOT RUN: there is no desktop VS Code here. VSCODE_EXECUTABLE may name one; none could be downloaded: ${why}`);
    return [];
  }
}

/** @param {string} vscodeExecutablePath @param {string} vsix */
async function test(vscodeExecutablePath, vsix) {
  await rm(results, { recursive: true, force: true });
  const folder = join(results, 'sample');
  await cp(join(root, 'docs/sample'), folder, { recursive: true });
  const extensionsDir = join(results, 'extensions');
  const state = [`--extensions-dir=${extensionsDir}`, `--user-data-dir=${join(results, 'user')}`];
  const [cli = '', ...args] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath, { reuseMachineInstall: true });
  await runOrThrow(cli, [...args, ...state, '--install-extension', vsix]);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const expected = { installed: `/desktop/extensions/alignlens.alignlens-${version}`, sharedMemory: true };
  const extensionDevelopmentPath = join(results, 'suite');
  const extensionTestsPath = await bundleHostSuite(extensionDevelopmentPath, 'node', { expected });
  const launchArgs = [folder, ...state, '--disable-workspace-trust'];
  await runTests({ vscodeExecutablePath, reuseMachineInstall: true, extensionDevelopmentPath, extensionTestsPath, launchArgs });
}

const found = await editors();
if (found.length === 0) {
  process.exitCode = 1;
} else {
  const vsix = await testedVsix();
  for (const editor of found) await test(editor, vsix);
  console.log(`Desktop: the suite passed in ${found.join(' and ')}.`);
}
