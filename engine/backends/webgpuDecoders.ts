import { readChecked, type ReadFile } from '../pack/loader';
import { OrtGraph, type OrtRuntime } from '../session/ortBackend';
import { floatDecoderSignature } from '../session/signatures';
import type { LoadedPack } from '../translate/loadedPack';
import { floatGraph } from './floatGraph';
import { meetingPlace, webgpuBundleFile, webgpuRuntimeFile } from './interface';

export interface WebgpuServices {
  readonly readPackFile: ReadFile;
  /** Reads a file beside the engine's bundle. */
  readonly readRuntimeFile: (file: string) => Promise<Uint8Array>;
  /** Runs a script of ours in the global scope. */
  readonly runScript: (code: Uint8Array) => void;
}

/** Decoder steps for WebGPU, and the runtime that is there as long as one of them is. */
export class WebgpuDecoders {
  private readonly graphs = new Map<LoadedPack, Promise<OrtGraph>>();
  private runtime: Promise<OrtRuntime> | undefined;

  constructor(private readonly services: WebgpuServices) {}

  /** Rejects with what is missing or fails; nothing of it is kept then. */
  load(pack: LoadedPack, location: string): Promise<OrtGraph> {
    const known = this.graphs.get(pack);
    if (known) return known;
    const loading = this.create(pack, location);
    this.graphs.set(pack, loading);
    loading.catch(() => this.forget(pack));
    return loading;
  }

  /** Gives the memory of the pack's graph back, and that of the runtime with the last one. */
  async unload(pack: LoadedPack): Promise<void> {
    const graph = this.graphs.get(pack);
    this.forget(pack);
    await (await graph)?.release();
  }

  private forget(pack: LoadedPack): void {
    this.graphs.delete(pack);
    if (this.graphs.size === 0) this.runtime = undefined;
  }

  private async create(pack: LoadedPack, location: string): Promise<OrtGraph> {
    const { manifest } = pack;
    const decoder = await readChecked(location, 'decoder.onnx', manifest, this.services.readPackFile);
    const converted = floatGraph(decoder);
    this.runtime ??= this.start();
    return OrtGraph.load(converted, `decoder.onnx of the pack in ${location}`, floatDecoderSignature(manifest), await this.runtime);
  }

  private async start(): Promise<OrtRuntime> {
    const { readRuntimeFile, runScript } = this.services;
    runScript(await readRuntimeFile(webgpuBundleFile));
    const bundle = meetingPlace.alignlensWebgpu;
    // What the global object holds would never be given back.
    delete meetingPlace.alignlensWebgpu;
    if (!bundle) throw new Error(`${webgpuBundleFile} did not start`);
    return bundle.start(await readRuntimeFile(webgpuRuntimeFile));
  }
}
