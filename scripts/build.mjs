/** Builds dist/: every bundle of the product, the ONNX Runtime WASM file and the list of packs. */
import { chmod, copyFile, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addressProblems, findAddresses } from './lib/addresses.mjs';
import { allowedAddresses } from './lib/allowedAddresses.mjs';
import { root } from './lib/paths.mjs';
import { packagesOf, thirdPartyNotices } from './lib/thirdParty.mjs';
import { transformersBundle } from './lib/transformersBundle.mjs';
import { vscodeModule } from './lib/vscodeModule.mjs';

const dist = join(root, 'dist');

/** Bundled as CommonJS, a module has no URL of its own; ONNX Runtime's Node code asks for it. */
const moduleUrlBanner = 'const __moduleUrl = require("node:url").pathToFileURL(__filename).href;';

/** @type {import('esbuild').BuildOptions} */
export const nodeBundle = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Modules before CommonJS: jsonc-parser's UMD files load one another in a way that no bundler follows.
  mainFields: ['module', 'main'],
  define: { 'import.meta.url': '__moduleUrl' },
  banner: { js: moduleUrlBanner },
};

/** @type {import('esbuild').BuildOptions} */
const web = { platform: 'browser', target: 'es2022', format: 'iife' };

/** @type {Record<string, import('esbuild').BuildOptions>} */
const bundles = {
  'extension.node.js': { ...nodeBundle, entryPoints: ['extension/extension.node.ts'], plugins: [vscodeModule] },
  'extension.browser.js': { ...web, format: 'cjs', entryPoints: ['extension/extension.browser.ts'], plugins: [vscodeModule] },
  'worker.node.js': { ...nodeBundle, entryPoints: ['engine/platform/worker.node.ts'] },
  'worker.browser.js': {
    ...web,
    entryPoints: ['engine/platform/worker.browser.ts'],
    // A blob has no folder to find siblings in: everything comes over the message channel.
    define: { 'import.meta.url': '"blob:"' },
  },
  // Apart from the workers' own code: nobody loads it who has no model for it.
  'transformers.js': transformersBundle,
  // The same for who does not decode with WebGPU.
  'webgpu.js': { ...web, entryPoints: ['engine/backends/bundle.ts'], define: { 'import.meta.url': '"blob:"' } },
  'webview.js': { ...web, entryPoints: ['webview/main.ts'] },
  'webview.css': { entryPoints: ['webview/style.css'] },
  'markdownPreview.css': { entryPoints: ['extension/markdownPreview/preview.css'] },
  'cli.js': {
    ...nodeBundle,
    entryPoints: ['engine/cli.ts'],
    banner: { js: `#!/usr/bin/env node\n${moduleUrlBanner}` },
  },
};

/** The binaries that ship: the ONNX Runtime (SIMD, threads where the host has them), the one with WebGPU, and grammars' regular expressions. */
const runtimeFiles = [
  'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm',
  'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.jspi.wasm',
  'node_modules/vscode-oniguruma/release/onig.wasm',
];


/**
 * @param {{ minify?: boolean, folder?: string }} [options] the folder is emptied first; dist/, unless another is named
 * @throws when a source does not compile, a bundle names an address that is not allowed, or an allowed one is in no bundle
 */
export async function build({ minify = false, folder = dist } = {}) {
  // Loaded here: it is not installed yet when a fresh clone's script starts.
  const esbuild = await import('esbuild');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  /** Files whose code is in a bundle, or which ship as they are. @type {string[]} */
  const shipped = [...runtimeFiles];
  for (const [name, options] of Object.entries(bundles)) {
    const { metafile } = await esbuild.build({
      absWorkingDir: root,
      bundle: true,
      metafile: true,
      minify,
      sourcemap: false,
      legalComments: 'eof',
      logLevel: 'warning',
      // ONNX Runtime warns of `import.meta` in formats that lack it; the definitions above provide it.
      logOverride: { 'empty-import-meta': 'silent', 'import-is-undefined': 'error' },
      outfile: join(folder, name),
      ...options,
    });
    shipped.push(...Object.values(/** @type {import('esbuild').Metafile} */ (metafile).outputs).flatMap(({ inputs }) => usedInputs(inputs)));
  }
  await refuseAddresses(folder);
  for (const file of runtimeFiles) await copyFile(join(root, file), join(folder, file.slice(file.lastIndexOf('/') + 1)));
  await writeFile(join(folder, 'ThirdPartyNotices.txt'), await thirdPartyNotices(await packagesOf(shipped)));
  await writeFile(join(folder, 'packs.json'), `${JSON.stringify(await shippedPacks())}\n`);
  await chmod(join(folder, 'cli.js'), 0o755);
}

/**
 * Files that something is left of in a bundle.
 *
 * @param {Readonly<Record<string, { bytesInOutput: number }>>} inputs
 */
function usedInputs(inputs) {
  return Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));
}

/** @param {string} folder of the bundles */
async function refuseAddresses(folder) {
  /** @type {Record<string, string[]>} */
  const found = {};
  for (const name of Object.keys(bundles)) found[name] = await findAddresses(await readFile(join(folder, name), 'utf8'), name.endsWith('.css') ? 'css' : 'js');
  const problems = addressProblems(found, allowedAddresses);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/**
 * The packs that ship, with the bytes of the files that their manifests name. An extension in the browser can neither list
 * its own folders nor ask for the size of a file there, so this list is made here.
 *
 * @returns {Promise<{ id: string, bytes: number }[]>}
 */
async function shippedPacks() {
  const packs = join(root, 'models/packs');
  if (!existsSync(packs)) return [];
  const folders = await readdir(packs, { withFileTypes: true });
  const ids = folders
    .filter((folder) => folder.isDirectory() && existsSync(join(packs, folder.name, 'manifest.json')))
    .map((folder) => folder.name)
    .sort();
  return Promise.all(ids.map(async (id) => ({ id, bytes: await packSize(join(packs, id)) })));
}

/** @param {string} folder */
async function packSize(folder) {
  const { files } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const sizes = await Promise.all(Object.keys(files).map(async (file) => (await stat(join(folder, file))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build({ minify: process.argv.includes('--minify') });
}
