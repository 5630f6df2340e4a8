import { Heartbeat } from './heartbeat';
import type { EngineHost } from './host';
import { AlignLensError } from './protocol/errors';
import { phrase } from './protocol/phrase';
import { RpcPeer, type Handlers } from './protocol/rpc';
import { hostMethods, workerMethods, type HostMethods, type WorkerMethods } from './protocol/workerProtocol';

type Peer = RpcPeer<HostMethods, WorkerMethods>;

interface Connection {
  readonly peer: Peer;
  readonly heartbeat: Heartbeat;
  /** Ends the worker and rejects what is pending; does nothing the second time. */
  readonly end: (reason: AlignLensError) => void;
}

/**
 * A worker that starts with the first call, and again with the next one after it has died, was idle or had no memory left.
 * When it dies, or does not answer any more, all pending calls reject with `worker-crashed`, and with `out-of-memory` when
 * it gets no more.
 */
export class EngineWorker {
  private connection: Promise<Connection> | undefined;
  /** Of each call, the location of its pack. */
  private readonly calls: string[] = [];
  private idle: ReturnType<typeof setTimeout> | undefined;
  private disposed = false;

  /** @param idleTime milliseconds without a call after which the worker ends: only that gives its memory back */
  constructor(
    private readonly host: EngineHost,
    private readonly idleTime: number,
  ) {}

  /** Whether a call need not start it. */
  get isRunning(): boolean {
    return this.connection !== undefined;
  }

  /**
   * Rejects with what the call rejects with, with `worker-crashed`, or with `cancelled` after `dispose`.
   *
   * @param pack location of the pack that the call is for
   */
  async use<T>(pack: string, call: (peer: Peer) => Promise<T>): Promise<T> {
    this.calls.push(pack);
    clearTimeout(this.idle);
    const connection = this.connect();
    try {
      const { peer, heartbeat } = await connection;
      heartbeat.start();
      return await call(peer);
    } catch (error) {
      if (error instanceof AlignLensError && isEnd(error) && this.connection === connection) {
        this.host.log('warn', `engine worker ended: ${error.code === 'out-of-memory' ? 'only that gives back the memory that it has taken' : 'its runtime has stopped'}`);
        this.end(error);
      }
      throw error;
    } finally {
      this.calls.splice(this.calls.indexOf(pack), 1);
      if (this.calls.length === 0) this.rest();
    }
  }

  private rest(): void {
    const { connection } = this;
    if (!connection) return;
    this.idle = setTimeout(() => this.endIdle(), this.idleTime);
    const stop = ({ heartbeat }: Connection): void => {
      if (this.calls.length === 0) heartbeat.stop();
    };
    connection.then(stop, () => undefined);
  }

  /** Ends the worker; pending and later calls reject with `cancelled`. */
  dispose(): void {
    this.disposed = true;
    this.end(disposedError());
  }

  private endIdle(): void {
    this.host.log('info', `engine worker ended: ${this.idleTime / 1000} s without a request`);
    // There is no call that could hear of the reason.
    this.end(disposedError());
  }

  private end(reason: AlignLensError): void {
    clearTimeout(this.idle);
    const { connection } = this;
    this.connection = undefined;
    connection?.then(
      ({ end }) => end(reason),
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
        heartbeat.gave(copy.byteLength);
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
    const heartbeat = new Heartbeat(() => peer.request('ping', undefined), (seconds) => {
      this.host.log('error', `engine worker: no answer for ${seconds} s`);
      this.connection = undefined;
      end(silenceError(seconds, this.calls));
    }, this.host.processorTime);
    let ended = false;
    const end = (reason: AlignLensError): void => {
      if (ended) return;
      ended = true;
      heartbeat.stop();
      peer.close(reason);
      endpoint.terminate();
    };
    endpoint.onError((error) => {
      // A worker that was ended on purpose reports its exit too.
      if (ended) return;
      this.host.log('error', `engine worker: ${error.stack ?? error.message}`);
      this.connection = undefined;
      clearTimeout(this.idle);
      end(crashError(error));
    });
    return { peer, heartbeat, end };
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

function silenceError(seconds: number, packs: readonly string[]): AlignLensError {
  return new AlignLensError(
    'worker-crashed',
    phrase(
      'The translation engine did not answer for {0} s and was ended; nothing was changed. It worked with the pack in {1}: if this happens again, its manifest.json, tokenizers or graphs hold what never ends. Remove it from alignlens.packFolders, or get it from where it was made.',
      seconds,
      [...new Set(packs)].join(', '),
    ),
  );
}

/** A worker says so itself when its runtime has stopped or gets no more memory: no graph runs there any more. */
function isEnd({ code }: AlignLensError): boolean {
  return code === 'worker-crashed' || code === 'out-of-memory';
}

function disposedError(): AlignLensError {
  return new AlignLensError('cancelled', 'AlignLens is shutting down; nothing was changed.');
}
