import type { EngineHost, WorkerEndpoint } from '../host';

export interface BrowserHostOptions {
  /** Bytes or text of the bundle `worker.browser.js`; an extension host has no URL a worker may load. */
  readonly workerSource: Uint8Array | string | (() => Promise<Uint8Array | string>);
  /** Reads packs and, for the location `runtime:`, the ONNX Runtime WASM file and the bundle of Transformers.js. */
  readonly readFile: EngineHost['readFile'];
  readonly log?: EngineHost['log'];
}

/** Runs the engine in a Web Worker started from a blob URL of the bundle. */
export function browserEngineHost(options: BrowserHostOptions): EngineHost {
  const { workerSource, readFile, log = () => undefined } = options;
  return {
    parallelism: navigator.hardwareConcurrency,
    startWorker: async () =>
      startBlobWorker(typeof workerSource === 'function' ? await workerSource() : workerSource),
    readFile,
    log,
  };
}

function startBlobWorker(source: Uint8Array | string): WorkerEndpoint {
  const part = typeof source === 'string' ? source : new Uint8Array(source);
  const url = URL.createObjectURL(new Blob([part], { type: 'text/javascript' }));
  const worker = new Worker(url, { name: 'AlignLens engine' });
  let terminated = false;
  return {
    postMessage: (message, transfer) => worker.postMessage(message, [...(transfer ?? [])]),
    onMessage: (listener) =>
      worker.addEventListener('message', (event: MessageEvent<unknown>) => listener(event.data)),
    onError: (listener) => {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        listener(new Error(event.message || 'the worker could not be started'));
      });
      worker.addEventListener('messageerror', () => listener(new Error('a message could not be read')));
    },
    terminate: () => {
      if (terminated) return;
      terminated = true;
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}
