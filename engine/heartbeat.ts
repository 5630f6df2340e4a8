/** Milliseconds between two looks at whether a worker still answers. */
const beat = 500;
/** Looks without an answer after which it never will: no work of a pack's own keeps messages out for a second. */
const mostMissed = 7;
/** What a worker was given to read pays for one look more: it makes a graph of a large model in one go. */
const bytesForOneMore = 10 * 2 ** 20;

/**
 * Watches a worker that has something to do. Patterns and graphs of packs come from anywhere, and some would never end: then only
 * the end of the worker helps. Looks are counted, not time, so that a computer that slept or is busy with the host ends none.
 */
export class Heartbeat {
  private timer: ReturnType<typeof setInterval> | undefined;
  private asked = false;
  private missed = 0;
  private bytes = 0;
  /** How long it takes to start says nothing. */
  private hasStarted = false;

  /**
   * @param ask resolves when the worker has answered
   * @param onSilence hears, once, that it does not any more, and for how many seconds
   */
  constructor(
    private readonly ask: () => Promise<unknown>,
    private readonly onSilence: (seconds: number) => void,
  ) {}

  /** Begins to watch, until `stop`. */
  start(): void {
    this.timer ??= setInterval(() => this.look(), beat);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.bytes = 0;
    this.missed = 0;
  }

  /** Says that the worker has more to read. */
  gave(bytes: number): void {
    this.bytes += bytes;
  }

  private look(): void {
    if (!this.asked) {
      this.missed = 0;
      this.asked = true;
      const answered = (): void => {
        this.asked = false;
        this.hasStarted = true;
      };
      // What cannot be asked any more is over, which its host hears of.
      this.ask().then(answered, () => undefined);
      return;
    }
    if (!this.hasStarted || ++this.missed < mostMissed + Math.ceil(this.bytes / bytesForOneMore)) return;
    const seconds = Math.round((this.missed * beat) / 1000);
    this.stop();
    this.onSilence(seconds);
  }
}
