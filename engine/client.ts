import type { BackendHost } from './protocol/backend';
import { AlignLensError } from './protocol/errors';
import { phrase } from './protocol/phrase';
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
import { RpcPeer, type Handlers, type MessageEndpoint, type RequestOptions } from './protocol/rpc';
import { hostMethods, workerMethods, type HostMethods, type WorkerMethods } from './protocol/workerProtocol';

/** A started worker as its host sees it. */
export interface WorkerEndpoint extends MessageEndpoint {
  /** The listener hears of the worker's death: an uncaught error, an exit, a message that cannot be read. */
  onError(listener: (error: Error) => void): void;
  terminate(): void;
}

/** What an engine needs of the place it runs in. */
export interface EngineHost {
  startWorker(): WorkerEndpoint | Promise<WorkerEndpoint>;
  /** Reads `file` of the pack at `location`, or of the runtime folder when `location` is `runtime:`. */
  readFile(location: string, file: string): Promise<Uint8Array>;
  log(level: 'info' | 'warn' | 'error', message: string): void;
  /** Without it, everything runs in WebAssembly. */
  readonly backends?: BackendHost;
}

interface Connection {
  readonly peer: RpcPeer<HostMethods, WorkerMethods>;
  /** Ends the worker and rejects what is pending; does nothing the second time. */
  readonly end: (reason: AlignLensError) => void;
}

/**
 * The engine as the rest of the product uses it. The worker starts with the first call; when it dies, all
 * pending calls reject with `worker-crashed` and the next call starts a new one.
 */
export class EngineClient {
  private connection: Promise<Connection> | undefined;
  private disposed = false;

  constructor(private readonly host: EngineHost) {}

  /** Reads and checks the pack's manifest only. Rejects with `pack-missing`, `pack-damaged` or `pack-incompatible`. */
  async describePack(location: string): Promise<PackInfo> {
    const { peer } = await this.connect();
    return peer.request('describePack', { location });
  }

  /**
   * Translates each text of the request; the answer has one translation per text, in order.
   * `onProgress` counts sentences. Rejects with `AlignLensError`: a `pack-…` code, `input-too-long`, `cancelled`
   * (as soon as `signal` aborts), `worker-crashed` or `internal`.
   */
  async translate(request: TranslateRequest, options: RequestOptions = {}): Promise<Translation[]> {
    const { peer } = await this.connect();
    return peer.request('translate', request, options);
  }

  /**
   * Summarizes each text of the request; the answer has one summary per text, in order. `onProgress` counts the parts that
   * the encoder reads. Rejects with `AlignLensError`: a `pack-…` code, `empty-input`, `input-too-long`, `not-text`,
   * `cancelled` (as soon as `signal` aborts), `worker-crashed` or `internal`.
   */
  async summarize(request: SummarizeRequest, options: RequestOptions = {}): Promise<Summary[]> {
    const { peer } = await this.connect();
    return peer.request('summarize', request, options);
  }

  /**
   * Aligns existing translations; one answer per pair, in order. `onProgress` counts sentences in all directions.
   * Rejects with `AlignLensError`: a `pack-…` code, `input-too-long`, `cancelled`, `worker-crashed` or `internal`.
   */
  async align(request: AlignRequest, options: RequestOptions = {}): Promise<AlignedPair[]> {
    const { peer } = await this.connect();
    return peer.request('align', request, options);
  }

  /** How the decoder comes to a sentence's translation. Rejects like `translate`, and with `empty-input`. */
  async explain(request: ExplainRequest, options: RequestOptions = {}): Promise<Explanation> {
    const { peer } = await this.connect();
    return peer.request('explain', request, options);
  }

  /** The best translation of one sentence that begins as given. Rejects like `translate`, and with `empty-input`. */
  async continue(request: ContinueRequest, options: RequestOptions = {}): Promise<Translation> {
    const { peer } = await this.connect();
    return peer.request('continue', request, options);
  }

  /** Ends the worker; pending and later calls reject with `cancelled`. */
  dispose(): void {
    this.disposed = true;
    const { connection } = this;
    this.connection = undefined;
    connection?.then(
      ({ end }) => end(disposedError()),
      () => undefined, // the call that started the worker has reported the failure
    );
  }

  private connect(): Promise<Connection> {
    if (this.disposed) return Promise.reject(disposedError());
    if (this.connection) return this.connection;
    const connection = this.start().catch((error: unknown) => {
      // Forget the failed start so that the next call tries again.
      if (this.connection === connection) this.connection = undefined;
      throw crashError(error);
    });
    this.connection = connection;
    return connection;
  }

  private async start(): Promise<Connection> {
    const endpoint = await this.host.startWorker();
    const handlers: Handlers<HostMethods> = {
      readFile: async ({ location, file }, { transfer }) => {
        // A copy of exact size: the host may hand out a view into a larger buffer that it goes on using.
        const copy = new Uint8Array(await readHostFile(this.host, location, file));
        transfer.push(copy.buffer);
        return copy;
      },
      log: ({ level, message }) => {
        this.host.log(level, message);
        return undefined;
      },
      wantedBackend: ({ fingerprint }) => this.host.backends?.wanted(fingerprint) ?? { setting: 'wasm', measured: null },
      chosenBackend: (choice) => {
        this.host.backends?.chosen(choice);
        return undefined;
      },
    };
    const peer = new RpcPeer(endpoint, hostMethods, workerMethods, handlers);
    let ended = false;
    const end = (reason: AlignLensError): void => {
      if (ended) return;
      ended = true;
      peer.close(reason);
      endpoint.terminate();
    };
    endpoint.onError((error) => {
      // A worker that was ended on purpose reports its exit too.
      if (ended) return;
      this.host.log('error', `engine worker: ${error.stack ?? error.message}`);
      this.connection = undefined;
      end(crashError(error));
    });
    return { peer, end };
  }
}

async function readHostFile(host: EngineHost, location: string, file: string): Promise<Uint8Array> {
  try {
    return await host.readFile(location, file);
  } catch (error) {
    if (error instanceof AlignLensError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new AlignLensError('pack-missing', phrase('Cannot read {0} in {1}.', file, location), detail);
  }
}

function crashError(error: unknown): AlignLensError {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new AlignLensError(
    'worker-crashed',
    'The translation engine stopped unexpectedly; nothing was changed. Try again: it starts anew.',
    detail,
  );
}

function disposedError(): AlignLensError {
  return new AlignLensError('cancelled', 'AlignLens is shutting down; nothing was changed.');
}
