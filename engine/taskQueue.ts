/**
 * Runs tasks one after another. A failed task rejects its own promise only: the queue goes on.
 * ONNX Runtime sessions must not run twice at once, and two translations side by side only slow each other.
 */
export class TaskQueue {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.last.then(task);
    this.last = result.catch(() => undefined);
    return result;
  }
}
