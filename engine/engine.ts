import { alignTexts } from './align/alignTexts';
import { Backends, type BackendServices } from './backends/backends';
import { continueTranslation } from './explain/continue';
import { explain } from './explain/explain';
import type { ReadFile } from './pack/loader';
import { loadManifest } from './pack/loader';
import { describeManifest, type Manifest } from './pack/manifest';
import { AlignLensError } from './protocol/errors';
import { phrase } from './protocol/phrase';
import type { ContinueRequest, ExplainRequest, Explanation } from './protocol/explanation';
import type {
  AlignedPair,
  AlignRequest,
  PackInfo,
  SummarizeRequest,
  Summary,
  Task,
  TranslateRequest,
  Translation,
} from './protocol/result';
import { runtimeLocation } from './protocol/workerProtocol';
import { configureRuntime, runtimeFile } from './session/ortBackend';
import { summarizeTexts, type SummarizeHooks } from './summarize/summarizer';
import { HypothesisCache } from './translate/hypothesisCache';
import { bundleFile, type TransformersBundle } from './transformers/interface';
import { loadModel, startTransformers, type LoadedModel } from './transformers/loadedModel';
import { isModelFolder, readModelFolder } from './transformers/modelFolder';
import { translateWithModel } from './transformers/translate';
import { loadPack, type LoadedPack } from './translate/loadedPack';
import { translateTexts, type TranslateHooks } from './translate/translator';

export interface EngineServices {
  /** Reads files of packs and, at `runtime:`, the ONNX Runtime WASM and the bundle of Transformers.js. */
  readonly readFile: ReadFile;
  /** Runs a script of ours in the global scope. */
  readonly runScript: (code: Uint8Array) => void;
  readonly log: (level: 'info' | 'warn' | 'error', message: string) => void;
  /** Without them, everything runs in WebAssembly. */
  readonly backends?: BackendServices;
}

/** Bytes of sentences that are not decoded again: some thousand. */
const cachedBytes = 16 * 2 ** 20;

/** The engine without its worker: packs stay loaded, one call runs at a time. */
export class Engine {
  private readonly packs = new Map<string, Promise<LoadedPack | LoadedModel>>();
  private readonly hypotheses = new HypothesisCache(cachedBytes);
  private runtime: Promise<void> | undefined;
  private transformers: Promise<TransformersBundle> | undefined;
  private readonly backends: Backends | undefined;

  constructor(private readonly services: EngineServices) {
    const { readFile, runScript, log } = services;
    const readRuntimeFile = (file: string): Promise<Uint8Array> => this.readRuntimeFile(file);
    this.backends = services.backends && new Backends(services.backends, { readPackFile: readFile, readRuntimeFile, runScript }, log);
  }

  /** Reads the manifest only, or what stands for it in a model of Hugging Face's format. Throws `pack-…` errors. */
  async describePack(location: string): Promise<PackInfo> {
    const manifest = await this.manifestOf(location);
    return manifest ? describeManifest(manifest, location) : (await readModelFolder(location, this.services.readFile)).info;
  }

  /** Loads the pack when it is not yet; a load that failed is forgotten, so that the next call tries again. */
  async loadPack(location: string): Promise<LoadedPack> {
    const pack = await this.loadPackOrModel(location);
    if (isPack(pack)) return pack;
    throw new AlignLensError(
      'pack-incompatible',
      phrase('The model in {0} only translates. Aligning and explaining take a pack of AlignLens for {1} → {2}, and there is none.', location, pack.info.sourceLanguage, pack.info.targetLanguage),
    );
  }

  private loadPackOrModel(location: string): Promise<LoadedPack | LoadedModel> {
    const known = this.packs.get(location);
    if (known) return known;
    const loading = this.load(location);
    this.packs.set(location, loading);
    loading.catch(() => this.packs.delete(location));
    return loading;
  }

  /** Translates each text on its own, in order. Throws `pack-…` errors and `cancelled`. */
  async translate(request: TranslateRequest, hooks: TranslateHooks = {}): Promise<Translation[]> {
    const pack = await this.loadPackOrModel(request.pack);
    if (isPack(pack)) return this.withPack('translate', request.pack, (own) => translateTexts(own, request, this.hypotheses, hooks));
    if (request.aligner === undefined) return translateWithModel(pack, undefined, request, hooks);
    return this.withPack('translate', request.aligner, (aligner) => {
      requireSameLanguages(pack.info, aligner);
      return translateWithModel(pack, aligner, request, hooks);
    });
  }

  /**
   * Summarizes each text on its own, in order. Throws `pack-…` errors, `empty-input`, `input-too-long`, `not-text` and
   * `cancelled`.
   */
  async summarize(request: SummarizeRequest, hooks: SummarizeHooks = {}): Promise<Summary[]> {
    return this.withPack('summarize', request.pack, (pack) => summarizeTexts(pack, request, hooks));
  }

