import type * as vscode from 'vscode';

/** How long a hover waits; longer work goes on and is there for the next hover. */
const patience = 800;

interface Job<T> {
  readonly key: string;
  readonly result: Promise<T | undefined>;
  readonly controller: AbortController;
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
    start: (signal: AbortSignal) => Promise<T | undefined>,
    token: vscode.CancellationToken,
  ): Promise<T | 'late' | undefined> {
    const job = this.startOrJoin(key, start);
    const cancellation = token.onCancellationRequested(() => job.controller.abort());
    try {
      const outcome = await Promise.race([job.result, delay(patience)]);
      return token.isCancellationRequested ? undefined : outcome;
    } finally {
      cancellation.dispose();
    }
  }

  private startOrJoin(key: string, start: (signal: AbortSignal) => Promise<T | undefined>): Job<T> {
    if (this.current?.key === key && !this.current.controller.signal.aborted) return this.current;
    this.current?.controller.abort();
    const controller = new AbortController();
    const job: Job<T> = { key, controller, result: start(controller.signal) };
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
