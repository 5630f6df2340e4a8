import * as vscode from 'vscode';
import * as config from './config';
import { commandLink, escapeLine, escapeMarkdown } from './hoverMarkdown';
import type { Display, WindowChoice } from './windowChoice';

export type Doing = 'Translating' | 'Aligning' | 'Checking' | 'Explaining' | 'Importing' | 'Summarizing';

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
      const { short, long } = wordsFor(newest.doing);
      this.item.text = `$(loading~spin) ${short}`;
      this.item.tooltip = long;
      this.item.command = 'alignlens.cancel';
      return;
    }
    const scope = vscode.window.activeTextEditor?.document;
    const on = config.hoverEnabled(scope);
    const source = config.sourceLanguage(scope);
    this.item.text = `$(${on ? 'arrow-swap' : 'eye-closed'}) ${source === undefined ? '' : `${source} `}→ ${config.targetLanguage(scope)}`;
    this.item.tooltip = hoverTooltip(on, scope, this.reading.in(scope));
    this.item.command = 'alignlens.toggleHover';
  }
}

/** What the status bar says of work, and what when it is pointed at. */
function wordsFor(doing: Doing): { readonly short: string; readonly long: string } {
  switch (doing) {
    case 'Translating':
      return { short: vscode.l10n.t('Translating…'), long: vscode.l10n.t('AlignLens is translating. Click to cancel.') };
    case 'Aligning':
      return { short: vscode.l10n.t('Aligning…'), long: vscode.l10n.t('AlignLens is aligning. Click to cancel.') };
    case 'Checking':
      return { short: vscode.l10n.t('Checking…'), long: vscode.l10n.t('AlignLens is checking. Click to cancel.') };
    case 'Explaining':
      return { short: vscode.l10n.t('Explaining…'), long: vscode.l10n.t('AlignLens is explaining. Click to cancel.') };
    case 'Importing':
      return { short: vscode.l10n.t('Importing…'), long: vscode.l10n.t('AlignLens is importing. Click to cancel.') };
    case 'Summarizing':
      return { short: vscode.l10n.t('Summarizing…'), long: vscode.l10n.t('AlignLens is summarizing. Click to cancel.') };
  }
}

/** Says what a click does, and has links for what it does not. */
function hoverTooltip(on: boolean, scope: vscode.TextDocument | undefined, display: Display): vscode.MarkdownString {
  const state = on
    ? vscode.l10n.t('AlignLens: translation on hover is on. Click to switch it off.')
    : vscode.l10n.t('AlignLens: translation on hover is off. Click to switch it on.');
  const language = scope && {
    label: on ? vscode.l10n.t('Off for the language {0}', scope.languageId) : vscode.l10n.t('On for the language {0}', scope.languageId),
    command: 'alignlens.toggleHoverForLanguage',
  };
  const folder = scope && vscode.workspace.getWorkspaceFolder(scope.uri) && {
    label: on ? vscode.l10n.t('Off in this folder') : vscode.l10n.t('On in this folder'),
    command: 'alignlens.toggleHoverInFolder',
  };
  const links = [language, folder].flatMap((link) => link ?? []);
  const lines = links.map(({ label, command }) => `[${escapeLine(label)}](${commandLink(command)})`);
  const tooltip = new vscode.MarkdownString([escapeMarkdown(state), ...readingNote(display), ...lines].join('\n\n'));
  tooltip.isTrusted = { enabledCommands: links.map(({ command }) => command) };
  return tooltip;
}

/** What the editors show, where that is not the original alone. */
function readingNote(display: Display): string[] {
  switch (display) {
    case 'off':
      return [];
    case 'below':
      return [vscode.l10n.t('Translations are shown below the text.')];
    case 'instead':
      return [vscode.l10n.t('Translations are shown instead of the text.')];
  }
}
