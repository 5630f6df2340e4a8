/** Milliseconds between two looks at whether a worker still answers. */
const beat = 500;
/**
 * Looks without an answer after which it never will, where it worked for `mostWork` all the while: no work of a good pack keeps
 * messages out for a second.
 */
const mostMissed = 7;
/** Milliseconds of the processor's time. */
const mostWork = 3000;
/** Looks where nobody knows whether it works, or waits for its turn on a busy computer. */
const mostMissedUnknown = 20;
/** Looks after which it is over, even for one that waits. */
const mostMissedWaiting = 60;
/** What a worker was given to read pays for one look more: it makes a graph of a large model in one go. */
const bytesForOneMore = 10 * 2 ** 20;

/**
 * Watches a worker that has something to do. Patterns and graphs of packs come from anywhere, and some would never end: then only
 * the end of the worker helps. Looks are counted, not time, so that a computer that slept ends none.
 */
export class Heartbeat {
  private timer: ReturnType<typeof setInterval> | undefined;
  private asked = false;
  private missed = 0;
  private workBefore = 0;
  private bytes = 0;
  /** How long it takes to start says nothing. */
  private hasStarted = false;

  /**
   * @param ask resolves when the worker has answered
   * @param onSilence hears, once, that it does not any more, and for how many seconds
   * @param work milliseconds of the processor's time that this program has taken, with all threads; absent where nobody knows
   */
  constructor(
    private readonly ask: () => Promise<unknown>,
    private readonly onSilence: (seconds: number) => void,
    private readonly work: (() => number) | undefined,
  ) {}

  /** Begins to watch, until `stop`. To be called before the worker is given something to do: it answers the first look before. */
  start(): void {
    if (this.timer !== undefined) return;
    this.look();
    this.timer = setInterval(() => this.look(), beat);
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
      this.workBefore = this.work?.() ?? 0;
      const answered = (): void => {
        this.asked = false;
        this.hasStarted = true;
      };
      // What cannot be asked any more is over, which its host hears of.
      this.ask().then(answered, () => undefined);
      return;
    }
    if (!this.hasStarted || ++this.missed < this.mostNow()) return;
    const seconds = Math.round((this.missed * beat) / 1000);
    this.stop();
    this.onSilence(seconds);
  }

  private mostNow(): number {
    const more = Math.ceil(this.bytes / bytesForOneMore);
    if (!this.work) return mostMissedUnknown + more;
    return more + (this.work() - this.workBefore >= mostWork ? mostMissed : mostMissedWaiting);
  }
}
