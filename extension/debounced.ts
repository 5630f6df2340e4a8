/** Runs a task once things have been quiet for a while, and not twice at once. */
export class Debounced {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private again = false;

  /** @param task must not reject */
  constructor(
    private readonly task: () => Promise<void> | void,
    private readonly delay: number,
  ) {}

  run(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.start(), this.delay);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.again = false;
  }

  private async start(): Promise<void> {
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = true;
    await this.task();
    this.running = false;
    if (this.again) {
      this.again = false;
      this.run();
    }
  }
}
