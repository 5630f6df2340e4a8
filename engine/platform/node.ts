import { lstat, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { runInThisContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import type { EngineHost, WorkerEndpoint } from '../host';
import { checkFile, type FileFacts } from '../pack/folderFile';

export interface NodeHostOptions {
  /** Folder of the built bundles: holds `worker.node.js`, `transformers.js` and the ONNX Runtime WASM file. */
  readonly distDir: string;
  /** How to read a pack's file; by default the location is a folder of the file system. */
  readonly readPackFile?: (location: string, file: string) => Promise<Uint8Array>;
  /** Default: warnings and errors go to standard error. */
  readonly log?: EngineHost['log'];
}

/** Runs the engine in a `worker_threads` worker of its own. */
export function nodeEngineHost(options: NodeHostOptions): EngineHost {
  const { distDir, readPackFile = readFolderFile, log = logToStderr } = options;
  return {
    parallelism: availableParallelism(),
    startWorker: () => nodeWorkerEndpoint(new Worker(resolve(distDir, 'worker.node.js'))),
    readFile: readPackFile,
    log,
    processorTime: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    },
  };
}

/** Runs a script in the global scope of this thread, as browsers do. */
export function runScript(code: Uint8Array): void {
  runInThisContext(new TextDecoder().decode(code));
}

function nodeWorkerEndpoint(worker: Worker): WorkerEndpoint {
  return {
    postMessage: (message, transfer) => worker.postMessage(message, transfer),
    onMessage: (listener) => void worker.on('message', listener),
    onError: (listener) => {
      worker.on('error', listener);
      worker.on('messageerror', listener);
      worker.on('exit', (code) => listener(new Error(`the worker ended with exit code ${code}`)));
    },
    terminate: () => void worker.terminate(),
  };
}

/** Throws `pack-damaged` for what is no plain file of the folder. */
async function readFolderFile(folder: string, file: string): Promise<Uint8Array> {
  await checkFile(folder, file, async (path): Promise<FileFacts> => {
    const stats = await lstat(join(folder, path));
    const kind = stats.isSymbolicLink() ? 'link' : stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
    return { kind, bytes: stats.size };
  });
  return readFile(join(folder, file));
}

function logToStderr(level: 'info' | 'warn' | 'error', message: string): void {
  if (level !== 'info') console.error(`alignlens: ${message}`);
}
