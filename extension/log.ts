import * as vscode from 'vscode';
import type { AlignLensError } from '../engine/protocol/errors';

/** The one channel of the extension, "AlignLens" in the Output view. */
export class Log {
  private readonly channel = vscode.window.createOutputChannel('AlignLens', { log: true });

  write(level: 'debug' | 'info' | 'warn' | 'error', message: string): void {
    this.channel[level](message);
  }

  /** Keeps what the message to the user leaves out. */
  failure({ code, message, detail }: AlignLensError): void {
    this.channel.error(`${code}: ${message}${detail === undefined ? '' : `\n${detail}`}`);
  }

  show(): void {
    this.channel.show();
  }

  dispose(): void {
    this.channel.dispose();
  }
}
