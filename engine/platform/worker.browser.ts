/** Entry of the bundle `worker.browser.js`: the engine in a Web Worker. */
import { serveEngine } from '../worker';

declare const self: DedicatedWorkerGlobalScope;

serveEngine(
  {
    postMessage: (message, transfer) => self.postMessage(message, [...(transfer ?? [])]),
    onMessage: (listener) =>
      self.addEventListener('message', (event: MessageEvent<unknown>) => listener(event.data)),
  },
  {
    runScript: (code) => {
      const url = URL.createObjectURL(new Blob([new Uint8Array(code)], { type: 'text/javascript' }));
      try {
        self.importScripts(url);
      } finally {
        URL.revokeObjectURL(url);
      }
    },
  },
);
