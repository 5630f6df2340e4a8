/**
 * The engine's ONNX Runtime, and graphs in it or in that of the bundle `webgpu.js`. Its WASM comes from the host, never from a
 * network address.
 */
import * as ort from 'onnxruntime-web/wasm';
import { AlignLensError } from '../protocol/errors';
import { phrase } from '../protocol/phrase';
import { memoryError } from './memory';

/** For the bundle of Transformers.js, which runs its graphs in this runtime. */
export { InferenceSession, Tensor } from 'onnxruntime-web/wasm';

/** The runtime's file next to the bundles. */
export const runtimeFile = 'ort-wasm-simd-threaded.wasm';

export interface GraphTensor {
  readonly data: Float32Array | Int32Array | Int8Array;
  readonly dims: readonly number[];
}

/** What a graph must take or give: element type and sizes, null where any size will do. */
export type GraphPorts = Readonly<
  Record<string, { readonly type: 'float32' | 'int32' | 'int8'; readonly dims: readonly (number | null)[] }>
>;

export interface GraphSignature {
  readonly inputs: GraphPorts;
  readonly outputs: GraphPorts;
}

/** An ONNX Runtime, and where its graphs run. */
export interface OrtRuntime {
  readonly InferenceSession: typeof ort.InferenceSession;
  readonly Tensor: typeof ort.Tensor;
  readonly options: ort.InferenceSession.SessionOptions;
}

const wasmRuntime: OrtRuntime = {
  InferenceSession: ort.InferenceSession,
  Tensor: ort.Tensor,
  options: { executionProviders: ['wasm'] },
};

/** Gives the runtime its WASM; call once, before the first graph. */
export function configureRuntime(wasm: Uint8Array): void {
  ort.env.logLevel = 'error';
  ort.env.wasm.wasmBinary = wasm;
  // One thread: measured faster than two for these small matrices, and it needs no SharedArrayBuffer.
  ort.env.wasm.numThreads = 1;
  // The engine runs in a worker already.
  ort.env.wasm.proxy = false;
}

/** A loaded ONNX graph. */
export class OrtGraph {
  /** What is int8 and goes in as float32: converted once, since most of it is the same at each step. */
  private readonly converted = new WeakMap<Int8Array, Float32Array>();

  private constructor(
    private readonly session: ort.InferenceSession,
    private readonly signature: GraphSignature,
    private readonly runtime: OrtRuntime,
  ) {}

  /**
   * Loads a graph and checks that it takes and gives what is expected.
   * Throws `pack-damaged` (cannot be loaded), `pack-incompatible` (another signature), where `name` appears, or `out-of-memory`.
   */
  static async load(model: Uint8Array, name: string, signature: GraphSignature, runtime = wasmRuntime): Promise<OrtGraph> {
    let session: ort.InferenceSession;
    try {
      session = await runtime.InferenceSession.create(model, { ...runtime.options, logSeverityLevel: 3 });
    } catch (error) {
      throw memoryError(error) ?? new AlignLensError(
        'pack-damaged',
        phrase('{0} cannot be loaded as an ONNX graph. Install the pack again, or export it again for ONNX Runtime 1.30.', name),
        String(error),
      );
    } finally {
      // Compiled by now: 14 MB that nobody reads any more.
      delete ort.env.wasm.wasmBinary;
    }
    const problem =
      portProblem('input', session.inputMetadata, signature.inputs) ??
      portProblem('output', session.outputMetadata, signature.outputs);
    if (problem !== undefined) {
      await session.release();
      throw new AlignLensError(
        'pack-incompatible',
        phrase('{0} does not fit its manifest: {1}. Export the pack again with the matching version of models/.', name, problem),
      );
    }
    return new OrtGraph(session, signature, runtime);
  }

  /**
   * Runs the graph once. Not to be called again before the last run is done.
   *
   * @param wanted names of the outputs to fetch; the others are not copied out of the runtime
   */
  async run(inputs: Readonly<Record<string, GraphTensor>>, wanted: readonly string[]): Promise<Record<string, Float32Array>> {
    const results = Object.entries(await this.runTensors(inputs, wanted));
    return Object.fromEntries(
      results.map(([name, { data }]) => {
        if (!(data instanceof Float32Array)) throw new TypeError(`output ${name} is not float32`);
        return [name, data];
      }),
    );
  }

  /** As `run`; for outputs that are another graph's inputs. */
  async runTensors(inputs: Readonly<Record<string, GraphTensor>>, wanted: readonly string[]): Promise<Record<string, GraphTensor>> {
    const feeds = Object.fromEntries(
      Object.entries(inputs).map(([name, { data, dims }]) => [name, this.toOrtTensor(name, data, dims)]),
    );
    const results = await this.session.run(feeds, wanted);
    return Object.fromEntries(
      Object.entries(results).map(([name, { data, dims }]) => {
        if (!(data instanceof Float32Array || data instanceof Int8Array)) throw new TypeError(`output ${name} is not a number's`);
        return [name, { data, dims }];
      }),
    );
  }

  async release(): Promise<void> {
    await this.session.release();
  }

  private toOrtTensor(name: string, data: GraphTensor['data'], dims: readonly number[]): ort.Tensor {
    const { Tensor } = this.runtime;
    if (data instanceof Int32Array) return new Tensor('int32', data, dims);
    if (data instanceof Float32Array) return new Tensor('float32', data, dims);
    return this.signature.inputs[name]?.type === 'float32' ? new Tensor('float32', this.asFloats(data), dims) : new Tensor('int8', data, dims);
  }

  private asFloats(data: Int8Array): Float32Array {
    const known = this.converted.get(data);
    if (known) return known;
    const floats = Float32Array.from(data);
    this.converted.set(data, floats);
    return floats;
  }
}

/** The first difference between what a graph has and what is expected of it. */
function portProblem(
  side: 'input' | 'output',
  actual: readonly ort.InferenceSession.ValueMetadata[],
  expected: GraphPorts,
): string | undefined {
  for (const [name, { type, dims }] of Object.entries(expected)) {
    const port = actual.find((candidate) => candidate.name === name);
    if (!port) return `the ${side} "${name}" is missing`;
    if (!port.isTensor || port.type !== type) return `the ${side} "${name}" is not ${type}`;
    const sizes = port.shape;
    const fits = sizes.length === dims.length && dims.every((size, i) => size === null || typeof sizes[i] === 'string' || sizes[i] === size);
    if (!fits) return `the ${side} "${name}" is [${sizes.join(', ')}], not [${dims.map((size) => size ?? '*').join(', ')}]`;
  }
  const unknown = actual.find(({ name }) => !Object.hasOwn(expected, name));
  return unknown && `the ${side} "${unknown.name}" is unknown`;
}
