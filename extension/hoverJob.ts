import type * as vscode from 'vscode';

/**
 * How long a hover waits, in milliseconds; longer work goes on and is there for the next hover. What is shown stays as it
 * is until the pointer comes again, and the editor shows the hovers of other extensions meanwhile: so long enough for the
 * first translation, whose pack is still being loaded.
 */
const patience = 1000;

/** Says that the work takes longer than a hover waits. */
export class Late {
  constructor(
    /** What is known so far, from its start; empty while nothing is. */
    readonly partial: string,
  ) {}
}

/** Hears of the answer while it grows. */
export type OnPartial = (text: string) => void;

interface Job<T> {
  readonly key: string;
  readonly result: Promise<T | undefined>;
  readonly controller: AbortController;
  readonly partial: () => string;
}

/** The one piece of work that hovers of a kind wait for; another place's hover ends it. */
export class HoverJob<T> {
  private current: Job<T> | undefined;

  /**
   * Starts the work, or joins it when the same is under way.
   *
   * @param start must not reject
   * @returns undefined when the work failed or the editor no longer wants it
   */
  async wait(
    key: string,
    start: (signal: AbortSignal, onPartial: OnPartial) => Promise<T | undefined>,
    token: vscode.CancellationToken,
  ): Promise<T | Late | undefined> {
    const job = this.startOrJoin(key, start);
    const cancellation = token.onCancellationRequested(() => job.controller.abort());
    try {
      const outcome = await Promise.race([job.result, delay(patience)]);
      if (token.isCancellationRequested) return undefined;
      return outcome === 'late' ? new Late(job.partial()) : outcome;
    } finally {
      cancellation.dispose();
    }
  }

  private startOrJoin(key: string, start: (signal: AbortSignal, onPartial: OnPartial) => Promise<T | undefined>): Job<T> {
    if (this.current?.key === key && !this.current.controller.signal.aborted) return this.current;
    this.current?.controller.abort();
    const controller = new AbortController();
    let partial = '';
    const result = start(controller.signal, (text) => {
      partial = text;
    });
    const job: Job<T> = { key, controller, result, partial: () => partial };
    this.current = job;
    void job.result.finally(() => {
      if (this.current === job) this.current = undefined;
    });
    return job;
  }
}

function delay(milliseconds: number): Promise<'late'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('late'), milliseconds);
  });
}
