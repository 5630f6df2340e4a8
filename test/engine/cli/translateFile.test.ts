import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseArguments } from '../../../engine/cli/arguments';
import { UsageError } from '../../../engine/cli/usage';
import { bundleEngine, runCli, type Bundles } from '../bundles';
import { tinyPack } from '../support';

let bundles: Bundles;
let folder: string;
beforeAll(async () => {
  bundles = await bundleEngine();
  folder = await mkdtemp(join(tmpdir(), 'alignlens-'));
});
afterAll(async () => {
  await bundles.remove();
  await rm(folder, { recursive: true });
});

const run = (...args: string[]) => runCli(bundles.dist, ['translate-file', ...args, '--pack', tinyPack], '');

test('a file is written beside its source; what is there stays', async () => {
  const source = join(folder, 'en.json');
  const target = join(folder, 'zh.json');
  await writeFile(source, '{ "open": "Open the file", "close": "Close {name}" }\n');
  await writeFile(target, '{ "open": "打开" }\n');
  const { status, stdout, stderr } = await run(source, '--to', 'zh', '--from', 'en');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/zh\.json: 1 texts translated, 0 left\n$/u);
  const written = JSON.parse(await readFile(target, 'utf8')) as Record<string, string>;
  expect(written['open']).toBe('打开');
  expect(written['close']).toContain('{name}');
  expect(await readFile(source, 'utf8')).toContain('Open the file');
});

test('--out, and mistakes with their place', async () => {
  const page = join(folder, 'page.md');
  await writeFile(page, '# Open the file\n');
  const out = join(folder, 'other.md');
  expect(await run(page, '--to', 'zh', '--out', out)).toMatchObject({ status: 0 });
  expect(await readFile(out, 'utf8')).toMatch(/^# [^\n]+\n$/u);
  const bad = join(folder, 'bad.json');
  await writeFile(bad, '{\n  "a" 1\n}');
  expect((await run(bad, '--to', 'zh')).stderr).toMatch(/bad\.json:2:7: not valid JSON/u);
  expect((await run(join(folder, 'x.docx'), '--to', 'zh')).stderr).toContain('no file that translate-file reads');
});

test('arguments', () => {
  expect(parseArguments(['translate-file', 'a.md', '--to', 'zh'])).toMatchObject({ name: 'translate-file', file: 'a.md', to: 'zh' });
  expect(() => parseArguments(['translate-file', '--to', 'zh'])).toThrow(UsageError);
  expect(() => parseArguments(['translate-file', 'a.md', 'b.md', '--to', 'zh'])).toThrow(UsageError);
  expect(() => parseArguments(['translate-file', 'a.md'])).toThrow(/--to/u);
});
