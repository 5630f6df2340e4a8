import { alignTexts } from './align/alignTexts';
import { continueTranslation } from './explain/continue';
import { explain } from './explain/explain';
import type { ReadFile } from './pack/loader';
import { loadManifest } from './pack/loader';
import { describeManifest } from './pack/manifest';
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
import { loadPack, type LoadedPack } from './translate/loadedPack';
import { translateTexts, type TranslateHooks } from './translate/translator';

export interface EngineServices {
  /** Reads files of packs and, at `runtime:`, the ONNX Runtime WASM. */
  readonly readFile: ReadFile;
  readonly log: (level: 'info' | 'warn' | 'error', message: string) => void;
}

/** Bytes of sentences that are not decoded again: some thousand. */
const cachedBytes = 16 * 2 ** 20;

/** The engine without its worker: packs stay loaded, one call runs at a time. */
export class Engine {
  private readonly packs = new Map<string, Promise<LoadedPack>>();
  private readonly hypotheses = new HypothesisCache(cachedBytes);
  private runtime: Promise<void> | undefined;

  constructor(private readonly services: EngineServices) {}

  /** Reads the manifest only. Throws `pack-…` errors. */
  async describePack(location: string): Promise<PackInfo> {
    return describeManifest(await loadManifest(location, this.services.readFile), location);
  }

  /** Loads the pack when it is not yet; a load that failed is forgotten, so that the next call tries again. */
  loadPack(location: string): Promise<LoadedPack> {
    const known = this.packs.get(location);
    if (known) return known;
    const loading = this.load(location);
    this.packs.set(location, loading);
    loading.catch(() => this.packs.delete(location));
    return loading;
  }

  /** Translates each text on its own, in order. Throws `pack-…` errors and `cancelled`. */
  async translate(request: TranslateRequest, hooks: TranslateHooks = {}): Promise<Translation[]> {
    const pack = await this.loadPackFor('translate', request.pack);
    return translateTexts(pack, request, this.hypotheses, hooks);
  }

  /**
   * Summarizes each text on its own, in order. Throws `pack-…` errors, `empty-input`, `input-too-long`, `not-text` and
   * `cancelled`.
   */
  async summarize(request: SummarizeRequest, hooks: SummarizeHooks = {}): Promise<Summary[]> {
    const pack = await this.loadPackFor('summarize', request.pack);
    return summarizeTexts(pack, request, hooks);
  }

  /**
   * Aligns each pair on its own, in order. Throws `pack-…` errors, `input-too-long` and `cancelled`; `pack-incompatible` also
   * when the reverse pack is not for the way back.
   */
  async align(request: AlignRequest, hooks: TranslateHooks = {}): Promise<AlignedPair[]> {
    const pack = await this.loadPackFor('translate', request.pack);
    const reverse = request.reversePack === undefined ? undefined : await this.loadPackFor('translate', request.reversePack);
    return alignTexts(pack, reverse, request, hooks);
  }

  /** How the decoder comes to a sentence's translation. Throws `pack-…` errors, `empty-input` and `cancelled`. */
  async explain(request: ExplainRequest, hooks: TranslateHooks = {}): Promise<Explanation> {
    return explain(await this.loadPackFor('translate', request.pack), request, hooks);
  }

  /** The best translation that begins as given. Throws `pack-…` errors, `empty-input` and `cancelled`. */
  async continue(request: ContinueRequest, hooks: TranslateHooks = {}): Promise<Translation> {
    return continueTranslation(await this.loadPackFor('translate', request.pack), request, hooks);
  }

  private async loadPackFor(task: Task, location: string): Promise<LoadedPack> {
    const pack = await this.loadPack(location);
    if (pack.manifest.task === task) return pack;
    throw new AlignLensError(
      'pack-incompatible',
      task === 'translate'
        ? phrase('The pack in {0} summarizes. Choose a pack that translates.', location)
        : phrase('The pack in {0} translates. Choose a pack that summarizes.', location),
    );
  }

  private async load(location: string): Promise<LoadedPack> {
    const started = performance.now();
    await this.startRuntime();
    const pack = await loadPack(location, this.services.readFile);
    const { id, version } = pack.manifest;
    this.services.log('info', `pack ${id} ${version} loaded in ${Math.round(performance.now() - started)} ms`);
    return pack;
  }

  private startRuntime(): Promise<void> {
    this.runtime ??= this.services.readFile(runtimeLocation, runtimeFile).then(configureRuntime, (error: unknown) => {
      this.runtime = undefined;
      throw new AlignLensError(
        'internal',
        phrase('AlignLens is not completely installed: {0} is missing. Install the extension again.', runtimeFile),
        error instanceof AlignLensError ? (error.detail ?? error.message) : String(error),
      );
    });
    return this.runtime;
  }
}
