/**
 * `npm test`: everything, from a fresh clone. Installs what is missing, builds, lints, type-checks, and runs the
 * unit, parity and model tests, the view in a browser, the editor scenario, and the VSIX in every host. Ends with the
 * slowest tests and "N passed, N failed".
 */
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureCodeServer } from './lib/codeServer.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { ensurePython } from './lib/python.mjs';
import { run } from './lib/run.mjs';
import { slowestOfPytest, slowestOfVitest } from './lib/slowestTests.mjs';
import { ensureVSCodeWeb } from './lib/vscodeWeb.mjs';

const results = join(root, 'test-results');

/** @typedef {{ passed: number, failed: number }} Count */

/** @type {(name: string, step: () => Promise<Count>) => Promise<Count>} */
async function report(name, step) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  /** @type {Count} */
  let count;
  try {
    count = await step();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    count = { passed: 0, failed: 1 };
  }
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`── ${name}: ${count.failed === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  return count;
}

/** A step that either works or not. @type {(work: () => Promise<unknown>) => () => Promise<Count>} */
const check = (work) => async () => {
  await work();
  return { passed: 1, failed: 0 };
};

/** @type {(script: string, args: readonly string[]) => Promise<void>} */
async function tool(script, args) {
  if ((await run(process.execPath, [join(root, script), ...args])) !== 0) throw new Error('The problems are listed above.');
}

/** @type {(project: 'unit' | 'view' | 'editor' | 'hosts') => Promise<Count>} */
async function vitest(project) {
  const file = join(results, `vitest-${project}.json`);
  const options = ['--silent=passed-only', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const isolated = project === 'hosts' && process.platform === 'linux';
  const script = isolated ? ['scripts/testOffline.mjs'] : ['node_modules/vitest/vitest.mjs', 'run', '--project', project];
  const code = await run(process.execPath, [...script, ...options]);
  if (!existsSync(file)) throw new Error('No test ran.');
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(await readFile(file, 'utf8'));
  // A skipped case proves nothing, and a file that fails to load has no failed case: both count as failures.
  const failed = numFailedTests + numPendingTests;
  return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** The tests of models/ print into a file, shown when they are through: other steps run beside them. @type {() => Promise<Count>} */
async function pytest() {
  const file = join(results, 'pytest.xml');
  const printed = join(results, 'pytest.txt');
  const python = await ensurePython();
  const output = await open(printed, 'w');
  const lint = await run(python, ['-m', 'ruff', 'check', '.', '../test/models'], { cwd: join(root, 'models'), output: output.fd });
  const code = await run(python, ['-m', 'pytest', 'test/models', '--quiet', `--junitxml=${file}`], { output: output.fd });
  await output.close();
  console.log(await readFile(printed, 'utf8'));
  const suite = /<testsuite [^>]*>/u.exec(await readFile(file, 'utf8'))?.[0] ?? '';
  /** @param {string} name */
  const attribute = (name) => Number(new RegExp(` ${name}="(\\d+)"`, 'u').exec(suite)?.[1] ?? 0);
  const failed = attribute('failures') + attribute('errors') + attribute('skipped');
  const checked = { passed: lint === 0 ? 1 : 0, failed: lint === 0 ? 0 : 1 };
  return { passed: attribute('tests') - failed + checked.passed, failed: (code !== 0 && failed === 0 ? 1 : failed) + checked.failed };
}

/** What reads the sources: each alone on one processor. @type {() => Promise<Count[]>} */
async function staticChecks() {
  return [
    await report('lint', check(() => tool('node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0']))),
    await report('types', check(() => tool('scripts/typecheck.mjs', []))),
    await report('unused code', check(() => tool('node_modules/knip/bin/knip.js', ['--no-progress']))),
  ];
}

/** What cannot be tested here is said, so that nobody takes a passed run for more than it is. @type {string[]} */
const notRun = [
  ...(process.platform === 'linux' ? [] : ['NOT PROVEN here: that everything works where there is no network, which needs Linux. The same tests ran with it.']),
  ...(process.env['VSCODE_EXECUTABLE'] ? [] : ['NOT RUN here: desktop VS Code, as VSCODE_EXECUTABLE names none; "npm run test:desktop" downloads it.']),
];

await ensureDependencies();
await rm(results, { recursive: true, force: true });
await mkdir(results, { recursive: true });

const start = performance.now();
const counts = [
  await report('build', check(() => build())),
  ...(await Promise.all([staticChecks(), report('model tests', pytest)])).flat(),
  await report('unit, engine and parity tests', () => vitest('unit')),
  await report('view in the browser', async () => {
    await ensureChromium();
    return vitest('view');
  }),
  await report('editor scenario', async () => {
    await ensureVSCodeWeb();
    await ensureCodeServer();
    await ensureChromium();
    return vitest('editor');
  }),
  await report('installed in every host, without network', () => vitest('hosts')),
  ...(process.env['VSCODE_EXECUTABLE'] ? [await report('installed in desktop VS Code', check(() => tool('scripts/testDesktop.mjs', [])))] : []),
];
const slowest = [
  ...(await slowestOfPytest(join(results, 'pytest.xml'))),
  ...(await Promise.all(['unit', 'view', 'editor', 'hosts'].map((project) => slowestOfVitest(join(results, `vitest-${project}.json`))))).flat(),
];
console.log('\nThe slowest tests:');
for (const { name, seconds } of slowest.sort((a, b) => b.seconds - a.seconds).slice(0, 15)) console.log(`${seconds.toFixed(1).padStart(6)} s  ${name}`);
console.log(`\nAll of it took ${Math.round((performance.now() - start) / 1000)} s.`);
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
for (const line of notRun) console.log(`\n${line}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
