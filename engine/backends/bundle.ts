/** Entry of the bundle `webgpu.js`: the ONNX Runtime with WebGPU, on JavaScript Promise Integration. */
import { env, InferenceSession, Tensor } from 'onnxruntime-web/jspi';
import { meetingPlace } from './interface';

meetingPlace.alignlensWebgpu = {
  start(wasm) {
    env.logLevel = 'error';
    env.wasm.wasmBinary = wasm;
    env.wasm.numThreads = 1;
    env.wasm.proxy = false;
    return {
      InferenceSession,
      Tensor,
      // An operator without a kernel is a reason to stay with the other runtime, which is faster than a graph in two places.
      options: { executionProviders: ['webgpu'], extra: { session: { disable_cpu_ep_fallback: '1' } } },
    };
  },
};
