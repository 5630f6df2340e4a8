/** Who is measured, and everything that has to be built first; all of it goes to .cache/peers. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { build, nodeBundle } from '../build.mjs';
import { cacheDir, root } from '../lib/paths.mjs';
import { ensurePython } from '../lib/python.mjs';
import { runOrThrow } from '../lib/run.mjs';

const folder = join(cacheDir, 'peers');
const runtimeFile = 'ort-wasm-simd-threaded.wasm';
/** What `--previous` is without a tag: the last commit of main before this benchmark was. */
const firstPrevious = 'ee295d5';

/** @typedef {import('./contestant.mjs').Contestant} Contestant */

/**
 * @param {{ pack: string, previous?: string }} options the pack's folder, from the repository's; a commit or tag
 * @returns {Promise<{ contestants: Contestant[], notes: string[], client: string }>}
 *   ours first; notes on who is missing; the bundle of our client and of what reads files
 */
export async function prepareContestants({ pack, previous }) {
  await mkdir(folder, { recursive: true });
  await build();
  const python = await ensurePython();
  const ours = await engineSettings(root, join(root, 'dist'), pack, 'client.cjs');
  const native = { ...ours, dist: await nativeDist() };
  const before = await previousSettings(previous, pack);
  const models = await marianModels(python, pack);
  const contestants = [
    ...engineRows('AlignLens', ours),
    ...(before.settings ? engineRows(`AlignLens ${before.name}`, before.settings) : []),
    ...engineRows('the same graphs, onnxruntime-node', native),
    ...[4, 1].map((beamSize) => ({
      name: 'the same weights, PyTorch', beamSize, sample: 5,
      command: [python, '-m', 'peers.torch_host', join(root, pack)], env: { PYTHONPATH: join(root, 'models') },
    })),
    { ...transformers('Marian int8, Transformers.js, WASM', models, 'q8', 'wasm'), sample: 20 },
    { ...transformers('Marian fp32, Transformers.js, WASM', models, 'fp32', 'wasm'), hoverOnly: true },
    { ...transformers('Marian int8, Transformers.js, onnxruntime-node', models, 'q8', 'cpu'), sample: 10 },
  ];
  return { contestants, notes: before.settings ? [] : [before.name], client: ours.client };
}

/** @param {string} name @param {object} settings @returns {Contestant[]} */
function engineRows(name, settings) {
  return [4, 1].map((beamSize) => ({ name, beamSize, cancels: true, command: host({ backend: 'engineBackend', ...settings }) }));
}

/** @param {string} name @param {object} models @param {string} kind @param {string} runtime @returns {Contestant} */
function transformers(name, models, kind, runtime) {
  return { name, beamSize: 1, cancels: true, command: host({ backend: 'transformersBackend', ...models, kind, runtime }) };
}

/** @param {object} settings */
const host = (settings) => [process.execPath, join(import.meta.dirname, 'host.mjs'), JSON.stringify(settings)];

/**
 * The engine of a checkout: its client in a bundle of its own, its worker from a built folder.
 *
 * @param {string} checkout @param {string} dist @param {string} pack @param {string} name of the bundle
 */
async function engineSettings(checkout, dist, pack, name) {
  const client = join(folder, name);
  await bundle({
    ...nodeBundle,
    absWorkingDir: checkout,
    stdin: {
      contents: `
        export { EngineClient } from './client';
        export { nodeEngineHost } from './platform/node';
        export { FileTranslation, readFileUnits } from './files';`,
      resolveDir: join(checkout, 'engine'),
    },
    outfile: client,
    bundle: true,
    logLevel: 'warning',
  });
  return { client, dist, pack: join(checkout, pack) };
}

/** The engine's worker with the native ONNX Runtime. */
async function nativeDist() {
  const dist = join(folder, 'native');
  await bundle({
    ...nodeBundle,
    absWorkingDir: root,
    entryPoints: ['engine/platform/worker.node.ts'],
    outfile: join(dist, 'worker.node.js'),
    bundle: true,
    alias: { 'onnxruntime-web/wasm': join(import.meta.dirname, 'nativeRuntime.mjs') },
    external: ['onnxruntime-node'],
    logLevel: 'warning',
  });
  // Read by the engine, not used by this runtime.
  await copyFile(join(root, 'dist', runtimeFile), join(dist, runtimeFile));
  return dist;
}

/**
 * @param {string | undefined} revision @param {string} pack
 * @returns {Promise<{ name: string, settings?: object }>} without settings, the name says why
 */
async function previousSettings(revision, pack) {
  const wanted = revision ?? (git('describe', '--tags', '--abbrev=0') || firstPrevious);
  const commit = git('rev-parse', '--verify', '--quiet', `${wanted}^{commit}`);
  if (commit === '') {
    if (revision !== undefined) throw new Error(`There is no commit ${revision} here.`);
    return { name: `No earlier version was measured: this clone does not have ${wanted}.` };
  }
  const checkout = join(folder, `previous-${commit.slice(0, 12)}`);
  if (!existsSync(join(checkout, 'dist/worker.node.js'))) {
    const partial = `${checkout}.partial`;
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { recursive: true });
    await runOrThrow('git', ['archive', `--output=${partial}.tar`, commit]);
    await runOrThrow('tar', ['-xf', `${partial}.tar`, '-C', partial]);
    await rm(`${partial}.tar`);
    await symlink(join(root, 'node_modules'), join(partial, 'node_modules'), 'junction');
    const theirs = await import(pathToFileURL(join(partial, 'scripts/build.mjs')).href);
    await theirs.build();
    await rename(partial, checkout);
  }
  const settings = await engineSettings(checkout, join(checkout, 'dist'), pack, 'previous-client.cjs');
  return { name: git('describe', '--tags', '--always', commit), settings };
}

/** @param {string[]} args @returns {string} what Git answers; nothing where it fails */
function git(...args) {
  const { stdout, status } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}

/** @param {string} python @param {string} pack */
async function marianModels(python, pack) {
  // Written anew when the script that writes it is another.
  const script = await readFile(join(root, 'models/peers/marian.py'));
  const model = `marian-${createHash('sha256').update(script).digest('hex').slice(0, 8)}`;
  if (!existsSync(join(folder, model))) {
    console.error('Writing a Marian model of OPUS-MT’s size (750 MB) …');
    const partial = join(folder, `${model}.partial`);
    await rm(partial, { recursive: true, force: true });
    await runOrThrow(python, ['-m', 'peers.marian', join(root, pack), partial], { cwd: join(root, 'models') });
    await rename(partial, join(folder, model));
  }
  return { models: folder, model };
}
