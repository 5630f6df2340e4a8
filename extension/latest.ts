/** One thing at a time, and always the newest: who asks again no longer wants the answer to what was asked before. */
export class Latest {
  private current: AbortController | undefined;

  /**
   * Aborts the task before and starts this one. Rejects as the task does, unless a newer one, or `stop`, has aborted it.
   *
   * @returns undefined when it was aborted, even if it came to an end
   */
  async run<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    this.current?.abort();
    const controller = new AbortController();
    this.current = controller;
    try {
      const result = await task(controller.signal);
      return controller.signal.aborted ? undefined : result;
    } catch (error) {
      if (controller.signal.aborted) return undefined;
      throw error;
    } finally {
      if (this.current === controller) this.current = undefined;
    }
  }

  stop(): void {
    this.current?.abort();
  }
}
