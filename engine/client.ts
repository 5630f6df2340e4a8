import { EngineWorker } from './engineWorker';
import type { EngineHost } from './host';
import type { ContinueRequest, ExplainRequest, Explanation } from './protocol/explanation';
import type {
  AlignedPair,
  AlignRequest,
  PackInfo,
  SummarizeRequest,
  Summary,
  TranslateRequest,
  Translation,
} from './protocol/result';
import type { RequestOptions } from './protocol/rpc';
import { inParts } from './sharedRequest';
import { WorkerPool } from './workerPool';

/**
 * How long the worker of hovers and commands stays without a request. It takes less than a second to start again, but in Node
 * some of the memory is kept for the next one (docs/performance.md): what is needed now and then is not to come and go.
 */
const idleTime = 15 * 60_000;
/** The others serve long requests only; the files of a folder follow one another. */
const otherIdleTime = 20_000;
/** Beside the first. Each takes as much memory as that one. */
const mostOthers = 3;
/** For the host, which reads the answers while the workers go on, and for the first worker. With less, others gain nothing. */
const processorsInUse = 2;

/**
 * The engine as the rest of the product uses it. The worker starts with the first call, and ends when none came for a
 * while; when it dies, all pending calls reject with `worker-crashed`. In both cases the next call starts a new one. Long
 * translations are shared among several workers, where the machine has processors for them.
 */
export class EngineClient {
  private readonly worker: EngineWorker;
  private readonly others: readonly EngineWorker[];
  private readonly pool: WorkerPool;

  constructor(host: EngineHost) {
    this.worker = new EngineWorker(host, idleTime);
    const count = Math.max(0, Math.min(host.parallelism - processorsInUse, mostOthers));
    // One user of WebGPU is enough: each would time it and load its runtime.
    this.others = Array.from({ length: count }, () => new EngineWorker({ ...host, backends: undefined }, otherIdleTime));
    this.pool = new WorkerPool(this.worker, this.others);
  }

  /** Whether a request need not start the worker. */
  get isRunning(): boolean {
    return this.worker.isRunning;
  }

  /** Reads and checks the pack's manifest only. Rejects with `pack-missing`, `pack-damaged` or `pack-incompatible`. */
  async describePack(location: string): Promise<PackInfo> {
    return this.worker.use(location, (peer) => peer.request('describePack', { location }));
  }

  /**
   * Translates each text of the request; the answer has one translation per text, in order.
   * `onProgress` counts sentences. Several texts that are long together let all other requests pass. Rejects with
   * `AlignLensError`: a `pack-…` code, `input-too-long`, `cancelled` (as soon as `signal` aborts), `worker-crashed`,
   * `out-of-memory` or `internal`.
   */
  async translate(request: TranslateRequest, options: RequestOptions = {}): Promise<Translation[]> {
    const parts = inParts(request.texts);
    if (parts.length > 1) {
      const { pack: location } = request;
      const { translatesOnly } = await this.worker.use(location, (peer) => peer.request('describePack', { location }, { signal: options.signal }));
      // A model that is no pack of ours is too large to be loaded several times.
      if (!translatesOnly) return this.pool.translate(request, parts, options);
    }
    return this.worker.use(request.pack, (peer) => peer.request('translate', request, options));
  }

  /**
   * Summarizes each text of the request; the answer has one summary per text, in order. `onProgress` counts the parts that
   * the encoder reads. Rejects with `AlignLensError`: a `pack-…` code, `empty-input`, `input-too-long`, `not-text`,
   * `cancelled` (as soon as `signal` aborts), `worker-crashed`, `out-of-memory` or `internal`.
   */
  async summarize(request: SummarizeRequest, options: RequestOptions = {}): Promise<Summary[]> {
    return this.worker.use(request.pack, (peer) => peer.request('summarize', request, options));
  }

  /**
   * Aligns existing translations; one answer per pair, in order. `onProgress` counts sentences in all directions.
   * Rejects with `AlignLensError`: a `pack-…` code, `input-too-long`, `cancelled`, `worker-crashed`, `out-of-memory` or `internal`.
   */
  async align(request: AlignRequest, options: RequestOptions = {}): Promise<AlignedPair[]> {
    return this.worker.use(request.pack, (peer) => peer.request('align', request, options));
  }

  /** How the decoder comes to a sentence's translation. Rejects like `translate`, and with `empty-input`. */
  async explain(request: ExplainRequest, options: RequestOptions = {}): Promise<Explanation> {
    return this.worker.use(request.pack, (peer) => peer.request('explain', request, options));
  }

  /** The best translation of one sentence that begins as given. Rejects like `translate`, and with `empty-input`. */
  async continue(request: ContinueRequest, options: RequestOptions = {}): Promise<Translation> {
    return this.worker.use(request.pack, (peer) => peer.request('continue', request, options));
  }

  /** Ends the workers; pending and later calls reject with `cancelled`. */
  dispose(): void {
    for (const worker of [this.worker, ...this.others]) worker.dispose();
  }
}
