/** One thing at a time; of those that wait, the newest is next: what was asked last is what the reader looks at. */
export class NewestFirst {
  private isBusy = false;
  private readonly waiting: (() => void)[] = [];

  /** Settles as the task does, in its turn. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.isBusy) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.isBusy = true;
    try {
      return await task();
    } finally {
      const next = this.waiting.pop();
      // Still busy when there is one: nobody may come in between.
      if (next) next();
      else this.isBusy = false;
    }
  }
}
