import type { BackendHost } from './protocol/backend';
import type { MessageEndpoint } from './protocol/rpc';

/** A started worker as its host sees it. */
export interface WorkerEndpoint extends MessageEndpoint {
  /** The listener hears of the worker's death: an uncaught error, an exit, a message that cannot be read. */
  onError(listener: (error: Error) => void): void;
  terminate(): void;
}

/** What an engine needs of the place it runs in. */
export interface EngineHost {
  /** Threads that run at once here: long requests are shared among one worker less, but four at most. */
  readonly parallelism: number;
  startWorker(): WorkerEndpoint | Promise<WorkerEndpoint>;
  /** Reads `file` of the pack at `location`, or of the runtime folder when `location` is `runtime:`: workers in Node read that themselves. */
  readFile(location: string, file: string): Promise<Uint8Array>;
  log(level: 'info' | 'warn' | 'error', message: string): void;
  /** Milliseconds of the processor's time that this program has taken, with all threads: tells a worker that hangs from one that waits. */
  readonly processorTime?: () => number;
  /** Without it, everything runs in WebAssembly. */
  readonly backends?: BackendHost | undefined;
}
