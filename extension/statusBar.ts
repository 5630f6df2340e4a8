import * as vscode from 'vscode';
import * as config from './config';
import type { Display, WindowChoice } from './windowChoice';

export type Doing = 'Translating' | 'Aligning' | 'Checking' | 'Explaining' | 'Summarizing';

/** Shows the languages while idle and a spinner while work is under way; a click then cancels. */
export class StatusBar {
  private readonly item = vscode.window.createStatusBarItem('alignlens.status', vscode.StatusBarAlignment.Right, 90);
  /** What is under way, the newest last. */
  private running: readonly { readonly doing: Doing }[] = [];
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(private readonly reading: WindowChoice) {
    this.subscriptions = [
      config.onDidChange(() => this.render()),
      reading.onDidChange(() => this.render()),
      vscode.window.onDidChangeActiveTextEditor(() => this.render()),
    ];
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
    this.item.tooltip = `AlignLens: translation on hover is ${hover}. Click to switch it.${readingNote(this.reading.in(scope))}`;
    this.item.command = 'alignlens.toggleHover';
  }
}

/** What the editors show, where that is not the original alone. */
function readingNote(display: Display): string {
  switch (display) {
    case 'off':
      return '';
    case 'below':
      return `\n\n${vscode.l10n.t('Translations are shown below the text.')}`;
    case 'instead':
      return `\n\n${vscode.l10n.t('Translations are shown instead of the text.')}`;
  }
}
