import type { Priority } from './protocol/term';

/** Awaited by a background task wherever nothing of it runs: lets interactive tasks that wait pass. */
export type LetPass = () => Promise<void>;

/**
 * Runs tasks one after another, interactive ones first. A failed task rejects its own promise only: the queue goes on.
 * ONNX Runtime sessions must not run twice at once, and two translations side by side only slow each other.
 */
export class TaskQueue {
  private readonly waiting: Readonly<Record<Priority, (() => Promise<void>)[]>> = { interactive: [], background: [] };
  private working = false;

  run<T>(task: (letPass: LetPass) => Promise<T>, priority: Priority = 'interactive'): Promise<T> {
    // An interactive task waits for nobody that came later.
    const letPass: LetPass = priority === 'background' ? () => this.workOn('interactive') : () => Promise.resolve();
    return new Promise((resolve, reject) => {
      this.waiting[priority].push(() => Promise.resolve(letPass).then(task).then(resolve, reject));
      void this.work();
    });
  }

  private async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    await this.workOn('interactive');
    for (let task = this.waiting.background.shift(); task; task = this.waiting.background.shift()) {
      await task();
      await this.workOn('interactive');
    }
    this.working = false;
  }

  private async workOn(priority: Priority): Promise<void> {
    const tasks = this.waiting[priority];
    for (let task = tasks.shift(); task; task = tasks.shift()) await task();
  }
}
