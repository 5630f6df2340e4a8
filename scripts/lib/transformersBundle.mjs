/** How the bundle of Transformers.js is made: with the engine's ONNX Runtime instead of its own, and without addresses. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Addresses in the code of Transformers.js, none of which is ever used here. Of its documentation they are no code, but look like some. */
const addresses = [
  'https://cdn.jsdelivr.net/npm/onnxruntime-web@${ONNX_ENV.versions.web}/dist/',
  'https://github.com/huggingface/transformers.js/issues/new/choose',
  'https://huggingface.co/docs/transformers.js/guides/node-audio-processing',
  'https://huggingface.co/datasets/Xenova/transformers.js-docs/resolve/main/football-match.jpg',
];

/** @type {import('esbuild').Plugin} */
const withoutAddresses = {
  name: 'without addresses',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]transformers\.web\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = addresses.reduce((text, address) => {
        if (!text.includes(address)) throw new Error(`${path} does not name ${address} any more; look at what it does instead`);
        return text.replaceAll(address, '');
      }, source);
      return { contents, loader: 'js' };
    });
  },
};

const runtime = join(root, 'engine/transformers/runtime.ts');

/** One bundle for Node's workers and those of browsers: it takes its files, its runtime and its code's start from the engine. */
export const transformersBundle = /** @type {const} @satisfies {import('esbuild').BuildOptions} */ ({
  entryPoints: ['engine/transformers/bundle.ts'],
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  alias: { 'onnxruntime-web/webgpu': runtime, 'onnxruntime-common': runtime },
  // In Node, too, it is to work as in a browser: there it would look for files and a runtime of its own.
  define: { process: 'undefined', 'import.meta.url': '"blob:"' },
  plugins: [withoutAddresses],
});
