/** Texts as they should not be, through every reader of texts and files: nothing is lost, nothing fails, nothing takes long. */
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadManifest } from '../../engine/pack/loader';
import { readPackFile, repository, tinyPack } from '../engine/support';
import { hostileText, kinds, type HostileText } from './hostileTexts';
import { deadline, report, runs, seed, Stopwatch } from './settings';
import type { Checked, Pack } from './textChecks';

const few = 500;
/** Milliseconds after which a text is taken to hang, on however busy a machine. */
const hanging = 12 * deadline;

let folder: string;
let pack: Pack;
let worker: Worker | undefined;

beforeAll(async () => {
  // In the repository, since the runtime is found from the file on.
  await mkdir(join(repository, 'test-results'), { recursive: true });
  folder = await mkdtemp(join(repository, 'test-results', 'fuzz-'));
  await build({ absWorkingDir: repository, entryPoints: ['test/fuzz/textWorker.ts'], outfile: join(folder, 'textWorker.mjs'), bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error', define: { 'import.meta.url': JSON.stringify(new URL('../engine/support.ts', import.meta.url).href) } });
  pack = { manifest: await loadManifest(tinyPack, readPackFile), tokenizer: await readPackFile(tinyPack, 'source.tokenizer.json') };
});
afterAll(async () => {
  await worker?.terminate();
  await rm(folder, { recursive: true, force: true });
});

async function checked(text: HostileText): Promise<Checked> {
  worker ??= new Worker(join(folder, 'textWorker.mjs'), { workerData: pack });
  const timeout = AbortSignal.timeout(hanging);
  const answer = once(worker, 'message', { signal: timeout });
  worker.postMessage(text);
  try {
    const [{ result, failure }] = (await answer) as [{ result?: Checked; failure?: string }];
    if (result === undefined) throw new Error(failure);
    return result;
  } catch (error) {
    if (!timeout.aborted) throw error;
    await worker.terminate();
    worker = undefined;
    throw new Error(`no answer in ${hanging} ms`, { cause: error });
  }
}

async function holds(text: HostileText): Promise<void> {
  if (!worker) await checked({ kind: 'translation', text: 'Warm up.', other: '' });
  const stopwatch = new Stopwatch();
  const result = await checked(text).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  const taken = stopwatch.read();
  report({ group: 'texts', kind: text.kind, result: result instanceof Error ? 'failed' : result, ...taken });
  if (result instanceof Error) throw result;
  expect(taken.processor, `${text.text.length} code units`).toBeLessThan(deadline);
}

test(
  'every text is read or refused, in time',
  async () => {
    const failures = new Map<string, string>();
    const property = fc.asyncProperty(hostileText, async (text) => {
      await holds(text).catch((error: unknown) => {
        // One of a kind: the first that is found is as good as any.
        const why = String(error instanceof Error ? (error.stack ?? error.message) : error);
        const key = `${text.kind.replace(/^language .*/u, 'language')}: ${why.split('\n')[0]!.replaceAll(/\d+/gu, '…')}`;
        if (!failures.has(key)) failures.set(key, `${why.slice(0, 600)}\n${JSON.stringify(text).slice(0, 1500)}`);
      });
    });
    await fc.assert(property, { numRuns: runs(few, 1), seed });
    expect([...failures].map((failure) => failure.join('\n'))).toEqual([]);
    expect(kinds.length).toBeGreaterThan(40);
  },
  4 * 3_600_000,
);
