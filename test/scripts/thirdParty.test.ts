import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { packagesOf, requireAllowed, thirdPartyNotices } from '../../scripts/lib/thirdParty.mjs';

const heading = /^(?:(@?[\w./-]+) [\d.]+ \((\S+)\)|Model pack (\S+) [\d.]+ \(MIT\))/u;

test('files name their packages, and a bundle within names those that it holds', async () => {
  const transformers = 'node_modules/@xenova/transformers/dist/transformers.web.js';
  expect(await packagesOf(['extension/hover.ts', 'node_modules/mdurl/index.mjs', transformers])).toEqual(['@huggingface/jinja', '@huggingface/tokenizers', '@xenova/transformers', 'mdurl']
  );
  expect(await packagesOf(['node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm'])).toEqual(['onnxruntime-common', 'onnxruntime-web']);
});

test('each notice has the text of its licence, and packs that ship are among them', async () => {
  const parts = (await thirdPartyNotices(['onnxruntime-web', 'mdurl', '@huggingface/jinja'])).split(/^-{80}$/mu).map((part) => part.trim());
  const named = parts.flatMap((part) => heading.exec(part)?.[1] ?? []);
  expect(named).toEqual(['onnxruntime-web', 'mdurl', '@huggingface/jinja']);
  for (const part of parts.filter((candidate) => heading.test(candidate))) expect(part).toMatch(/permission is hereby granted|MIT licence of the AlignLens/iu);
  expect(parts.find((part) => part.startsWith('onnxruntime-web'))).toMatch(/^Copyright \(c\) Microsoft Corporation$/mu);
  const packs = readdirSync(join(root, 'models/packs')).filter((id) => existsSync(join(root, 'models/packs', id, 'manifest.json')));
  expect(parts.flatMap((part) => heading.exec(part)?.[3] ?? [])).toEqual(packs.sort());
});

test.each(['GPL-3.0', 'AGPL-3.0-only', 'SEE LICENSE IN LICENSE.txt', '(MIT OR GPL-2.0)', undefined])('the licence %s does not ship', (licence) => {
  expect(() => requireAllowed('x', licence)).toThrow(/may ship/u);
});

interface Lock {
  readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly resolved?: string; readonly hasInstallScript?: true; readonly dependencies?: object; readonly devDependencies?: object }>>;
}
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly dependencies: object; readonly devDependencies: object };

test('the lock file is that of package.json, and knows each package by its hash and by no address', () => {
  const { '': own, ...others } = lock.packages;
  expect(own).toMatchObject({ dependencies: manifest.dependencies, devDependencies: manifest.devDependencies });
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) expect(others).toHaveProperty([`node_modules/${name}`]);
  for (const [name, { integrity, resolved }] of Object.entries(others)) expect([name, integrity?.slice(0, 7), resolved]).toEqual([name, 'sha512-', undefined]);
});

/** Packages that would run a script of theirs when they are installed, and why nothing is missing when they do not. */
const withoutTheirScript: Readonly<Record<string, string>> = {
  '@playwright/browser-chromium': 'would download a browser; tests use the one that is installed',
  '@vscode/vsce-sign': 'would prepare a program that signs; nothing is signed here',
  esbuild: 'checks its program, which comes as a package of its own',
  keytar: 'would build a store for passwords of the marketplace; none is kept',
  'onnxruntime-node': "would download a runtime; the engine brings onnxruntime-web",
  protobufjs: 'only tells of version numbers',
  'unrs-resolver': 'looks for its program, which comes as a package of its own',
};

test('no package runs a script when it is installed, and each that has one is known', () => {
  const scripted = Object.entries(lock.packages).flatMap(([path, { hasInstallScript }]) => (hasInstallScript ? [path.replace(/^.*node_modules\//u, '')] : []));
  expect([...new Set(scripted)].sort()).toEqual(Object.keys(withoutTheirScript));
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/mu);
});
