/**
 * In the place of `onnxruntime-web/wasm` when the engine is bundled to be measured: the same runtime, which keeps a record
 * of every run in `globalThis[Symbol.for('alignlens.runs')]`.
 */
import * as ort from 'onnxruntime-web/wasm';

/**
 * @typedef {object} Run
 * @property {string} output the first one that was asked for
 * @property {number} rows of that output: all of its dimensions but the last
 * @property {number} ms
 * @property {number} fedBytes of the tensors that were given to the graph
 * @property {number} fedMatrix elements of the int8 matrices among them: weights that another graph gave
 * @property {number} fetchedBytes of the tensors that it gave
 */

/** @type {Run[]} */
const runs = [];
Reflect.set(globalThis, Symbol.for('alignlens.runs'), runs);

/** @param {Iterable<ort.Tensor>} tensors */
const bytesOf = (tensors) => [...tensors].reduce((sum, { data }) => sum + /** @type {Float32Array} */ (data).byteLength, 0);

const InferenceSession = {
  /** @type {(model: Uint8Array, options: ort.InferenceSession.SessionOptions) => Promise<ort.InferenceSession>} */
  create: async (model, options) => {
    const session = await ort.InferenceSession.create(model, options);
    const run = session.run.bind(session);
    Reflect.set(session, 'run', async (/** @type {Record<string, ort.Tensor>} */ feeds, /** @type {string[]} */ wanted) => {
      const started = performance.now();
      const results = await run(feeds, wanted);
      const ms = performance.now() - started;
      const [output = ''] = wanted;
      runs.push({
        output,
        rows: (results[output]?.dims ?? []).slice(0, -1).reduce((product, size) => product * size, 1),
        ms,
        fedBytes: bytesOf(Object.values(feeds)),
        fedMatrix: Object.values(feeds).reduce((sum, { type, size }) => sum + (type === 'int8' ? size : 0), 0),
        fetchedBytes: bytesOf(Object.values(results)),
      });
      return results;
    });
    return session;
  },
};

export const { env, Tensor } = ort;
export { InferenceSession };
