/** Runs functions of a test inside the Node extension host of the editor that it drives, as those of playwright run in pages. */
import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { vi } from 'vitest';
import type * as vscode from 'vscode';
import { root } from '../../../scripts/lib/paths.mjs';
import { stageExtension } from '../../../scripts/lib/vsix.mjs';

/** What a function has there. */
export interface Inside {
  readonly vscode: typeof vscode;
  /** The folder of the extension's own files. */
  readonly storage: () => string;
  readonly collectGarbage: () => void;
  /** How many workers the extension has running. */
  readonly workerCount: () => number;
  /** Ends their threads, as a fault of the machine would. */
  readonly killWorkers: () => Promise<void>;
}

export interface RequestBody {
  readonly source: string;
  readonly argument: unknown;
}

export type Reply = { readonly value: unknown } | { readonly error: string };

/** How long a host may take to start. */
const patience = 60_000;

export class RemoteHost {
  private constructor(private readonly dist: string) {}

  /** Stages the extension with the entry that listens. */
  static async stage(folder: string): Promise<RemoteHost> {
    await stageExtension(folder);
    const dist = join(folder, 'dist');
    await rename(join(dist, 'extension.node.js'), join(dist, 'extension.own.js'));
    await build({
      entryPoints: [join(root, 'test/editor/inside/entry.ts')],
      outfile: join(dist, 'extension.node.js'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
      logLevel: 'warning',
    });
    return new RemoteHost(dist);
  }

  /** Runs a function there; it sees nothing but its arguments, which are JSON, as its result is. */
  async run<R, A = undefined>(task: (inside: Inside, argument: A) => R | PromiseLike<R>, ...[argument]: A extends undefined ? [] : [A]): Promise<R> {
    const port = await vi.waitUntil(() => this.port(), { timeout: patience, interval: 100 });
    const body: RequestBody = { source: task.toString(), argument };
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: JSON.stringify(body) });
    const reply = (await response.json()) as Reply;
    if ('error' in reply) throw new Error(`in the extension host: ${reply.error}`);
    return reply.value as R;
  }

  /** To be called before a reload: the next function waits for the host after it. */
  async forget(): Promise<void> {
    await rm(join(this.dist, 'port.txt'), { force: true });
  }

  processId(): Promise<number> {
    return this.run(() => process.pid);
  }

  /** What the extension logged as errors, and what it did not catch. */
  async errors(): Promise<string[]> {
    const file = join(this.dist, 'errors.txt');
    return existsSync(file) ? (await readFile(file, 'utf8')).trim().split('\n') : [];
  }

  private async port(): Promise<string> {
    return readFile(join(this.dist, 'port.txt'), 'utf8').catch(() => '');
  }
}
