/**
 * What the engine and the bundle `webgpu.js` say to each other. The bundle has an ONNX Runtime of its own, which nobody loads
 * who does not decode with WebGPU; both meet at the global object.
 */
import type { OrtRuntime } from '../session/ortBackend';

/** The bundle beside the worker's. */
export const webgpuBundleFile = 'webgpu.js';

/** The WASM of its runtime. */
export const webgpuRuntimeFile = 'ort-wasm-simd-threaded.jspi.wasm';

export interface WebgpuBundle {
  /** Gives the runtime its WASM; its graphs run on WebGPU from their first operator to their last, or cannot be loaded. */
  start(wasm: Uint8Array): OrtRuntime;
}

export const meetingPlace = globalThis as { alignlensWebgpu?: WebgpuBundle };
