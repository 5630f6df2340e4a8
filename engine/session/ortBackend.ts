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

/** What a graph must take or give: element type and sizes; null where any size will do, and a name where it is that of others. */
export type GraphPorts = Readonly<
  Record<string, { readonly type: 'float32' | 'int32' | 'int8'; readonly dims: readonly (number | string | null)[] }>
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
    private readonly name: string,
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
      throw memoryError(error, name) ?? stoppedBy(name, error) ?? new AlignLensError(
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
      throw misfit(name, problem);
    }
    return new OrtGraph(session, name, signature, runtime);
  }

  /**
   * Runs the graph once. Not to be called again before the last run is done. Throws `pack-damaged` where the graph cannot be
   * run, `pack-incompatible` where it gives other sizes than its signature says.
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
    const results = await this.session.run(feeds, wanted).catch((error: unknown) => {
      // What another runtime fails at, the engine's own does in its place (backends.ts).
      const end = this.runtime === wasmRuntime ? (memoryError(error, this.name) ?? stoppedBy(this.name, error)) : undefined;
      throw end ?? new AlignLensError(
        'pack-damaged',
        phrase('{0} was loaded, but cannot be run. Install the pack again, or export it again for ONNX Runtime 1.30.', this.name),
        String(error),
      );
    });
    const problem = sizeProblem(this.signature, inputs, results);
    if (problem !== undefined) throw misfit(this.name, problem);
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

/**
 * What to say where WebAssembly was left in the middle of something: the error's code has the host end the worker. Undefined for
 * other errors of the runtime; of memory, see `memoryError`.
 */
export function stoppedBy(name: string, error: unknown): AlignLensError | undefined {
  if (!(error instanceof WebAssembly.RuntimeError) && !/\bAborted\b/u.test(String(error))) return undefined;
  return new AlignLensError(
    'worker-crashed',
    phrase('{0} made the translation engine stop; nothing was changed. Install the pack again, or remove it from alignlens.packFolders.', name),
    error instanceof Error ? error.stack : String(error),
  );
}

/** For a graph that is another one than the manifest says; `name` is the file's, with the place of its pack. */
export function misfit(name: string, problem: string): AlignLensError {
  return new AlignLensError(
    'pack-incompatible',
    phrase('{0} does not fit its manifest: {1}. Export the pack again with the matching version of models/.', name, problem),
  );
}

/** The first output of another size than its signature says, where named sizes are those of the inputs. */
function sizeProblem({ inputs: ports, outputs }: GraphSignature, inputs: Readonly<Record<string, GraphTensor>>, results: ort.InferenceSession.ReturnType): string | undefined {
  const named = new Map<string, number>();
  for (const [name, { dims }] of Object.entries(inputs)) {
    ports[name]?.dims.forEach((size, axis) => typeof size === 'string' && named.set(size, dims[axis]!));
  }
  for (const [name, { dims }] of Object.entries(results)) {
    const wanted = (outputs[name]?.dims ?? []).map((size) => (typeof size === 'string' ? (named.get(size) ?? null) : size));
    if (wanted.length !== dims.length || wanted.some((size, axis) => size !== null && size !== dims[axis])) {
      return `the output "${name}" came as [${dims.join(', ')}], not [${wanted.map((size) => size ?? '*').join(', ')}]`;
    }
  }
  return undefined;
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
    const fits = sizes.length === dims.length && dims.every((size, i) => typeof size !== 'number' || typeof sizes[i] === 'string' || sizes[i] === size);
    if (!fits) return `the ${side} "${name}" is [${sizes.join(', ')}], not [${dims.map((size) => (typeof size === 'number' ? size : '*')).join(', ')}]`;
  }
  const unknown = actual.find(({ name }) => !Object.hasOwn(expected, name));
  return unknown && `the ${side} "${unknown.name}" is unknown`;
}
