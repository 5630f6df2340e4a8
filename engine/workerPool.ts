import type { EngineWorker } from './engineWorker';
import type { AlignLensError } from './protocol/errors';
import type { TranslateRequest, Translation } from './protocol/result';
import { cancelledError, toAlignLensError, type RequestOptions } from './protocol/rpc';
import type { Priority } from './protocol/term';
import { lengthOf, SharedProgress } from './sharedRequest';

/** UTF-16 code units that a worker translates while another one starts and loads its pack. */
const startLength = 3000;

/** A part of a request on its way. */
interface Part {
  readonly request: TranslateRequest;
  readonly options: RequestOptions & { readonly signal: AbortSignal };
  readonly resolve: (translations: Translation[]) => void;
  readonly reject: (error: AlignLensError) => void;
}

/**
 * Shares long requests among workers: each takes the next part when it is done with one. The first worker is there for all
 * other requests too, which pass the parts; the others are started where that pays.
 */
export class WorkerPool {
  /** By the priority of the request: to the workers, all parts are `background`. */
  private readonly waiting: Readonly<Record<Priority, Part[]>> = { interactive: [], background: [] };
  private readonly busy = new Set<EngineWorker>();
  /** Died, or could not be started: memory may be short. Not started again before everything is done. */
  private readonly lost = new Set<EngineWorker>();

  constructor(
    private readonly first: EngineWorker,
    private readonly others: readonly EngineWorker[],
  ) {}

  /**
   * Answers as one request for all texts would. With the first part that fails all end, and with the first worker whatever
   * waits; the death of another worker only costs time.
   */
  async translate(
    { priority = 'interactive', ...request }: TranslateRequest,
    parts: readonly (readonly string[])[],
    { signal, onProgress, onPartial }: RequestOptions,
  ): Promise<Translation[]> {
    const stop = new AbortController();
    const progress = new SharedProgress(parts, onProgress);
    const abort = (): void => this.withdraw(stop);
    signal?.addEventListener('abort', abort, { once: true });
    try {
      const answers = parts.map(async (texts, index) => {
        const answer = await this.enqueue(priority, { ...request, texts, priority: 'background' }, {
          signal: stop.signal,
          onProgress: (done, total) => progress.update(index, done, total),
          onPartial: index === 0 ? onPartial : undefined,
        });
        progress.finish(index);
        return answer;
      });
      if (signal?.aborted) abort();
      this.handOut();
      return (await Promise.all(answers)).flat();
    } finally {
      signal?.removeEventListener('abort', abort);
      abort();
    }
  }

  private enqueue(priority: Priority, request: TranslateRequest, options: Part['options']): Promise<Translation[]> {
    return new Promise((resolve, reject) => {
      this.waiting[priority].push({ request, options, resolve, reject });
    });
  }

  /** Ends the parts that have this signal: those under way, and those that wait. */
  private withdraw(stop: AbortController): void {
    stop.abort();
    for (const queue of Object.values(this.waiting)) {
      const others = queue.filter((part) => part.options.signal !== stop.signal);
      if (others.length === queue.length) continue;
      for (const part of queue.splice(0, queue.length, ...others)) {
        if (part.options.signal === stop.signal) part.reject(cancelledError());
      }
    }
  }

  private handOut(): void {
    for (const worker of [this.first, ...this.others]) {
      if (this.busy.has(worker) || !this.isWanted(worker)) continue;
      const queue = this.waiting.interactive.length > 0 ? this.waiting.interactive : this.waiting.background;
      const part = queue.shift();
      if (part) void this.work(worker, part, queue);
    }
    if (this.busy.size === 0) this.lost.clear();
  }

  /** A worker beside n others saves them 1 / (n · (n + 1)) of the time that each would work: that must be worth its start. */
  private isWanted(worker: EngineWorker): boolean {
    if (worker === this.first) return true;
    if (this.lost.has(worker)) return false;
    if (worker.isRunning) return true;
    const running = 1 + this.others.filter((other) => other.isRunning).length;
    const length = lengthOf([...this.waiting.interactive, ...this.waiting.background].flatMap(({ request }) => request.texts));
    return length >= startLength * running * (running + 1);
  }

  private async work(worker: EngineWorker, part: Part, queue: Part[]): Promise<void> {
    this.busy.add(worker);
    try {
      part.resolve(await worker.use(part.request.pack, (peer) => peer.request('translate', part.request, part.options)));
    } catch (error) {
      this.failed(worker, part, queue, toAlignLensError(error));
    }
    this.busy.delete(worker);
    this.handOut();
  }

  private failed(worker: EngineWorker, part: Part, queue: Part[], failure: AlignLensError): void {
    if (!['worker-crashed', 'out-of-memory'].includes(failure.code)) {
      part.reject(failure);
    } else if (worker === this.first) {
      for (const pending of [part, ...this.waiting.interactive.splice(0), ...this.waiting.background.splice(0)]) pending.reject(failure);
    } else {
      this.lost.add(worker);
      if (part.options.signal.aborted) part.reject(cancelledError());
      else queue.unshift(part);
    }
  }
}
