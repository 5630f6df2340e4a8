/**
 * The engine behind a message connection. The entries `platform/worker.node.ts` and
 * `platform/worker.browser.ts` give it their thread's connection.
 */
import { Engine, type EngineServices } from './engine';
import type { SentenceTranslation, SummaryLine } from './protocol/result';
import { RpcPeer, type Handlers, type MessageEndpoint } from './protocol/rpc';
import type { Priority } from './protocol/term';
import { hostMethods, runtimeLocation, workerMethods, type HostMethods, type WorkerMethods } from './protocol/workerProtocol';
import { memoryError } from './session/memory';
import { TaskQueue, type LetPass } from './taskQueue';

/** What a thread can do for its engine. */
export interface ThreadServices {
  /** Runs a script of ours in the thread's global scope. */
  readonly runScript: EngineServices['runScript'];
  /** Reads what lies beside the bundles, where the thread can do so itself: 14 MB need not go through the host. */
  readonly readRuntimeFile?: (file: string) => Promise<Uint8Array>;
}

export function serveEngine(endpoint: MessageEndpoint, { runScript, readRuntimeFile }: ThreadServices): void {
  const queue = new TaskQueue();
  const inTurn = <T>(task: (letPass: LetPass) => Promise<T>, priority?: Priority): Promise<T> =>
    queue.run(task, priority).catch((error: unknown) => {
      throw memoryError(error) ?? error;
    });
  const handlers: Handlers<WorkerMethods> = {
    ping: () => undefined,
    describePack: ({ location }) => engine.describePack(location),
    translate: async (request, { signal, progress, partial, transfer }) => {
      const translations = await inTurn(
        (letPass) => engine.translate(request, { signal, onProgress: progress, onPartial: partial, letPass }),
        request.priority,
      );
      handOver(translations.flatMap(({ sentences }) => sentences), transfer);
      return translations;
    },
    summarize: async (request, { signal, progress, transfer }) => {
      const summaries = await inTurn(() => engine.summarize(request, { signal, onProgress: progress }));
      handOver(summaries.flatMap(({ lines }) => lines), transfer);
      return summaries;
    },
    align: async (request, { signal, progress, transfer }) => {
      const pairs = await inTurn(() => engine.align(request, { signal, onProgress: progress }));
      handOver(pairs.flatMap(({ sentences }) => sentences), transfer);
      return pairs;
    },
    explain: (request, { signal }) => inTurn(() => engine.explain(request, { signal })),
    continue: async (request, { signal, transfer }) => {
      const translation = await inTurn(() => engine.continue(request, { signal }));
      handOver(translation.sentences, transfer);
      return translation;
    },
  };
  const peer = new RpcPeer<WorkerMethods, HostMethods>(endpoint, workerMethods, hostMethods, handlers);
  const engine = new Engine({
    readFile: (location, file) => (location === runtimeLocation && readRuntimeFile ? readRuntimeFile(file) : peer.request('readFile', { location, file })),
    log: (level, message) => void peer.request('log', { level, message }),
    runScript,
    backends: {
      wanted: (fingerprint) => peer.request('wantedBackend', { fingerprint }),
      chosen: (choice) => void peer.request('chosenBackend', choice),
      whenIdle: (task) => void queue.run(task, 'background'),
    },
  });
}

/** Adds the matrices to what is transferred; those without a cell share their buffer, which goes nowhere. */
function handOver(aligned: readonly (SentenceTranslation | SummaryLine)[], transfer: ArrayBuffer[]): void {
  for (const matrix of aligned.flatMap(({ alignment, attention }) => [alignment, attention])) {
    if (matrix.length > 0) transfer.push(matrix.buffer as ArrayBuffer);
  }
}
