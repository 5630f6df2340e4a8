/** Transformers.js as a careful host would use it: in a worker, so that the host stays free, and cancelled between two steps. */
import { Worker } from 'node:worker_threads';

/**
 * @param {{ models: string, model: string, kind: 'q8' | 'fp32', runtime: 'wasm' | 'cpu' }} settings
 *   the folder of models and the model's folder in it
 * @returns {Promise<import('./host.mjs').Backend>}
 */
export async function open(settings) {
  // A message would be read when the translation is over: no step lets one in.
  const cancelled = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./transformersWorker.mjs', import.meta.url), { workerData: { ...settings, cancelled } });
  return {
    translate: (texts, _beamSize, signal) =>
      new Promise((resolve, reject) => {
        Atomics.store(cancelled, 0, 0);
        signal.addEventListener('abort', () => Atomics.store(cancelled, 0, 1), { once: true });
        worker.once('error', reject);
        worker.once('message', (/** @type {string | undefined} */ problem) => {
          worker.off('error', reject);
          if (problem === undefined) resolve();
          else reject(new Error(problem));
        });
        worker.postMessage(texts.flatMap(({ sentences }) => sentences));
      }),
    close: () => worker.terminate(),
  };
}
