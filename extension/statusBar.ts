import * as vscode from 'vscode';
import * as config from './config';

export type Doing = 'Translating' | 'Aligning' | 'Checking' | 'Explaining' | 'Importing' | 'Summarizing';

/** Shows the languages while idle and a spinner while work is under way; a click then cancels. */
export class StatusBar {
  private readonly item = vscode.window.createStatusBarItem('alignlens.status', vscode.StatusBarAlignment.Right, 90);
  /** What is under way, the newest last. */
  private running: readonly { readonly doing: Doing }[] = [];
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
  async during<T>(doing: Doing, work: Promise<T>): Promise<T> {
    const entry = { doing };
    this.setRunning([...this.running, entry]);
    try {
      return await work;
    } finally {
      this.setRunning(this.running.filter((other) => other !== entry));
    }
  }

  dispose(): void {
    this.item.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private setRunning(running: StatusBar['running']): void {
    this.running = running;
    void vscode.commands.executeCommand('setContext', 'alignlens.busy', running.length > 0);
    this.render();
  }

  private render(): void {
    const newest = this.running.at(-1);
    if (newest) {
      this.item.text = `$(loading~spin) ${newest.doing}…`;
      this.item.tooltip = `AlignLens is ${newest.doing.toLowerCase()}. Click to cancel.`;
      this.item.command = 'alignlens.cancel';
      return;
    }
    const scope = vscode.window.activeTextEditor?.document;
    const hover = config.hoverEnabled(scope) ? 'on' : 'off';
    const source = config.sourceLanguage(scope);
    this.item.text = `$(arrow-swap) ${source === undefined ? '' : `${source} `}→ ${config.targetLanguage(scope)}`;
    this.item.tooltip = `AlignLens: translation on hover is ${hover}. Click to switch it.`;
    this.item.command = 'alignlens.toggleHover';
  }
}
