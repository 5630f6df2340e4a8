import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { vscodeModule } from '../../scripts/lib/vscodeModule.mjs';

async function bundle(source: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    plugins: [vscodeModule],
    logOverride: { 'import-is-undefined': 'error' },
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

test('a bundle takes of the editor what it uses, once', async () => {
  const code = await bundle(`
    import * as vscode from 'vscode';
    import { Uri } from 'vscode';
    export const answer = [vscode.window.name, Uri.name, new vscode.Position(1).line];
  `);
  const asked: string[] = [];
  const parts = { window: { name: 'window' }, Uri: { name: 'Uri' }, Position: class { constructor(readonly line: number) {} } };
  const api = new Proxy(parts, { get: (target, name) => (asked.push(String(name)), Reflect.get(target, name) as unknown) });
  const module: { exports: { answer?: unknown } } = { exports: {} };
  runInNewContext(code, { module, exports: module.exports, require: () => api });
  expect(module.exports.answer).toEqual(['window', 'Uri', 1]);
  expect(asked.sort()).toEqual(['Position', 'Uri', 'window']);
});

test('what the editor does not have is refused', async () => {
  await expect(bundle(`import * as vscode from 'vscode'; export const answer = vscode.windwo;`)).rejects.toThrow('windwo');
});
