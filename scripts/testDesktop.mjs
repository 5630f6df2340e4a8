/**
 * `npm run test:desktop`: the suite of the extension host in desktop VS Code. VSCODE_EXECUTABLE names an installed
 * one; otherwise the oldest supported and the stable version are downloaded, which needs a network and a display.
 */
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { bundleHostSuite } from './lib/hostSuite.mjs';
import { root } from './lib/paths.mjs';
import { stageExtension } from './lib/vsix.mjs';

await ensureDependencies();
await build();
const { runTests } = await import('@vscode/test-electron');
const extensionDevelopmentPath = join(root, 'test-results/desktop/extension');
const extensionTestsPath = join(root, 'test-results/desktop/hostSuite.js');
await stageExtension(extensionDevelopmentPath);
await bundleHostSuite(extensionTestsPath, 'node');

const launchArgs = [join(root, 'docs/sample'), '--disable-extensions', '--disable-workspace-trust'];
const installed = process.env['VSCODE_EXECUTABLE'];
/** @type {readonly { version?: string, vscodeExecutablePath?: string }[]} */
const editors = installed ? [{ vscodeExecutablePath: installed }] : [{ version: '1.95.0' }, { version: 'stable' }];
for (const editor of editors) {
  await runTests({ ...editor, extensionDevelopmentPath, extensionTestsPath, launchArgs });
}
