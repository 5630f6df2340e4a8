import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { transformersBundle } from '../../scripts/lib/transformersBundle.mjs';
import { repository, runtimeFolder } from './support';

export interface Bundles {
  /** `<temporary folder>/dist`, as an installed package has it. */
  readonly dist: string;
  remove(): Promise<void>;
}

/** Bundles the engine's worker and command line as scripts/build.mjs does, for tests that need them to run. */
export async function bundleEngine(): Promise<Bundles> {
  const folder = await mkdtemp(join(tmpdir(), 'alignlens-'));
  const dist = join(folder, 'dist');
  for (const [name, entry] of [
    ['worker.node.js', 'engine/platform/worker.node.ts'],
    ['cli.js', 'engine/cli.ts'],
  ] as const) {
    await build({
      absWorkingDir: repository,
      entryPoints: [entry],
      outfile: join(dist, name),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      mainFields: ['module', 'main'],
      define: { 'import.meta.url': '__moduleUrl' },
      banner: { js: 'const __moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
      logLevel: 'error',
    });
  }
  await build({ ...transformersBundle, absWorkingDir: repository, bundle: true, outfile: join(dist, 'transformers.js'), logLevel: 'error' });
  const runtime = 'ort-wasm-simd-threaded.wasm';
  await copyFile(join(runtimeFolder, runtime), join(dist, runtime));
  await copyFile(join(repository, 'package.json'), join(folder, 'package.json'));
  return { dist, remove: () => rm(folder, { recursive: true, force: true }) };
}

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the bundled command line to its end. */
export function runCli(dist: string, args: readonly string[], input: string | Uint8Array): Promise<Outcome> {
  return new Promise((resolve) => {
    const program = spawn(process.execPath, [join(dist, 'cli.js'), ...args]);
    const output = { stdout: '', stderr: '' };
    program.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    program.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    program.on('close', (status) => resolve({ status, ...output }));
    program.stdin.on('error', () => undefined);
    program.stdin.end(input);
  });
}
