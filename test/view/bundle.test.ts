import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';

/** Bytes; a panel should be there at once, on the web too. */
const most = 150_000;

test('script and style sheet of the view are small', async () => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['webview/main.ts', 'webview/style.css'],
    outdir: 'never-written',
    bundle: true,
    minify: true,
    write: false,
    target: 'es2022',
    format: 'iife',
    logLevel: 'silent',
  });
  expect(outputFiles.map(({ path }) => path.slice(join(root, 'never-written').length + 1)).sort()).toEqual(['main.js', 'style.css']);
  expect(outputFiles.reduce((sum, { contents }) => sum + contents.length, 0)).toBeLessThan(most);
});
