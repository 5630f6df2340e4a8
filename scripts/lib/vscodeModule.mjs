/** The editor's API in the bundles of the extension. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';

const declarations = join(root, 'node_modules/@types/vscode/index.d.ts');

/**
 * Left to itself, esbuild copies the whole API, some 500 properties, for every file that imports it: more than half of the
 * time in which the extension is loaded. Here one module takes from it what is used.
 *
 * @type {import('esbuild').Plugin}
 */
export const vscodeModule = {
  name: 'vscode',
  setup(build) {
    const namespace = 'vscode';
    build.onResolve({ filter: /^vscode$/ }, ({ namespace: importer }) =>
      importer === namespace ? { path: 'vscode', external: true } : { path: 'vscode', namespace, sideEffects: false },
    );
    build.onLoad({ filter: /^vscode$/, namespace }, async () => {
      const names = [...(await readFile(declarations, 'utf8')).matchAll(/^(?: {4}|\t)export (?:abstract )?(?:class|enum|namespace|const|let|function) (\w+)/gmu)];
      const values = [...new Set(names.map(([, name]) => name))];
      // Pure: what nobody uses is left out.
      const exports = values.map((name) => `export const ${name} = /* @__PURE__ */ part('${name}');`);
      return { contents: [`const api = require('vscode');`, 'const part = (name) => api[name];', ...exports].join('\n') };
    });
  },
};
