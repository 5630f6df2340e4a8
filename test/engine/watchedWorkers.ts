import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EngineHost, WorkerEndpoint } from '../../engine/host';
import { nodeEngineHost } from '../../engine/platform/node';

interface Message {
  readonly kind: string;
  readonly method?: string;
  readonly params?: unknown;
}

/** A real worker whose messages a test sees. */
export interface WatchedWorker {
  readonly worker: Worker;
  /** What it was sent, in order. */
  readonly sent: Message[];
  /** What it sent. */
  readonly received: Message[];
}

/** Starts a worker of the bundles. */
type StartThread = (file: string) => Worker;

/** A host of real workers; `workers` has them in the order of their starts. */
export function watchedHost(
  dist: string,
  changes: Partial<EngineHost> = {},
  startThread: StartThread = (file) => new Worker(file),
): { readonly host: EngineHost; readonly workers: WatchedWorker[] } {
  const workers: WatchedWorker[] = [];
  const startWorker = (): WorkerEndpoint => {
    const worker = startThread(join(dist, 'worker.node.js'));
    const sent: Message[] = [];
    const received: Message[] = [];
    workers.push({ worker, sent, received });
    worker.on('message', (message: Message) => received.push(message));
    return {
      postMessage: (message, transfer) => {
        sent.push(message as Message);
        worker.postMessage(message, transfer);
      },
      onMessage: (listener) => void worker.on('message', listener),
      onError: (listener) => {
        worker.on('error', listener);
        worker.on('exit', (code) => listener(new Error(`exit ${code}`)));
      },
      terminate: () => void worker.terminate(),
    };
  };
  return { host: { ...nodeEngineHost({ distDir: dist, log: () => undefined }), startWorker, ...changes }, workers };
}
