import * as vscode from 'vscode';
import * as config from './config';

/** Shows the languages while idle and a spinner while work is under way; a click then cancels. */
export class StatusBar {
  private readonly item = vscode.window.createStatusBarItem('alignlens.status', vscode.StatusBarAlignment.Right, 90);
  private running = 0;
  private readonly subscriptions = [
    config.onDidChange(() => this.render()),
    vscode.window.onDidChangeActiveTextEditor(() => this.render()),
  ];

  constructor() {
    this.item.name = 'AlignLens';
    this.render();
    this.item.show();
  }

  /** Shows the spinner as long as the work takes. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.setRunning(this.running + 1);
    try {
      return await work;
    } finally {
      this.setRunning(this.running - 1);
    }
  }

  dispose(): void {
    this.item.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private setRunning(running: number): void {
    this.running = running;
    void vscode.commands.executeCommand('setContext', 'alignlens.translating', running > 0);
    this.render();
  }

  private render(): void {
    if (this.running > 0) {
      this.item.text = '$(loading~spin) Translating…';
      this.item.tooltip = 'AlignLens is translating. Click to cancel.';
      this.item.command = 'alignlens.cancel';
      return;
    }
    const scope = vscode.window.activeTextEditor?.document;
    const hover = config.hoverEnabled(scope) ? 'on' : 'off';
    this.item.text = `$(arrow-swap) ${config.sourceLanguage(scope)} → ${config.targetLanguage(scope)}`;
    this.item.tooltip = `AlignLens: translation on hover is ${hover}. Click to switch it.`;
    this.item.command = 'alignlens.toggleHover';
  }
}
