/** In the place of `onnxruntime-web/wasm` when the engine is bundled for comparison: the same graphs with native kernels. */
import native from 'onnxruntime-node';

const { env, Tensor } = native;

const InferenceSession = {
  /** @type {(model: Uint8Array, options: import('onnxruntime-common').InferenceSession.SessionOptions) => Promise<import('onnxruntime-common').InferenceSession>} */
  create: (model, options) =>
    native.InferenceSession.create(model, { ...options, executionProviders: ['cpu'], intraOpNumThreads: 1, interOpNumThreads: 1 }),
};

export { env, InferenceSession, Tensor };
