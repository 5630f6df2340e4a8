/** Transformers.js in a worker thread: translates the sentences of each message and answers with the problem, if any. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

/** Most sentences side by side, as in the engine. */
const maxSentences = 16;

const { models, model: folder, kind, runtime } = workerData;
/** @type {Int32Array} */
const cancelled = workerData.cancelled;
const require = createRequire(import.meta.url);
if (runtime === 'wasm') {
  // The library takes a runtime that is there for its own: the one of AlignLens, whose file is here, and not on a CDN.
  const ort = await import('onnxruntime-web/wasm');
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary = await readFile(require.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm'));
  ort.env.wasm.wasmPaths = { wasm: require.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm') };
  // In Node the library gives a path, which this runtime would take for an address.
  const InferenceSession = {
    create: async (/** @type {string} */ path, /** @type {object} */ options) => ort.InferenceSession.create(await readFile(path), options),
  };
  Reflect.set(globalThis, Symbol.for('onnxruntime'), { ...ort, InferenceSession });
}
const { AutoModelForSeq2SeqLM, AutoTokenizer, env, LogLevel, StoppingCriteria, StoppingCriteriaList } = await import('@xenova/transformers');
env.allowRemoteModels = false;
env.localModelPath = models;
env.useWasmCache = false;
env.logLevel = LogLevel.NONE;

const isCancelled = () => Atomics.load(cancelled, 0) === 1;

class Cancelled extends StoppingCriteria {
  /** @override @param {unknown[]} inputIds @returns {boolean[]} */
  _call(inputIds) {
    return inputIds.map(isCancelled);
  }
}

const stopping = new StoppingCriteriaList();
stopping.push(new Cancelled());

const tokenizer = await AutoTokenizer.from_pretrained(folder);
const model = await AutoModelForSeq2SeqLM.from_pretrained(folder, {
  dtype: kind,
  device: 'auto',
  session_options: { executionProviders: [runtime], intraOpNumThreads: 1, interOpNumThreads: 1 },
});

/** @param {readonly import('./host.mjs').Sentence[]} sentences of like length */
async function translate(sentences) {
  const length = Math.max(...sentences.map(({ subwords }) => subwords));
  const inputs = tokenizer(sentences.map(({ text }) => text), { padding: true, truncation: true });
  const ids = await model.generate({
    ...inputs,
    min_new_tokens: length,
    max_new_tokens: length,
    stopping_criteria: stopping,
  });
  if (isCancelled()) throw new Error('cancelled');
  return tokenizer.batch_decode(/** @type {import('@xenova/transformers').Tensor} */ (ids), { skip_special_tokens: true });
}

parentPort?.on('message', (/** @type {import('./host.mjs').Sentence[]} */ sentences) => {
  void answer(sentences).then((problem) => parentPort?.postMessage(problem));
});

/** @param {import('./host.mjs').Sentence[]} sentences @returns {Promise<string | undefined>} */
async function answer(sentences) {
  const ordered = [...sentences].sort((a, b) => a.subwords - b.subwords);
  try {
    for (let start = 0; start < ordered.length; start += maxSentences) {
      await translate(ordered.slice(start, start + maxSentences));
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
