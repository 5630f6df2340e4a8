import * as vscode from 'vscode';
import type { RequestOptions } from '../engine/protocol/rpc';
import { withoutLinks } from './noticeText';
import type { Doing, StatusBar } from './statusBar';

/** Short work shows in the status bar only; a notification that flashes by disturbs more than it tells. */
const notificationDelay = 700;

export type Units = 'texts' | 'sentences' | 'comments' | 'files' | 'parts' | 'steps';

/** How work is called while it runs. */
export interface Activity {
  readonly doing: Doing;
  /** Heads the notification. */
  readonly title: string;
  /** What progress counts. */
  readonly units: Units;
}

/** Work that takes a while: shown while it runs, and cancelled from the notification, the status bar or the palette. */
export class Work {
  private readonly running = new Set<AbortController>();

  constructor(private readonly status: StatusBar) {}

  /** Work that the user asked for. */
  async run<T>({ doing, title, units }: Activity, task: (options: RequestOptions) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const progress = new Progress(units);
    this.running.add(controller);
    const result = task({ signal: controller.signal, onProgress: (done, total) => progress.set(done, total) });
    const timer = setTimeout(() => progress.show(title, controller, result), notificationDelay);
    try {
      return await this.status.during(doing, result);
    } finally {
      clearTimeout(timer);
      this.running.delete(controller);
    }
  }

  /** Work that nobody asked for: shown in the status bar only, and cancelled from there too. */
  async unasked<T>(doing: Doing, signal: AbortSignal, task: (options: RequestOptions) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    this.running.add(controller);
    try {
      return await this.status.during(doing, task({ signal: controller.signal }));
    } finally {
      signal.removeEventListener('abort', abort);
      this.running.delete(controller);
    }
  }

  cancelAll(): void {
    for (const controller of this.running) controller.abort();
  }
}

/** Carries counts to a notification that may not be there yet. */
class Progress {
  private done = 0;
  private total = 0;
  private reported = 0;
  private target: vscode.Progress<{ message?: string; increment?: number }> | undefined;

  constructor(private readonly units: Units) {}

  set(done: number, total: number): void {
    this.done = done;
    this.total = total;
    this.report();
  }

  show(title: string, controller: AbortController, work: Promise<unknown>): void {
    const options = { location: vscode.ProgressLocation.Notification, title: withoutLinks(title), cancellable: true };
    void vscode.window.withProgress(options, async (target, token) => {
      token.onCancellationRequested(() => controller.abort());
      this.target = target;
      this.report();
      // The caller reports failures; the notification only has to go.
      await work.catch(() => undefined);
    });
  }

  private report(): void {
    if (!this.target || this.total === 0) return;
    const percentage = (100 * this.done) / this.total;
    this.target.report({ message: progressText(this.done, this.total, this.units), increment: percentage - this.reported });
    this.reported = percentage;
  }
}

function progressText(done: number, total: number, units: Units): string {
  switch (units) {
    case 'texts':
      return vscode.l10n.t('{0} of {1} texts', done, total);
    case 'sentences':
      return vscode.l10n.t('{0} of {1} sentences', done, total);
    case 'comments':
      return vscode.l10n.t('{0} of {1} comments', done, total);
    case 'files':
      return vscode.l10n.t('{0} of {1} files', done, total);
    case 'parts':
      return vscode.l10n.t('{0} of {1} parts', done, total);
    case 'steps':
      return vscode.l10n.t('{0} of {1} steps', done, total);
  }
}