  /**
   * Aligns each pair on its own, in order. Throws `pack-…` errors, `input-too-long` and `cancelled`; `pack-incompatible` also
   * when the reverse pack is not for the way back.
   */
  async align(request: AlignRequest, hooks: TranslateHooks = {}): Promise<AlignedPair[]> {
    return this.withPack('translate', request.pack, (pack) => {
      if (request.reversePack === undefined) return alignTexts(pack, undefined, request, hooks);
      return this.withPack('translate', request.reversePack, (reverse) => alignTexts(pack, reverse, request, hooks));
    });
  }

  /** How the decoder comes to a sentence's translation. Throws `pack-…` errors, `empty-input` and `cancelled`. */
  async explain(request: ExplainRequest, hooks: TranslateHooks = {}): Promise<Explanation> {
    return this.withPack('translate', request.pack, (pack) => explain(pack, request, hooks));
  }

  /** The best translation that begins as given. Throws `pack-…` errors, `empty-input` and `cancelled`. */
  async continue(request: ContinueRequest, hooks: TranslateHooks = {}): Promise<Translation> {
    return this.withPack('translate', request.pack, (pack) => continueTranslation(pack, request, hooks));
  }

  private async withPack<T>(task: Task, location: string, work: (pack: LoadedPack) => Promise<T>): Promise<T> {
    const pack = requireTask(task, await this.loadPack(location), location);
    return this.backends ? this.backends.run(pack, location, () => work(pack)) : work(pack);
  }

  /** Undefined where a model of Hugging Face's format is in place of a pack. */
  private async manifestOf(location: string): Promise<Manifest | undefined> {
    const { readFile } = this.services;
    try {
      return await loadManifest(location, readFile);
    } catch (error) {
      if (error instanceof AlignLensError && error.code === 'pack-missing' && (await isModelFolder(location, readFile))) return undefined;
      throw error;
    }
  }

  private async load(location: string): Promise<LoadedPack | LoadedModel> {
    const started = performance.now();
    const { readFile } = this.services;
    await this.startRuntime();
    const pack = await loadPack(location, readFile).catch(async (error: unknown) => {
      // Packs come first: their manifest is not read twice for the sake of models.
      if ((await this.manifestOf(location)) !== undefined) throw error;
      return loadModel(location, readFile, await this.startTransformers());
    });
    const { id, version } = isPack(pack) ? pack.manifest : pack.info;
    this.services.log('info', `pack ${id} ${version} loaded in ${Math.round(performance.now() - started)} ms`);
    return pack;
  }

  private startRuntime(): Promise<void> {
    this.runtime ??= this.readRuntimeFile(runtimeFile).then(configureRuntime, (error: unknown) => {
      this.runtime = undefined;
      throw error;
    });
    return this.runtime;
  }

  private startTransformers(): Promise<TransformersBundle> {
    this.transformers ??= this.readRuntimeFile(bundleFile)
      .then((code) => startTransformers(code, this.services.runScript))
      .catch((error: unknown) => {
        this.transformers = undefined;
        throw error;
      });
    return this.transformers;
  }

  private async readRuntimeFile(file: string): Promise<Uint8Array> {
    try {
      return await this.services.readFile(runtimeLocation, file);
    } catch (error) {
      throw new AlignLensError(
        'internal',
        phrase('AlignLens is not completely installed: {0} is missing. Install the extension again.', file),
        error instanceof AlignLensError ? (error.detail ?? error.message) : String(error),
      );
    }
  }
}

function isPack(pack: LoadedPack | LoadedModel): pack is LoadedPack {
  return 'manifest' in pack;
}

function requireTask(task: Task, pack: LoadedPack, location: string): LoadedPack {
  if (pack.manifest.task === task) return pack;
  throw new AlignLensError(
    'pack-incompatible',
    task === 'translate'
      ? phrase('The pack in {0} summarizes. Choose a pack that translates.', location)
      : phrase('The pack in {0} translates. Choose a pack that summarizes.', location),
  );
}

function requireSameLanguages(model: PackInfo, { manifest }: LoadedPack): void {
  const { sourceLanguage, targetLanguage } = manifest;
  if (model.sourceLanguage === sourceLanguage && model.targetLanguage === targetLanguage) return;
  throw new AlignLensError(
    'pack-incompatible',
    phrase('The pack {0} translates {1} → {2}, but the model in {3} {4} → {5}: it cannot align its translations.', manifest.id, sourceLanguage, targetLanguage, model.location, model.sourceLanguage, model.targetLanguage),
  );
}
