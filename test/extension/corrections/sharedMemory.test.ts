/** The memory's real file: written by several processes at once, on a disk that is full, and after a window was killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MemoryUnit } from '../../../engine/memory';
import { repository } from '../../engine/support';

let folder: string;
let program: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alignlens-memory-'));
  program = join(folder, 'memoryWindow.js');
  const entry = join(repository, 'test/extension/corrections/memoryWindow.ts');
  await build({ entryPoints: [entry], outfile: program, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Window {
  /** Tells it to begin; resolves with what it said when it has ended by itself. */
  readonly work: () => Promise<string>;
  readonly kill: () => void;
}

/** @param limit of the files that it may write, in blocks of 512 bytes: what is longer is cut off there, with an error */
async function open(name: string, count: number, { length = 1, limit = 'unlimited' }: { length?: number; limit?: number | 'unlimited' } = {}): Promise<Window> {
  const command = `ulimit -f ${limit}; exec "$0" "$@"`;
  const window = spawn('sh', ['-c', command, process.execPath, program, file, name, String(count), String(length)]);
  let output = '';
  window.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  window.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(window, 'close');
  await once(window.stdout, 'data');
  const work = async (): Promise<string> => {
    window.stdin.write('go\n');
    await ended;
    return output;
  };
  return { work, kill: () => window.kill('SIGKILL') };
}

async function units(): Promise<MemoryUnit[]> {
  return (await readFile(file, 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line) as MemoryUnit);
}

const pause = (milliseconds: number): Promise<undefined> => new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));

const filesBeside = async (): Promise<string[]> => (await readdir(join(file, '..'))).sort();

async function freshFile(): Promise<void> {
  file = join(await mkdtemp(join(folder, 'storage-')), 'memory.jsonl');
}

test('what windows write at once is all there in the end, and whoever reads meanwhile finds a whole file', async () => {
  await freshFile();
  const windows = await Promise.all(['a', 'b', 'c'].map((name) => open(name, 30)));
  const outputs = Promise.all(windows.map((window) => window.work()));
  let read = 0;
  while ((await Promise.race([outputs, pause(5)])) === undefined) {
    // Throws for a line that is cut off.
    read += (await units().catch((error: unknown) => (error instanceof SyntaxError ? Promise.reject(error) : []))).length;
  }
  expect((await outputs).join('')).not.toMatch(/not written|damaged|failed/u);
  expect(read).toBeGreaterThan(0);
  const sources = ['a', 'b', 'c'].flatMap((name) => Array.from({ length: 30 }, (_, index) => `${name} ${index}`));
  expect((await units()).map(({ source }) => source).sort()).toEqual(sources.sort());
  expect(await filesBeside()).toEqual(['memory.jsonl']);
});

test('where a file cannot be written to its end, the former one stays as it was, and nothing else; with room again it goes on', async () => {
  await freshFile();
  await (await open('before', 2)).work();
  const before = await readFile(file, 'utf8');
  expect(await (await open('more', 1, { length: 5000, limit: 8 })).work()).toMatch(/not written Error: (?:EFBIG|ENOSPC)/u);
  expect(await readFile(file, 'utf8')).toBe(before);
  expect(await filesBeside()).toEqual(['memory.jsonl']);
  expect(await (await open('more', 1, { length: 5000 })).work()).toMatch(/written/u);
  expect((await units()).map(({ source }) => source)).toEqual(['before 0', 'before 1', 'more 0']);
});

test('a window that is killed leaves a whole file; what it had begun to write is removed later on', async () => {
  await freshFile();
  const killed = await open('killed', 100_000, { length: 2000 });
  void killed.work();
  await expect.poll(() => units().then((present) => present.length, () => 0), { timeout: 30_000, interval: 5 }).toBeGreaterThan(5);
  killed.kill();
  const present = await units();
  const left = `${file}.left.tmp`;
  const recent = `${file}.recent.tmp`;
  for (const path of [left, recent]) await writeFile(path, 'half a f');
  await utimes(left, new Date(0), new Date(0));
  await (await open('next', 1)).work();
  expect((await units()).map(({ source }) => source)).toEqual([...present.map(({ source }) => source), 'next 0']);
  const beside = await filesBeside();
  expect(beside).toContain('memory.jsonl.recent.tmp');
  expect(beside).not.toContain('memory.jsonl.left.tmp');
});
